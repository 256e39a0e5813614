/** Every screen in every language: on the narrowest phone nothing is cut off to the side, and the page says which language it speaks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LANGUAGES, nameOf } from '../../src/page/languages';
import { EXTENSION, endedInOctober, Utopia } from '../utopia/utopia';
import { HoldersAuthority, LETTER_NUMBER, TOKEN } from './authority';
import { complaints, launch, paste, ready, settled } from './chromium';
import { PageServer } from './server';

const utopia = new Utopia();
const now = Date.now();
const server = new PageServer({
  rootFingerprint: utopia.fingerprint({ now }),
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
  report: 'mailto:reports@authority.example',
});
server.snapshot = utopia.snapshot({ now, statuses: { 8: 1, 9: 2 }, notices: [EXTENSION] });

const CODES: Readonly<Record<string, string>> = {
  'work, within limits': utopia.code(7),
  revoked: utopia.code(8),
  suspended: utopia.code(9),
  'cannot tell': utopia.code(5000),
  extended: utopia.code(11, endedInOctober),
  'no permit': 'https://example.org/',
  several: [utopia.code(7), utopia.code(8), 'https://example.org/'].join('\n'),
};

let browser: Browser;
let address: string;

beforeAll(async () => {
  browser = await launch();
  address = await server.start();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function speaking(locale: string): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale, reducedMotion: 'reduce' });
  return [context, await context.newPage()];
}

/** What reaches beyond the screen, everything unfolded. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    document.querySelectorAll('details').forEach((d) => (d.open = true));
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((node) => node.closest('textarea, select, .aloud, [hidden]') === null && !node.matches('input'))
      .filter((node) => {
        const { left, right, width } = node.getBoundingClientRect();
        return width > 0 && (left < -1 || right > wide + 1);
      })
      .map((node) => `${node.tagName} ${node.id || node.className}: ${node.textContent?.slice(0, 40) ?? ''}`);
  });
}

/** In each language in turn, on the screen as it stands. */
async function inEach(page: Page, screen: string): Promise<void> {
  for (const language of LANGUAGES) {
    await page.selectOption('#language', language);
    await page.waitForFunction((tag) => document.documentElement.lang === tag, language);
    const direction = ['ar', 'he', 'fa', 'ur'].includes(language) ? 'rtl' : 'ltr';
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    expect(await tooWide(page), `${screen}, ${language}`).toEqual([]);
  }
  await page.selectOption('#language', 'en');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
}

describe('on the narrowest phone every language fits', () => {
  test.each(['', ...Object.keys(CODES)])('%s', async (name) => {
    const [context, page] = await speaking('en');
    const errors = complaints(page);
    await ready(page, address);
    await page.locator('input[value=work]').check();
    if (name !== '') {
      await paste(page, CODES[name] ?? '');
      await page.getByRole('button', { name: /another 60 s/ }).click();
    }
    await inEach(page, name);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("the holder's page", async () => {
    server.holders = new HoldersAuthority(utopia);
    const [context, page] = await speaking('en');
    const errors = complaints(page);
    await page.goto(`${address}holder.html`);
    await page.locator('#none').waitFor();
    await inEach(page, 'without a permit');
    await page.goto(`${address}holder.html#${TOKEN}`);
    await page.locator('#enter').waitFor();
    await inEach(page, 'the number');
    await page.fill('#letter-number', LETTER_NUMBER);
    await page.click('#put');
    await page.locator('#live[data-version]').waitFor();
    await page.locator('dl.tells').waitFor();
    await inEach(page, 'the permit');
    expect(errors).toEqual([]);
    await context.close();
  });
});

test.each(['ar', 'fr-BE', 'uk'])('a browser that speaks %s opens both pages in it', async (locale) => {
  const [language] = locale.split('-', 1);
  const [context, page] = await speaking(locale);
  await ready(page, address);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  await page.goto(`${address}holder.html`);
  await page.locator('#none').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await page.locator('#language').inputValue()).toBe(language);
  await context.close();
});

test("the holder's page changes its language where it stands", async () => {
  server.holders = new HoldersAuthority(utopia);
  const [context, page] = await speaking('en');
  await page.goto(`${address}holder.html#${TOKEN}`);
  await page.fill('#letter-number', LETTER_NUMBER);
  await page.click('#put');
  await page.locator('#live[data-version]').waitFor();
  expect(await page.locator('#tells').innerText()).toContain('Right from');
  await page.selectOption('#language', 'de');
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await page.locator('#live[data-version]').waitFor();
  expect(await page.locator('#language').inputValue()).toBe('de');
  expect(await page.locator('[data-field=birthDate]').innerText()).toMatch(/^\d{1,2}\. \p{L}+ \d{4}$/u);
  await page.reload();
  await page.locator('#live[data-version]').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await context.close();
});

test('another language is one choice away, from an answer too, offline too, and is remembered', async () => {
  const [context, page] = await speaking('en');
  await ready(page, address);
  await settled(page);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await ready(page, address);
  await paste(page, utopia.code(7));
  await context.setOffline(true);
  for (const language of LANGUAGES.filter((l) => l !== 'en')) {
    const before = await page.locator('#word').innerText();
    await page.selectOption('#language', language);
    await page.waitForFunction((tag) => document.documentElement.lang === tag, language);
    expect(await page.locator('#word').innerText()).not.toBe(before);
    expect(await page.locator('#language option:checked').innerText()).toBe(nameOf(language));
    expect(await page.locator('article.answer').getAttribute('data-outcome')).toBe('VALID');
  }
  const last = LANGUAGES.filter((l) => l !== 'en').at(-1) ?? 'en';
  await ready(page, address);
  expect(await page.locator('html').getAttribute('lang')).toBe(last);
  await context.close();
});
