import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { conformance, hasConformance } from '../conformance';
import { EXTENSION, endedInOctober, endedYesterday, SEAL_LINES, Utopia } from '../utopia/utopia';
import { answer, answerTo, complaints, launch, paste, ready, settled } from './chromium';
import { barcodePng, makeMjpeg } from './codes';
import { PageServer } from './server';

const DAY = 86_400_000;
const PASSPORT_LINES = ['P<XXBMUSTER<<OLENA<VERA<<<<<<<<<<<<<<<<<<<<<', 'P4711001<7XXB8503127F3101311<<<<<<<<<<<<<<06'];
const utopia = new Utopia();
const now = Date.now();
const pin = utopia.fingerprint({ now });
const folder = mkdtempSync(join(tmpdir(), 'stayseal-page-'));

let browser: Browser;
let server: PageServer;
let address: string;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = new PageServer({
    root: JSON.parse(new TextDecoder().decode(utopia.rootDocument({ now }))) as object,
    rootFingerprint: pin,
    snapshotUrl: '../trust/snapshot',
    authority: 'Migration Authority of Utopia',
    environment: 'demo',
  });
  server.snapshot = utopia.snapshot({ now, sequence: 2, statuses: { 8: 1 } });
  address = await server.start();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  errors = complaints(page);
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

describe('pasted codes', () => {
  test('a permit that a notice extends says by which act, until when, and links nowhere', async () => {
    server.snapshot = utopia.snapshot({
      now,
      sequence: 2,
      notices: [EXTENSION],
      legalEffect: { notification: 'Notified', territory: ['UT'], onlyWithPassport: true },
    });
    await ready(page, address);
    const found = await paste(page, utopia.code(7, endedInOctober));
    expect(found).toMatchObject({ outcome: 'VALID', reason: 'EXTENDED_BY_NOTICE' });
    const notice = page.locator('[data-notice]');
    expect(await notice.innerText()).toContain(
      'Extended until 31 October 2099 by Residence Act (Extension) Order 2026/3; printed end 31 October 2026',
    );
    expect(await notice.innerText()).toContain(EXTENSION.act.uri);
    expect(await page.locator('article a').count()).toBe(0);
    expect(await page.locator('#legal-effect').innerText()).toContain('Counts only together with a passport');
    expect(errors).toEqual([]);
  });

  test('a permit that is over asks for the paper about its renewal, and goes on beside it', async () => {
    server.snapshot = utopia.snapshot({ now, sequence: 3, documentTypes: ['RP1', 'RPC1'] });
    await ready(page, address);
    const permit = utopia.code(21, endedYesterday(now));
    expect(await paste(page, permit)).toMatchObject({ outcome: 'INVALID', reason: 'EXPIRED' });
    await page.click('#other-half');
    expect(await page.locator('.kept').innerText()).toContain('The permit is kept');
    expect(await paste(page, utopia.continuation(22, 31, now))).toMatchObject({
      outcome: 'INVALID',
      reason: 'EXPIRED',
    });
    expect(await page.locator('[data-continuation]').innerText()).toContain('it belongs to another code');
    await page.click('#other-half');
    const found = await paste(page, utopia.continuation(21, 32, now));
    expect(found).toMatchObject({ outcome: 'VALID', reason: 'EXTENDED_BY_CONTINUATION' });
    expect(await page.locator('[data-continuation="PASSED"]').innerText()).toContain('Residence Act 81(4)');
    expect(await page.locator('#other-half').count()).toBe(0);
    await page.click('#again');
    expect(await page.locator('.kept').isHidden()).toBe(true);
    expect(await paste(page, utopia.continuation(21, 33, now))).toMatchObject({
      outcome: 'INDETERMINATE',
      reason: 'CONTINUATION_ALONE',
    });
    expect(await page.locator('#other-half').innerText()).toBe('Scan the permit too');
    expect(errors).toEqual([]);
  });

  test('a permit in force is green, says so and asks to compare the face', async () => {
    await ready(page, address);
    const found = await paste(page, utopia.code(7));
    expect(found).toEqual({ outcome: 'VALID', reason: '', word: 'VALID', sentence: 'Valid. Compare the face.' });
    expect(await page.locator('[data-check]').count()).toBe(15);
    expect(await page.locator('.demo').innerText()).toContain('Demonstration');
    expect(errors).toEqual([]);
  });

  test('a revoked one is red', async () => {
    await ready(page, address);
    expect(await paste(page, utopia.code(8))).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED', word: 'INVALID' });
  });

  test('the answer is for the purpose that was chosen', async () => {
    await ready(page, address);
    await page.getByLabel('Bank').check();
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'INDETERMINATE', reason: 'PURPOSE_NOT_STATED' });
    await page.click('#again');
    await page.getByLabel('Employer').check();
    const found = await paste(page, utopia.code(7));
    expect(found).toMatchObject({ outcome: 'VALID', reason: 'WITH_CONDITIONS' });
    expect(await page.locator('#lead').innerText()).toMatch(/^May work: limited to: up to 20 hours a week\nuntil /);
    expect(await page.locator('.next').innerText()).toContain('Compare the photo');
  });

  test('several codes are listed, the gravest on top', async () => {
    await ready(page, address);
    const found = await paste(page, [utopia.code(7), utopia.code(8), 'https://example.org'].join('\n'));
    expect(found).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
    expect(await page.locator('.several button').count()).toBe(2);
    expect(await page.locator('main').innerText()).toContain('1 other code(s)');
  });

  test('a web address is not opened, and is no permit', async () => {
    await ready(page, address);
    await settled(page);
    const before = server.asked.length;
    expect(await paste(page, 'https://localhost/permit')).toMatchObject({ outcome: 'INVALID', reason: 'NOT_A_PERMIT' });
    expect(server.askedSince(before)).toEqual([]);
  });
});

describe('the printed lines', () => {
  const printed = SEAL_LINES.join('\n');

  async function compare(lines: string): Promise<unknown> {
    await page.fill('#mrz', lines);
    return answerTo(page, () => page.click('#compare'));
  }

  beforeEach(async () => {
    await ready(page, address);
    const buffer = Buffer.from(await barcodePng(utopia.seal(), { format: 'DataMatrix' }));
    await page.setInputFiles('#file', { name: 'seal.png', mimeType: 'image/png', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'VALID', sentence: 'Valid. Compare the face.' });
    await page.locator('details.compare > summary').click();
  });

  test('that fit say so, and still ask to compare the face', async () => {
    await settled(page);
    const before = server.asked.length;
    expect(await compare(printed.toLowerCase())).toMatchObject({
      outcome: 'VALID',
      sentence: 'Valid. The papers fit together. Compare the face.',
    });
    expect(await page.locator('[data-question=holder]').getAttribute('data-result')).toBe('MATCHED');
    expect(server.askedSince(before)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('that were misread can be corrected, and then fit', async () => {
    expect(await compare(printed.replace('850402', '850403'))).toMatchObject({
      outcome: 'INDETERMINATE',
      reason: 'INVALID_PRINTED_MRZ',
    });
    expect(await page.locator('#mrz').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#mrz-result').innerText()).toContain('characters 14 to 20 of line 2');
    expect(await compare(printed)).toMatchObject({ outcome: 'VALID' });
  });

  test.each([
    ['pasted in one line', printed.replace('\n', ''), 'MATCHED'],
    ['pasted with spaces for fillers', printed.replaceAll('<', ' '), 'MATCHED'],
    ['pasted with blank lines', `\n${printed.replace('\n', '\r\n\r\n')}\n `, 'MATCHED'],
    ['with a character missing', printed.replace('UT1', 'U1'), 'Line 2 has 35 characters and should have 36.'],
    ['of one line', SEAL_LINES[1], 'There is 1 line here.'],
    ['of three lines', `${printed}\n${SEAL_LINES[1]}`, 'Line 1 has 36 characters and should have 30.'],
    ['with a letter that has a mark', printed.replace('MARIA', 'MARÍA'), 'Character 18 of line 1'],
    ['of a passport', PASSPORT_LINES.join('\n'), 'Look whether they belong in the other field.'],
  ])('%s', async (_, lines, said) => {
    await compare(lines);
    if (said === 'MATCHED') {
      expect(await page.locator('[data-question=holder]').getAttribute('data-result')).toBe('MATCHED');
    } else {
      expect(await page.locator('#mrz-result').innerText()).toContain(said);
      expect(await page.inputValue('#mrz')).toBe(lines);
    }
    // On a phone nothing is wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('that differ are red, name the field, and are gone with the answer', async () => {
    expect(await compare(printed.replace('MARIA', 'MARTA'))).toMatchObject({
      outcome: 'INVALID',
      reason: 'SEAL_DOCUMENT_MISMATCH',
    });
    expect(await page.locator('#mrz-result').innerText()).toContain('differs in: name');
    await page.click('#again');
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
    expect(await page.inputValue('#mrz')).toBe('');
  });

  test('half typed ones stay when newer lists arrive', async () => {
    await page.fill('#passport-mrz', 'P<UTOALM');
    server.snapshot = utopia.snapshot({ now, sequence: 3, statuses: { 7: 1 } });
    await page.click('#update');
    await page.locator('#lists', { hasText: 'list 3' }).waitFor();
    expect(await page.inputValue('#passport-mrz')).toBe('P<UTOALM');
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  });
});

describe('pictures', () => {
  test('a QR code in a chosen picture is read', async () => {
    await ready(page, address);
    const buffer = Buffer.from(await barcodePng(utopia.code(7), { format: 'QRCode' }));
    await page.setInputFiles('#file', { name: 'permit.png', mimeType: 'image/png', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
    expect(errors).toEqual([]);
  });

  test('a seal in a DataMatrix is read to the byte', async () => {
    await ready(page, address);
    const buffer = Buffer.from(await barcodePng(utopia.seal(), { format: 'DataMatrix' }));
    await page.setInputFiles('#file', { name: 'seal.png', mimeType: 'image/png', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  });

  test('a PDF is read page by page, and nothing is sent', async () => {
    await ready(page, address);
    const png = Buffer.from(await barcodePng(utopia.code(7), { format: 'QRCode' }));
    const paper = await context.newPage();
    await paper.setContent(`<h1>Permit</h1><img width="320" src="data:image/png;base64,${png.toString('base64')}">`);
    const buffer = await paper.pdf({ format: 'A4' });
    await settled(page);
    const before = server.asked.length;
    await page.setInputFiles('#file', { name: 'permit.pdf', mimeType: 'application/pdf', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
    expect(server.askedSince(before).filter((p) => !/\/assets\/pdf/.test(p))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([
    ['no picture at all', Buffer.from('hello')],
    ['a cut picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a picture that claims absurd sizes', absurdPng()],
  ])('%s is NO_CODE_FOUND', async (_, buffer) => {
    await ready(page, address);
    await page.setInputFiles('#file', { name: 'x.png', mimeType: 'image/png', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'INDETERMINATE', reason: 'NO_CODE_FOUND' });
    expect(await page.locator('#sentence').innerText()).toContain('cannot be read as a picture or PDF');
    expect(await page.locator('.next').innerText()).toContain('take a new picture');
    expect(await page.locator('[data-check=format]').textContent()).toMatch(/damaged: |unreadable: /);
  });

  test('a scrap of print that decodes as a tiny DataMatrix is no code, alone and beside a permit', async () => {
    await ready(page, address);
    const phantom = Buffer.from(await barcodePng(Uint8Array.from([0xdc, 3, 0x47, 0x47]), { format: 'DataMatrix' }));
    const permit = Buffer.from(await barcodePng(utopia.code(7), { format: 'QRCode' }));
    await page.setInputFiles('#file', { name: 'scrap.png', mimeType: 'image/png', buffer: phantom });
    expect(await answer(page)).toMatchObject({ outcome: 'INDETERMINATE', reason: 'NO_CODE_FOUND' });
    await page.click('#again');
    await page.setInputFiles('#file', {
      name: 'both.png',
      mimeType: 'image/png',
      buffer: await beside(permit, phantom),
    });
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
    expect(await page.locator('.several').count()).toBe(0);
  });

  test.skipIf(!hasConformance)('the printed figures of TR-03137 are read', async () => {
    await ready(page, address);
    for (const name of ['f-visa', 'g-address-sticker', 'h-residence-sticker']) {
      const buffer = await readFile(join(conformance, `barcodes/tr03137-annex-${name}.jpeg`));
      await page.setInputFiles('#file', { name: 'figure.jpeg', mimeType: 'image/jpeg', buffer });
      expect(await answer(page), name).toMatchObject({ reason: 'UNKNOWN_CERTIFICATE' });
      expect(await page.locator('[data-check=format]').textContent()).toContain('decoded as');
      await page.click('#again');
    }
  });
});

test('the camera reads a permit and stops on the answer', async () => {
  const film = join(folder, 'permit.mjpeg');
  await makeMjpeg(browser, await barcodePng(utopia.code(7), { format: 'QRCode' }), film);
  const filming = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  try {
    const scanning = await filming.newPage();
    await ready(scanning, address);
    await settled(scanning);
    const before = server.asked.length;
    await scanning.click('#scan');
    expect(await answer(scanning)).toMatchObject({ outcome: 'VALID' });
    expect(server.askedSince(before)).toEqual([]);
  } finally {
    await filming.close();
  }
});

describe('offline', () => {
  test('after one visit the page opens and judges with the server stopped', async () => {
    await ready(page, address);
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
    await server.stop();
    await ready(page, address);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
    await page.click('#again');
    const buffer = Buffer.from(await barcodePng(utopia.code(8), { format: 'QRCode' }));
    await page.setInputFiles('#file', { name: 'permit.png', mimeType: 'image/png', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
    expect(await page.locator('#lists').innerText()).toContain('Not connected');
  });

  test('without any list it cannot tell', async () => {
    server.snapshot = undefined;
    await ready(page, address);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'INDETERMINATE', reason: 'NO_TRUST_LIST' });
  });
});

describe('lists', () => {
  test('a newer list is taken and an older one refused, across visits', async () => {
    await ready(page, address);
    server.snapshot = utopia.snapshot({ now, sequence: 3, statuses: { 7: 1 } });
    await ready(page, address);
    expect(await paste(page, utopia.code(7))).toMatchObject({ reason: 'REVOKED' });
    server.snapshot = utopia.snapshot({ now: now - DAY, sequence: 2 });
    await ready(page, address);
    await page.locator('#lists [data-trouble=OLDER]').waitFor();
    expect(await paste(page, utopia.code(7))).toMatchObject({ reason: 'REVOKED' });
  });

  test('an answer on the screen follows newer lists, without a new scan', async () => {
    await ready(page, address);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
    server.snapshot = utopia.snapshot({ now, sequence: 3, statuses: { 7: 1 } });
    await page.click('#update');
    await page.locator('article[data-reason=REVOKED]').waitFor();
    expect(await answer(page)).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
  });

  test('of another root are refused, and say so', async () => {
    server.snapshot = utopia.snapshot({ now, foreign: true });
    await ready(page, address);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'INDETERMINATE', reason: 'UNKNOWN_ROOT' });
  });

  test('that are damaged are refused', async () => {
    server.snapshot = new Uint8Array(1000);
    await ready(page, address);
    await page.locator('#lists [data-trouble=CORRUPT]').waitFor();
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'INDETERMINATE', reason: 'NO_TRUST_LIST' });
  });
});

/** Both pictures on one, side by side. */
async function beside(left: Buffer, right: Buffer): Promise<Buffer> {
  const paper = await context.newPage();
  const [a, b] = [left, right].map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`);
  await paper.setContent(`<div style="display:flex;gap:80px;padding:40px;background:#fff">${a}${b}</div>`);
  const picture = await paper.screenshot({ fullPage: true });
  await paper.close();
  return picture;
}

/** The header of a PNG of 60,000 by 60,000. */
function absurdPng(): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}
