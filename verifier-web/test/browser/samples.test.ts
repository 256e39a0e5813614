/** Every sample has on the page the answer that samples/README.md promises. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { answer, launch } from './chromium';
import { give, read, samplesServer, thatMorning } from './samples';

const ROW = /^\| `([a-z.-]+\.(?:png|pdf))` \|[^|]+\| (?:\d × )?(VALID|INVALID)(?: `([A-Z_]+)`)? \|/gm;
const promises = [...read('README.md').matchAll(ROW)].map(([, file = '', outcome, reason]) => ({
  file,
  outcome,
  reason: reason ?? '',
}));

const server = samplesServer();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  await thatMorning(page, await server.start());
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('the read-me names samples of every format', () => {
  expect(promises.length).toBeGreaterThan(12);
});

test.each(promises)('$file is $outcome $reason', async ({ file, outcome, reason }) => {
  await give(page, file);
  expect(await answer(page)).toMatchObject({ outcome, reason });
  await page.click('#again');
});

test('the face of an IDB is shown, in JPEG 2000 as it is', async () => {
  await give(page, 'valid-idb.pdf');
  await answer(page);
  const width = await page.locator('img.photo').evaluate(async (photo: HTMLImageElement) => {
    await photo.decode();
    return photo.naturalWidth;
  });
  expect(width).toBe(104);
  await page.click('#again');
});

test('the printed lines beside an IDB are those in its code', async () => {
  await give(page, 'valid-idb.png');
  await answer(page);
  await page.locator('details.compare > summary').click();
  await page.fill('#mrz', read('valid-idb-lines.txt'));
  await page.click('#compare');
  await page.locator('#mrz-result b').waitFor();
  expect(await page.locator('#mrz-result').innerText()).toContain('compared, and it fits');
  expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
});
