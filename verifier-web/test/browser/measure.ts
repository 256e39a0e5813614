/** What the page costs: bytes before the first scan, and time from the camera's frame to the answer. `npm run measure`, on a machine that does nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Utopia } from '../utopia/utopia';
import { answer, launch, ready } from './chromium';
import { barcodePng, makeMjpeg } from './codes';
import { drawnFace } from './face';
import { PageServer } from './server';

const SCANS = 15;
const MOST_BYTES = 600 * 1024;
const MOST_MS = 150;

const utopia = new Utopia();
const now = Date.now();
const server = new PageServer({
  rootFingerprint: utopia.fingerprint({ now }),
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
});
server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
const address = await server.start();
const folder = mkdtempSync(join(tmpdir(), 'stayseal-measure-'));
let good = true;

function say(what: string, value: string, fits: boolean): void {
  good &&= fits;
  console.log(`${what.padEnd(46)} ${value.padStart(12)}${fits ? '' : '  TOO MUCH'}`);
}

/** What page and workers asked for until it can scan; the service worker fetches the rest later, in nobody's way. */
async function firstLoad(language: string): Promise<void> {
  const browser = await launch();
  const context = await browser.newContext({ locale: language, serviceWorkers: 'block' });
  const page = await context.newPage();
  const files = new Map<string, Buffer>();
  context.on('response', (response) => {
    const url = response.url();
    if (url.startsWith(address))
      void response.body().then(
        (body) => files.set(url, body),
        () => undefined,
      );
  });
  await ready(page, address);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  await browser.close();
  const sum = (pack: (body: Buffer) => Buffer) => [...files.values()].reduce((n, body) => n + pack(body).length, 0);
  const gzip = sum((body) => gzipSync(body, { level: 9 }));
  say(`before the first scan (${language}), gzip`, `${Math.round(gzip / 1024)} KB`, gzip < MOST_BYTES);
  const brotli = sum((body) => brotliCompressSync(body));
  say(`before the first scan (${language}), brotli`, `${Math.round(brotli / 1024)} KB`, brotli < MOST_BYTES);
  for (const [url, body] of [...files].sort(([, a], [, b]) => b.length - a.length).slice(0, 4)) {
    console.log(`  ${url.slice(address.length)}: ${Math.round(gzipSync(body, { level: 9 }).length / 1024)} KB`);
  }
}

async function scans(what: string, png: Uint8Array): Promise<void> {
  const film = join(folder, `${what}.mjpeg`);
  const drawing = await launch();
  await makeMjpeg(drawing, png, film);
  await drawing.close();
  const browser = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await ready(page, address);
  const times: number[] = [];
  for (let i = 0; i < SCANS; i++) {
    await page.click('#scan');
    await answer(page);
    const [frame, shown] = await page.evaluate(() =>
      ['stayseal-frame', 'stayseal-answer'].map((name) => performance.getEntriesByName(name).at(-1)?.startTime ?? NaN),
    );
    times.push((shown ?? NaN) - (frame ?? NaN));
    await page.click('#again');
  }
  await browser.close();
  times.sort((a, b) => a - b);
  const middle = times[Math.floor(SCANS / 2)] ?? NaN;
  const slowest = times.at(-1) ?? NaN;
  say(`frame to answer, ${what}, median of ${SCANS}`, `${Math.round(middle)} ms`, middle < MOST_MS);
  console.log(`  fastest ${Math.round(times[0] ?? NaN)} ms, slowest ${Math.round(slowest)} ms`);
}

await firstLoad('en');
await firstLoad('de');
const browser = await launch();
const photo = await drawnFace(browser);
await browser.close();
const withPhoto = utopia.code(7, (claims) => {
  const person = claims.get(169) as Map<number, unknown>;
  person.set(16, photo).set(17, 4);
});
await scans('QR', await barcodePng(utopia.code(7), { format: 'QRCode' }));
await scans('QR with a photo', await barcodePng(withPhoto, { format: 'QRCode' }));
await scans('seal', await barcodePng(utopia.seal(), { format: 'DataMatrix' }));
await server.stop();
rmSync(folder, { recursive: true });
if (!good) process.exitCode = 1;
