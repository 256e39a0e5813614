/** The answer in the terms of whoever asks, what it sounds like, and how long it stays. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Utopia } from '../utopia/utopia';
import { launch, paste, ready } from './chromium';
import { PageServer } from './server';

const utopia = new Utopia();
const now = Date.now();
const pinned = utopia.fingerprint({ now });
const server = new PageServer({
  rootFingerprint: pinned,
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
});
server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 }, documentTypes: ['RP1', 'RPC1'] });

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
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});
afterEach(() => context.close());

const folded = () => page.locator('details.more');

test('an employer is told of work first, and the rest folds away', async () => {
  await ready(page, address);
  await page.getByLabel('an employer').check();
  await paste(page, utopia.code(7));
  expect(await page.locator('#lead').innerText()).toMatch(/^May work: limited to: up to 20 hours a week\nuntil /);
  expect(await page.locator('#asked').innerText()).toBe('Asked as: an employer');
  expect(await folded().count()).toBeGreaterThan(0);
  expect(await page.locator('.card').first().innerText()).toContain('Number');
});

test('anybody else is told of the right of residence, and sees all that it says', async () => {
  await ready(page, address);
  await paste(page, utopia.code(7));
  expect(await page.locator('#lead').innerText()).toMatch(/^Right of residence: until /);
  expect(await folded().count(), 'whoever asks about everything sees everything').toBe(0);
});

test('what an invalid code claims does not lead', async () => {
  await ready(page, address);
  await page.getByLabel('an employer').check();
  await paste(page, utopia.code(8));
  expect(await page.locator('#lead').count()).toBe(0);
});

test('the purpose is remembered, and nothing else of a visit', async () => {
  await ready(page, address);
  await page.getByLabel('an employer').check();
  await paste(page, utopia.code(7));
  await ready(page, address);
  expect(await page.getByLabel('an employer').isChecked()).toBe(true);
  const kept = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }) as Record<string, string>);
  expect(Object.keys(kept).sort()).toEqual(['stayseal-verifier-kept', 'stayseal-verifier-purpose']);
  expect(kept['stayseal-verifier-purpose']).toBe('work');
  const numbers = { pinned: pinned, root: 1, trustList: 1, snapshot: 1 };
  expect(JSON.parse(kept['stayseal-verifier-kept'] ?? '')).toEqual(numbers);
});

test('an answer goes after a minute, and whoever asks keeps it for another', async () => {
  await page.clock.install();
  await ready(page, address);
  await paste(page, utopia.code(7));
  expect(await page.locator('#left').innerText()).toContain('60 s');
  await page.clock.runFor(45_000);
  expect(await page.locator('#left').innerText()).toContain('15 s');
  expect(await page.locator('.clearing [role=status]').textContent()).toMatch(/in (20|19) s/);
  await page.click('#keep');
  await page.clock.runFor(58_000);
  expect(await page.locator('article.answer').count()).toBe(1);
  await page.clock.runFor(3_000);
  expect(await page.locator('article.answer').count()).toBe(0);
  expect(await page.locator('.note').innerText()).toContain('taken from the screen');
  expect(await page.locator('body').innerText()).not.toContain('ALMEIDA');
});

test('typing beside an answer keeps it', async () => {
  await page.clock.install();
  await ready(page, address);
  await paste(page, utopia.code(7));
  await page.locator('details.compare > summary').click();
  await page.clock.runFor(50_000);
  await page.locator('#mrz').pressSequentially('I<');
  await page.clock.runFor(50_000);
  expect(await page.locator('article.answer').count()).toBe(1);
});

test('a tab that slept for long is empty when somebody looks at it again', async () => {
  await page.clock.install();
  await ready(page, address);
  await paste(page, utopia.code(7));
  await page.clock.pauseAt(Date.now() + 10_000);
  // As after sleep: the time is another, and no timer has run.
  await page.clock.setFixedTime(Date.now() + 3_600_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await page.locator('article.answer').count()).toBe(0);
});

test('a permit that waits for its paper is not kept for longer', async () => {
  await page.clock.install();
  await ready(page, address);
  await paste(page, utopia.continuation(21, 31, now));
  await page.click('#other-half');
  expect(await page.locator('.kept #left').innerText()).toContain('60 s');
  await page.clock.runFor(61_000);
  expect(await page.locator('.kept').isHidden()).toBe(true);
});

test('sound is off at first, and each answer has its own when it is on', async () => {
  await page.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(globalThis, { heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      heard.push(this.frequency.value);
      start.call(this, when);
    };
  });
  const heard = () =>
    page.evaluate(() =>
      (globalThis as unknown as { heard: number[] }).heard.splice(0).map((hertz) => Math.round(hertz)),
    );
  await ready(page, address);
  await paste(page, utopia.code(7));
  expect(await heard()).toEqual([]);
  await page.click('#again');
  await page.getByLabel('Sound').check();
  expect(await heard(), 'an example').toEqual([660, 990]);
  for (const [code, tones] of [
    [utopia.code(7), [660, 990]],
    [utopia.code(8), [185, 185, 185]],
    [utopia.code(5000), [440]],
  ] as const) {
    await paste(page, code);
    expect(await heard()).toEqual(tones);
    await page.click('#again');
  }
  await ready(page, address);
  expect(await page.getByLabel('Sound').isChecked()).toBe(true);
});
