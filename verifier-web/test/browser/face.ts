/** A drawn face as a small WebP, made by the browser: no real person is ever in a sample. */
import type { Browser } from 'playwright-core';

export async function drawnFace(browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 96;
    canvas.height = 120;
    const c = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    const disc = (x: number, y: number, rx: number, ry: number, colour: string) => {
      c.fillStyle = colour;
      c.beginPath();
      c.ellipse(x, y, rx, ry, 0, 0, 7);
      c.fill();
    };
    c.fillStyle = '#dfe6ec';
    c.fillRect(0, 0, 96, 120);
    disc(48, 122, 44, 30, '#2f5d7c');
    disc(48, 48, 30, 36, '#4a2f22');
    disc(48, 56, 24, 31, '#e0ac85');
    disc(39, 52, 3, 3, '#222');
    disc(57, 52, 3, 3, '#222');
    disc(48, 74, 8, 3, '#a4473f');
    // The colour profile that the browser adds is stripped below: 468 bytes of it.
    const most = ((690 + 468) * 4) / 3;
    let data = '';
    for (let q = 0.8; q >= 0 && (data === '' || data.length > most); q -= 0.05) {
      data = canvas.toDataURL('image/webp', q).split(',')[1] ?? '';
    }
    return data;
  });
  await page.close();
  return bare(Buffer.from(base64, 'base64'));
}

/** A WebP of its picture chunk alone. */
function bare(webp: Buffer): Uint8Array {
  const at = webp.indexOf('VP8 ', 12, 'latin1');
  const size = webp.readUInt32LE(at + 4);
  const picture = webp.subarray(at, at + 8 + size + (size & 1));
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + picture.length, 4);
  return new Uint8Array(Buffer.concat([head, picture]));
}
