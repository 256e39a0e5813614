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

/** Waits for the answer on the screen. */
export async function answer(page: Page): Promise<Answer> {
  const article = page.locator('article.answer');
  await article.waitFor();
  return {
    outcome: await article.getAttribute('data-outcome'),
    reason: await article.getAttribute('data-reason'),
    word: await page.locator('#word').innerText(),
    sentence: await page.locator('#sentence').innerText(),
  };
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
