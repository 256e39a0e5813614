/** Lists from a file, erased storage, reports that are sent, and what the page's own policy lets nobody do. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Utopia } from '../utopia/utopia';
import { complaints, launch, paste, ready, settled } from './chromium';
import { PageServer } from './server';

const utopia = new Utopia();
const now = Date.now();

let browser: Browser;
let server: PageServer;
let address: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  await serve();
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

async function serve(more: object = {}): Promise<void> {
  server = new PageServer({
    rootFingerprint: utopia.fingerprint({ now }),
    authority: 'Migration Authority of Utopia',
    environment: 'demo',
    ...more,
  });
  address = await server.start();
}

const lists = () => page.locator('#lists [data-sequence]');

async function take(bytes: Uint8Array, seen: { sequence: string; trouble: string }): Promise<void> {
  const file = { name: 'snapshot.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) };
  await page.setInputFiles('#lists-file', file);
  await page.locator(`#lists [data-sequence="${seen.sequence}"][data-trouble="${seen.trouble}"]`).waitFor();
}

describe('lists from a file', () => {
  test('a machine that is never online judges by what somebody carried to it, and refuses what it would refuse online', async () => {
    await ready(page, address);
    expect(await lists().getAttribute('data-sequence')).toBe('');
    await take(utopia.snapshot({ now, sequence: 5, statuses: { 8: 1 } }), { sequence: '5', trouble: '' });
    expect(await paste(page, utopia.code(8))).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
    await page.click('#again');
    await take(utopia.snapshot({ now, sequence: 4 }), { sequence: '5', trouble: 'OLDER' });
    await take(new TextEncoder().encode('no lists'), { sequence: '5', trouble: 'CORRUPT' });
    await take(utopia.snapshot({ now, sequence: 6 }), { sequence: '6', trouble: '' });
    await ready(page, address);
    expect(await lists().getAttribute('data-sequence'), 'it is kept').toBe('6');
  });
});

describe('storage that the browser erased', () => {
  const erase = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('stayseal-verifier');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(new Error('not erased'));
        }),
    );

  test('is told, and gives no older lists a way in', async () => {
    server.snapshot = utopia.snapshot({ now, sequence: 5 });
    await ready(page, address);
    expect(await page.locator('#erased').count()).toBe(0);
    await erase();
    server.snapshot = utopia.snapshot({ now, sequence: 4 });
    await ready(page, address);
    expect(await page.locator('#erased').innerText()).toContain('erased');
    expect(await lists().getAttribute('data-trouble')).toBe('OLDER');
    await take(utopia.snapshot({ now, sequence: 5 }), { sequence: '5', trouble: '' });
    expect(await page.locator('#erased').count(), 'until the page is opened again').toBe(1);
    await ready(page, address);
    expect(await page.locator('#erased').count()).toBe(0);
  });

  test('a mark that nobody here wrote is none', async () => {
    server.snapshot = utopia.snapshot({ now, sequence: 5 });
    await page.addInitScript(() => localStorage.setItem('stayseal-verifier-kept', '{"pinned":7,"root":"x"}'));
    await ready(page, address);
    expect(await page.locator('#erased').count()).toBe(0);
    expect(await lists().getAttribute('data-sequence')).toBe('5');
  });
});

describe('a report', () => {
  const said = () => page.locator('#report-said');

  test('is sent with the id and the reason alone', async () => {
    await server.stop();
    await serve({ report: '../reports' });
    server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
    const sent: { body: string | null; headers: Record<string, string> }[] = [];
    let status = 503;
    await context.addCookies([{ name: 'who', value: 'me', url: address }]);
    await page.route('**/reports', (route) => {
      sent.push({ body: route.request().postData(), headers: route.request().headers() });
      return route.fulfill({ status });
    });
    await ready(page, address);
    await paste(page, utopia.code(8));
    await page.click('#send');
    await said().filter({ hasText: 'could not be sent' }).waitFor();
    status = 204;
    await page.click('#send');
    await said().filter({ hasText: 'Sent' }).waitFor();
    expect(await page.locator('#send').isDisabled()).toBe(true);
    const body = JSON.parse(sent[1]?.body ?? '') as Record<string, string>;
    expect(body).toEqual({ code: expect.stringMatching(/^[0-9a-f]{16}$/) as string, reason: 'REVOKED' });
    expect(sent[1]?.headers).not.toHaveProperty('cookie');
    expect(sent[1]?.headers).not.toHaveProperty('referer');
  });

  test('is sent nowhere without an address, and to no other server than the policy names', async () => {
    server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
    await ready(page, address);
    await paste(page, utopia.code(8));
    expect(await page.locator('#send').count()).toBe(0);
    await server.stop();
    await serve({ report: 'https://elsewhere.example/reports' });
    server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
    const asked: string[] = [];
    await page.route('https://elsewhere.example/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 204 });
    });
    await ready(page, address);
    await paste(page, utopia.code(8));
    await page.click('#send');
    await said().filter({ hasText: 'could not be sent' }).waitFor();
    expect(asked).toEqual([]);
  });

  test('an address that is neither https nor mail stops the page', async () => {
    await server.stop();
    await serve({ report: 'http://authority.example/' });
    await page.goto(address);
    await page.locator('.note', { hasText: 'not set up correctly' }).waitFor();
  });
});

describe('the policy', () => {
  test('no text becomes HTML or a script, and no second policy is made', async () => {
    server.snapshot = utopia.snapshot({ now });
    await ready(page, address);
    const refused = await page.evaluate(() => {
      const types = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes;
      const attempts: (() => unknown)[] = [
        () => (document.createElement('div').innerHTML = '<b>x</b>'),
        () => document.createElement('div').insertAdjacentHTML('beforeend', '<b>x</b>'),
        () => (document.createElement('script').src = './other.js'),
        () => new Worker('./other.js'),
        () => types.createPolicy('other', {}),
        () => types.createPolicy('stayseal', {}),
        () => types.createPolicy('default', {}),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (e) {
          return (e as Error).name;
        }
      });
    });
    expect(refused).toEqual(Array(7).fill('TypeError'));
  });

  test('a scan asks nobody for anything', async () => {
    server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
    const errors = complaints(page);
    await ready(page, address);
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const before = server.asked.length;
    for (const code of [utopia.code(7), utopia.code(8), utopia.seal(), 'https://example.org/permit'])
      await paste(page, typeof code === 'string' ? code : Buffer.from(code).toString('latin1')).then(() =>
        page.click('#again'),
      );
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(server.askedSince(before)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
