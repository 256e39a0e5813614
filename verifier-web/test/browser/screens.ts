/** Pictures of the screens for a person to look at: `npm run screens [folder]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from '../utopia/cbor';
import { EXTENSION, endedInOctober, endedYesterday, SEAL_LINES, Utopia } from '../utopia/utopia';
import { answer, launch, paste, ready } from './chromium';
import { barcodePng } from './codes';
import { drawnFace } from './face';
import { give, read, samplesServer, thatMorning } from './samples';
import { PageServer } from './server';

const folder = process.argv[2] ?? 'screens';
mkdirSync(folder, { recursive: true });
const utopia = new Utopia();
const now = Date.now();
const server = new PageServer({
  rootFingerprint: utopia.fingerprint({ now }),
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
});
server.snapshot = utopia.snapshot({
  now,
  statuses: { 8: 1, 9: 2 },
  documentTypes: ['RP1', 'RPC1'],
  notices: [EXTENSION],
  legalEffect: { notification: 'Notified on 3 March 2026 under 2026/3', territory: ['UT'], onlyWithPassport: true },
});
const address = await server.start();
const browser = await launch();
const photo = await drawnFace(browser);
const withPhoto = (claims: Map<number, Writable>) => {
  const person = claims.get(169) as Map<number, Writable>;
  person.set(16, photo).set(17, 4);
};
const codes: Record<string, string> = {
  valid: utopia.code(7, withPhoto),
  revoked: utopia.code(8, withPhoto),
  'cannot-tell': utopia.code(5000, withPhoto),
  'no-permit': 'https://example.org/',
  extended: utopia.code(11, endedInOctober),
  'permit-over': utopia.code(21, endedYesterday(now)),
  continued: [utopia.code(21, endedYesterday(now)), utopia.continuation(21, 32, now)].join('\n'),
  'continuation-alone': utopia.continuation(21, 32, now),
  several: [utopia.code(7, withPhoto), utopia.code(8), utopia.code(9)].join('\n'),
};
for (const [size, viewport] of [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 800 }],
] as const) {
  const page = await browser.newPage({ viewport });
  await ready(page, address);
  await page.screenshot({ path: join(folder, `start-${size}.png`) });
  await page.getByLabel('Employer').check();
  for (const [name, code] of Object.entries(codes)) {
    await paste(page, code);
    await answer(page);
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
    if (['extended', 'continued'].includes(name))
      await page.screenshot({ path: join(folder, `${name}-${size}-all.png`), fullPage: true });
    if (['revoked', 'cannot-tell'].includes(name))
      await page.screenshot({ path: join(folder, `${name}-${size}-all.png`), fullPage: true });
    if (name === 'valid') {
      await page.locator('details:has(.checks) > summary').click();
      await page.screenshot({ path: join(folder, `${name}-${size}-how.png`), fullPage: true });
    }
    await page.click('#again');
  }
  await page.getByLabel('somebody else').check();
  const seal = Buffer.from(await barcodePng(utopia.seal(), { format: 'DataMatrix' }));
  for (const [name, lines] of Object.entries({
    compared: SEAL_LINES.join('\n'),
    misread: SEAL_LINES.join('\n').replace('850402', '850403'),
    differs: SEAL_LINES.join('\n').replace('MARIA', 'MARTA'),
  })) {
    await page.setInputFiles('#file', { name: 'seal.png', mimeType: 'image/png', buffer: seal });
    await answer(page);
    await page.locator('details.compare > summary').click();
    await page.fill('#mrz', lines);
    await page.click('#compare');
    await page.locator('#mrz-result b').waitFor();
    await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true });
    await page.click('#again');
  }
}

// For docs/pictures: the samples on a phone, a screen high.
const samples = samplesServer();
const samplesAddress = await samples.start();
const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
await thatMorning(phone, samplesAddress);
const compared: Record<string, readonly [string, string, string]> = {
  'verify-compare-phone': ['valid-seal.png', read('valid-lines.txt'), read('valid-passport-lines.txt')],
  'verify-differs-phone': ['valid-seal.png', read('valid-lines.txt').replace('DARYNA', 'DARINA'), ''],
};
for (const [name, [file, mrz, passport]] of Object.entries(compared)) {
  await give(phone, file);
  await answer(phone);
  await phone.locator('details.compare > summary').click();
  await phone.fill('#mrz', mrz);
  await phone.fill('#passport-mrz', passport);
  await phone.click('#compare');
  await phone.locator('#mrz-result b').waitFor();
  await phone.locator('details.compare').evaluate((element) => element.scrollIntoView());
  await phone.screenshot({ path: join(folder, `${name}.png`) });
  await phone.click('#again');
}
await give(phone, 'valid-idb.pdf');
await answer(phone);
await phone.locator('img.photo').waitFor();
await phone.screenshot({ path: join(folder, 'verify-idb-phone.png') });
await samples.stop();
await browser.close();
await server.stop();
