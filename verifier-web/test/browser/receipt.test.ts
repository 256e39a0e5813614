/** Receipts: kept from an answer, as PDF and as data, and checked again with one drop. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readReceipt } from '../../src/receipt/read';
import { Utopia } from '../utopia/utopia';
import { answer, complaints, launch, paste, ready } from './chromium';
import { PageServer } from './server';

const folder = mkdtempSync(join(tmpdir(), 'stayseal-receipts-'));
const utopia = new Utopia();
const now = Date.now();
const server = new PageServer({
  rootFingerprint: utopia.fingerprint({ now }),
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
});

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
  server.snapshot = utopia.snapshot({ now });
  await context?.close();
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
  page = await context.newPage();
  errors = complaints(page);
  await ready(page, address);
});

async function keep(): Promise<{ json: string; pdf: string }> {
  await page.click('#receipt');
  await page.waitForSelector('#receipt-files button');
  const files = { json: '', pdf: '' };
  for (const kind of ['json', 'pdf'] as const) {
    const button = page.locator(`#receipt-files button[data-file$=".${kind}"]`);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toMatch(/^stayseal-receipt-\d{8}T\d{6}Z\.(json|pdf)$/);
    files[kind] = join(folder, download.suggestedFilename());
    await download.saveAs(files[kind]);
  }
  return files;
}

const again = () => page.getAttribute('#receipt-again', 'data-answer');

test('an employer keeps a receipt, and one drop of either file checks it again', async () => {
  await page.getByLabel('Employer').check();
  const code = utopia.code(7);
  await paste(page, code);
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const { json, pdf } = await keep();
  expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
  const receipt = await readReceipt(new Uint8Array(readFileSync(json)));
  expect(receipt).toMatchObject({ purpose: 'work', verdict: { outcome: 'VALID' }, lists: { country: 'UTO' } });
  expect(new TextDecoder().decode(receipt.embedded?.code)).toBe(code);
  for (const file of [json, pdf]) {
    await page.click('#again');
    await page.setInputFiles('input[type=file]', file);
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
    expect(await again()).toBe('STILL_VALID');
  }
  expect(errors).toEqual([]);
});

test('the PDF is a page with the code as a barcode and the receipt attached, and other readers think so too', async () => {
  await page.getByLabel('Employer').check();
  await paste(page, utopia.code(7));
  await answer(page);
  const { json, pdf } = await keep();
  execFileSync('pdfdetach', ['-save', '1', '-o', join(folder, 'attached.json'), pdf]);
  expect(readFileSync(join(folder, 'attached.json'))).toEqual(readFileSync(json));
  execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', pdf, join(folder, 'page')]);
  await page.click('#again');
  await page.setInputFiles('input[type=file]', join(folder, 'page.png'));
  // The drawn page alone is a picture with a permit's code like others.
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  expect(await page.locator('#receipt-again').count()).toBe(0);
});

test('a receipt of a permit that was revoked since says so', async () => {
  await page.getByLabel('Employer').check();
  await paste(page, utopia.code(7));
  await answer(page);
  const { json } = await keep();
  server.snapshot = utopia.snapshot({ now: now + 1_000, statuses: { 7: 1 } });
  await context.close();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  await ready(page, address);
  await page.setInputFiles('input[type=file]', json);
  expect(await answer(page)).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
  expect(await again()).toBe('NO_LONGER_VALID');
});

test('any other receipt holds nothing of the person, and a changed one is refused', async () => {
  await paste(page, utopia.code(7));
  await answer(page);
  const { json } = await keep();
  const text = readFileSync(json, 'utf8');
  expect(text).not.toContain('RP1:');
  await page.click('#again');
  await page.setInputFiles('input[type=file]', json);
  await page.getByText('This receipt holds no code').waitFor();
  writeFileSync(json, text.replace('VALID', 'INVAL'));
  await page.setInputFiles('input[type=file]', json);
  await page.getByText('This file is no receipt as it was kept').waitFor();
});
