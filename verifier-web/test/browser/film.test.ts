/** The camera in a hand: films of codes that come into focus slowly, and are seen from the side. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { Utopia } from '../utopia/utopia';
import { answer, launch, ready, type Answer } from './chromium';
import { barcodePng, makeHeldFilm, type Held } from './codes';
import { PageServer } from './server';

const utopia = new Utopia();
const now = Date.now();
const server = new PageServer({ rootFingerprint: utopia.fingerprint({ now }), environment: 'demo' });
server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
const folder = mkdtempSync(join(tmpdir(), 'stayseal-held-'));

/** Nothing can be read in the first of these; the last are what a hand comes to rest at. */
const OUT_OF_FOCUS: readonly Held[] = [
  { tilt: 30, turn: -32, roll: 12, blur: 14 },
  { tilt: 28, turn: -30, roll: 11, blur: 12 },
  { tilt: 27, turn: -30, roll: 10, blur: 10 },
];
const AT_REST: readonly Held[] = [
  { tilt: 25, turn: -28, roll: 9, blur: 1.6 },
  { tilt: 24, turn: -27, roll: 8, blur: 1.4 },
  { tilt: 24, turn: -26, roll: 8, blur: 1.5 },
];

let browser: Browser;
let address: string;

beforeAll(async () => {
  browser = await launch();
  address = await server.start();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @return the answer, or undefined when there was none in so many milliseconds */
async function filmed(
  content: string | Uint8Array,
  format: 'QRCode' | 'DataMatrix' | 'Aztec',
  moments: readonly Held[],
  wait = 40_000,
): Promise<Answer | undefined> {
  const film = join(folder, `${format}-${moments.length}.mjpeg`);
  await makeHeldFilm(browser, await barcodePng(content, { format }), moments, film);
  const filming = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  try {
    const page = await filming.newPage({ viewport: { width: 390, height: 844 } });
    await ready(page, address);
    await page.click('#scan');
    page.setDefaultTimeout(wait);
    return await answer(page).catch(() => undefined);
  } finally {
    await filming.close();
  }
}

test('a revoked permit is read out of a film that comes into focus, from the side', async () => {
  expect(await filmed(utopia.code(8), 'QRCode', [...OUT_OF_FOCUS, ...AT_REST])).toMatchObject({ reason: 'REVOKED' });
});

test('so is a seal', async () => {
  expect(await filmed(utopia.seal(), 'DataMatrix', [...OUT_OF_FOCUS, ...AT_REST])).toMatchObject({ outcome: 'VALID' });
});

test('so is an Aztec code', async () => {
  expect(await filmed(utopia.code(7), 'Aztec', [...OUT_OF_FOCUS, ...AT_REST])).toMatchObject({ outcome: 'VALID' });
});

test('what never comes into focus is no permit, and never a wrong one', async () => {
  const said = await filmed(utopia.code(7), 'QRCode', OUT_OF_FOCUS, 3_000);
  expect(said?.reason ?? 'NO_CODE_FOUND').toBe('NO_CODE_FOUND');
});
