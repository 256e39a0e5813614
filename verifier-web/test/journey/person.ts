/** An invented person of Utopia and what she applies for. */
import type { Browser } from 'playwright-core';

const DAY = 86_400_000;

export function application(photo: string): Record<string, string> {
  const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  return {
    surname: 'Journeyenko',
    givenNames: 'Lesia Specimen',
    nameOwnScript: 'Подорожненко Леся',
    nameLanguage: 'uk',
    birthDate: '1988-02-00',
    birthPlace: 'Samplivka',
    sex: 'F',
    nationality: 'UKR',
    category: 'temporary-protection',
    rightFrom: day(-10),
    rightUntil: day(400),
    work: 'any',
    selfEmployment: 'yes',
    study: 'yes',
    legalGround: 'Utopian Residence Act, section 24',
    issuePlace: 'Port Sample',
    travelDocumentNumber: 'UT0990099',
    travelDocumentIssuer: 'UKR',
    travelDocumentUntil: day(1200),
    photo,
  };
}

/** A portrait as a camera gives it, some hundred kilobytes of JPEG in base64: a drawn face, with the noise that a real picture has. */
export async function portrait(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 1200;
    const c = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    const disc = (x: number, y: number, rx: number, ry: number, colour: string) => {
      c.fillStyle = colour;
      c.beginPath();
      c.ellipse(x, y, rx, ry, 0, 0, 7);
      c.fill();
    };
    c.fillStyle = '#d5dde4';
    c.fillRect(0, 0, 900, 1200);
    disc(450, 500, 300, 380, '#4b3020');
    c.fillStyle = '#4b3020';
    c.fillRect(150, 500, 600, 420);
    disc(450, 1250, 430, 330, '#7a4a63');
    disc(450, 880, 110, 150, '#d59f78');
    disc(450, 560, 230, 300, '#e4b38d');
    disc(450, 265, 235, 110, '#4b3020');
    for (const x of [365, 535]) {
      disc(x, 530, 42, 22, '#fff');
      disc(x, 530, 20, 20, '#33261d');
      c.fillStyle = '#4b3020';
      c.fillRect(x - 48, 478, 96, 12);
    }
    disc(450, 630, 26, 34, '#d59f78');
    disc(450, 730, 72, 20, '#b0575a');
    const pixels = c.getImageData(0, 0, 900, 1200);
    for (let i = 0; i < pixels.data.length; i++) {
      if (i % 4 !== 3) pixels.data[i] = (pixels.data[i] ?? 0) + (((i * 7919) % 23) - 11);
    }
    c.putImageData(pixels, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.92);
  });
  await page.close();
  return data.split(',')[1] ?? '';
}
