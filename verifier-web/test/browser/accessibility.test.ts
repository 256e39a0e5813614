/** WCAG 2.2 AA on every screen, as far as a machine can tell. What it cannot (words, order, whether colours mean something) people look at. */
import { source } from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Utopia } from '../utopia/utopia';
import { launch, paste, ready } from './chromium';
import { PageServer } from './server';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  await ready(page, address);
});

/** Each fault with where it is: an empty list passes. */
async function faults(): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run({ runOnly: rules }),
    RULES,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function openAll(): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
}

test('the first screen, and everything that unfolds on it', async () => {
  expect(await faults()).toEqual([]);
  await openAll();
  expect(await faults()).toEqual([]);
});

test('VALID, with how it is known', async () => {
  expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
  await openAll();
  expect(await faults()).toEqual([]);
});

test('INVALID, and what to do next', async () => {
  expect(await paste(page, utopia.code(8))).toMatchObject({ outcome: 'INVALID' });
  await openAll();
  expect(await faults()).toEqual([]);
});

test('CANNOT TELL: no permit at all', async () => {
  await paste(page, 'https://example.org/');
  await openAll();
  expect(await faults()).toEqual([]);
});

test('on a wide screen, and at twice the size of letters', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await paste(page, utopia.code(7));
  await openAll();
  expect(await faults()).toEqual([]);
  await page.setViewportSize({ width: 640, height: 400 });
  expect(await faults()).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    'nothing is cut off to the side',
  ).toBe(true);
});

test.each([
  ['dark', { colorScheme: 'dark' }],
  ['more contrast', { contrast: 'more' }],
  ['dark, more contrast', { colorScheme: 'dark', contrast: 'more' }],
] as const)('every screen: %s', async (_, eyes) => {
  await page.emulateMedia({ reducedMotion: 'reduce', ...eyes });
  await openAll();
  expect(await faults(), 'the first screen').toEqual([]);
  for (const code of [utopia.code(7), utopia.code(8), 'https://example.org/']) {
    await ready(page, address);
    const { outcome } = await paste(page, code);
    await openAll();
    expect(await faults(), outcome ?? '').toEqual([]);
  }
});

test('the measure sees a fault', async () => {
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
  expect(await faults()).toContain('image-alt: img');
});
