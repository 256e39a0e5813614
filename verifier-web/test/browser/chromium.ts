import { chromium, type Browser, type Page } from 'playwright-core';

export function launch(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...more],
  });
}

/** Complaints of the page: errors, refused loads, breaches of its content security policy. */
export function complaints(page: Page): string[] {
  const list: string[] = [];
  page.on('pageerror', (e) => list.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error') list.push(m.text());
  });
  return list;
}

export interface Answer {
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly word: string;
  readonly sentence: string;
}

/** Waits for the answer on the screen, and reads all of it at one moment: newer lists may replace it at any other. */
export async function answer(page: Page): Promise<Answer> {
  const article = page.locator('article.answer:not([data-seen])');
  await article.waitFor();
  return article.evaluate((node: HTMLElement) => ({
    outcome: node.getAttribute('data-outcome'),
    reason: node.getAttribute('data-reason'),
    word: (node.querySelector('#word') as HTMLElement).innerText,
    sentence: (node.querySelector('#sentence') as HTMLElement).innerText,
  }));
}

/** The answer that comes of what is done, not the one that stands there already. */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<Answer> {
  await page.evaluate(() => document.querySelector('article.answer')?.setAttribute('data-seen', ''));
  await act();
  return answer(page);
}

export async function ready(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** Waits until the service worker has stored the page's own files: from then on the page asks its server for nothing. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

export async function paste(page: Page, code: string): Promise<Answer> {
  await page.locator('summary').first().click();
  await page.fill('#pasted', code);
  await page.click('#go');
  return answer(page);
}
