/** Ways to bring a code that need no button, a code that nobody can read, and the report. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Utopia } from '../utopia/utopia';
import { answer, complaints, launch, paste, ready } from './chromium';
import { barcodePng, makeMjpeg } from './codes';
import { PageServer } from './server';

const utopia = new Utopia();
const now = Date.now();
const server = new PageServer({
  rootFingerprint: utopia.fingerprint({ now }),
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
});
server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });

let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launch();
  address = await server.start();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  errors = complaints(page);
  await ready(page, address);
});

/** As a hardware scanner does, with nothing clicked before. */
async function scanByKeyboard(code: string): Promise<void> {
  // All at once: between keys that come one by one from here a busy machine may pause like a person.
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }
  }, code);
}

test('a hardware scanner is read wherever the focus is, over an answer too', async () => {
  await scanByKeyboard(utopia.code(7));
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  await page.evaluate(() => document.querySelector('article.answer')?.setAttribute('data-seen', ''));
  await page.focus('#again');
  await scanByKeyboard(utopia.code(8));
  expect(await answer(page)).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
  expect(errors).toEqual([]);
});

test('a scanner whose keyboard layout is not the machine’s is understood', async () => {
  // A German scanner on an English machine, and only what tells them apart in a code: where the other characters are, and y and z.
  await page.evaluate((text) => {
    const moved: Record<string, [string, string]> = {
      '$': ['Digit4', '$'], '%': ['Digit5', '%'], '*': ['BracketRight', '}'], '+': ['BracketRight', ']'],
      '-': ['Slash', '/'], '.': ['Period', '.'], '/': ['Digit7', '&'], ':': ['Period', '>'], ' ': ['Space', ' '],
      Y: ['KeyZ', 'Z'], Z: ['KeyY', 'Y'],
    }; // prettier-ignore
    for (const c of [...text, 'Enter']) {
      const [code, key] = moved[c] ?? [/\d/.test(c) ? `Digit${c}` : c === 'Enter' ? c : `Key${c}`, c];
      const shiftKey = /[$%*/:A-Z]/.test(c) && c !== 'Enter';
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }),
      );
    }
  }, utopia.code(8));
  expect(await answer(page)).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
  expect(errors).toEqual([]);
});

test('a code or a picture can be pasted anywhere', async () => {
  const pasted = (text: string, png?: string) =>
    page.evaluate(
      async ([written, picture]) => {
        const data = new DataTransfer();
        if (written) data.setData('text/plain', written);
        if (picture) {
          const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
          data.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
        }
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [text, png] as const,
    );
  await pasted(utopia.code(8));
  expect(await answer(page)).toMatchObject({ reason: 'REVOKED' });
  await page.click('#again');
  const png = await barcodePng(utopia.code(7), { format: 'QRCode' });
  await pasted('', Buffer.from(png).toString('base64'));
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  expect(errors).toEqual([]);
});

test('a picture can be dropped anywhere, and the browser does not open it instead', async () => {
  const png = Buffer.from(await barcodePng(utopia.code(7), { format: 'QRCode' })).toString('base64');
  const prevented = await page.evaluate((picture) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
    data.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.getElementById('top')?.dispatchEvent(drop);
    return drop.defaultPrevented;
  }, png);
  expect(prevented).toBe(true);
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
});

test('what is no VALID can be reported with one tap, without a word about the person', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await scanByKeyboard(utopia.code(8));
  await answer(page);
  await page.click('#report');
  await page.locator('#report-said', { hasText: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('INVALID REVOKED');
  expect(copied).not.toMatch(/ALMEIDA|MARIA|UT1234567|1985/);
  expect(errors).toEqual([]);
});

test('more lines than are judged at once are cut, and the answer says so', async () => {
  await paste(page, Array.from({ length: 65 }, (_, i) => `line ${i}`).join('\n'));
  expect(await page.locator('#cut').innerText()).toContain('only the first 64 lines');
  expect(await page.locator('pre.report').innerText()).toContain('without an id');
  expect(errors).toEqual([]);
});

test('a code in front of the camera that nobody can read is answered after a few seconds', async () => {
  const whole = Buffer.from(await barcodePng(utopia.code(7), { format: 'QRCode' })).toString('base64');
  const paper = await context.newPage();
  // The three corners stay, so that it looks like a code; too much of the rest is covered.
  await paper.setContent(
    `<div id="p" style="position:relative;display:inline-block"><img src="data:image/png;base64,${whole}">
     <div style="position:absolute;inset:32% 25% 25% 32%;background:#000"></div></div>`,
  );
  const film = join(mkdtempSync(join(tmpdir(), 'stayseal-film-')), 'torn.mjpeg');
  await makeMjpeg(browser, await paper.locator('#p').screenshot(), film);
  const filming = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  try {
    const scanning = await filming.newPage();
    await ready(scanning, address);
    await scanning.click('#scan');
    expect(await answer(scanning)).toMatchObject({
      outcome: 'INDETERMINATE',
      reason: 'NO_CODE_FOUND',
      sentence: 'Not a readable permit: treat as not verified.',
    });
  } finally {
    await filming.close();
  }
});

test('print without a code is not taken for one that nobody can read', async () => {
  const paper = await context.newPage();
  const line =
    'MIGRATION AUTHORITY OF UTOPIA 0123456789 &lt;&lt;&lt;&lt;&lt;&lt; residence permit until further notice; ';
  await paper.setContent(`<p id="p" style="width:600px;font:14px monospace;background:#fff">${line.repeat(40)}</p>`);
  const film = join(mkdtempSync(join(tmpdir(), 'stayseal-film-')), 'print.mjpeg');
  await makeMjpeg(browser, await paper.locator('#p').screenshot(), film);
  const filming = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  try {
    const scanning = await filming.newPage();
    await ready(scanning, address);
    await scanning.click('#scan');
    await scanning.waitForTimeout(8_000);
    expect(await scanning.locator('article.answer').count()).toBe(0);
    expect(await scanning.locator('.camera').isVisible()).toBe(true);
  } finally {
    await filming.close();
  }
});

test('light, zoom and another camera are offered where there are such, and used', async () => {
  const filming = await launch('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=2');
  try {
    const scanning = await filming.newPage({ viewport: { width: 390, height: 844 } });
    await scanning.addInitScript(() => {
      const wishes: unknown[] = [];
      Object.assign(window, { wishes });
      MediaStreamTrack.prototype.getCapabilities = () =>
        ({ torch: true, zoom: { min: 1, max: 4, step: 0.5 } }) as object;
      MediaStreamTrack.prototype.applyConstraints = (given) => Promise.resolve(void wishes.push(given?.advanced?.[0]));
    });
    await ready(scanning, address);
    await scanning.click('#scan');
    await scanning.click('#torch');
    await scanning.locator('#torch[aria-pressed=true]').waitFor();
    await scanning.fill('#zoom', '2.5');
    const wishes = await scanning.evaluate(() => (window as unknown as { wishes: unknown[] }).wishes);
    expect(wishes).toEqual([{ torch: true }, { zoom: 2.5 }]);
    const device = () =>
      scanning.evaluate(() => {
        const stream = (document.querySelector('video') as HTMLVideoElement).srcObject as MediaStream | null;
        return stream?.getVideoTracks()[0]?.getSettings().deviceId;
      });
    const first = await device();
    await scanning.selectOption('#camera', { index: 1 });
    await expect.poll(device).not.toBe(first);
    await expect.poll(device).toBeDefined();
    expect(await scanning.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await scanning.locator('.camera').isVisible()).toBe(true);
    if (process.env['SCREEN'] !== undefined) await scanning.screenshot({ path: process.env['SCREEN'] });
  } finally {
    await filming.close();
  }
});

/** What a phone's camera program hands over: the chooser of the one input that asks for the camera at the back. */
async function photograph(from: Page): Promise<void> {
  const png = Buffer.from(await barcodePng(utopia.code(7), { format: 'QRCode' }));
  const opened = from.waitForEvent('filechooser');
  await from.click('#scan');
  const chooser = await opened;
  expect(
    await chooser.element().evaluate((e: HTMLInputElement) => [e.id, e.getAttribute('capture'), e.accept]),
  ).toEqual(['photo', 'environment', 'image/*']);
  await chooser.setFiles({ name: 'image.jpg', mimeType: 'image/png', buffer: png });
}

test('where a browser gives no frames of a camera, the first button takes a photo', async () => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    await phone.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
    const app = await phone.newPage();
    const wrong = complaints(app);
    await ready(app, address);
    await photograph(app);
    expect(await answer(app)).toMatchObject({ outcome: 'VALID' });
    await app.click('#again');
    await photograph(app);
    expect(await answer(app)).toMatchObject({ outcome: 'VALID' });
    expect(wrong).toEqual([]);
  } finally {
    await phone.close();
  }
});

test('where the camera is refused, the same button takes a photo from then on', async () => {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await page.click('#scan');
  await page.locator('.note', { hasText: 'cannot be used' }).waitFor();
  await photograph(page);
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  expect(errors).toEqual([]);
});

test('a camera that is busy at the moment is asked again', async () => {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('busy', 'NotReadableError'));
  });
  await page.click('#scan');
  await page.locator('.note', { hasText: 'cannot be used' }).waitFor();
  expect(await page.locator('#photo').count()).toBe(0);
});
