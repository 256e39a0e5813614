/** What a real Chromium keeps of the lists: several tabs at once, transactions that are aborted, tabs that are closed, clocks that are set. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Utopia } from '../utopia/utopia';
import { answer, launch, paste, ready } from './chromium';
import { PageServer } from './server';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const utopia = new Utopia();
const now = Date.now();
const deployment = {
  rootFingerprint: utopia.fingerprint({ now }),
  authority: 'Migration Authority of Utopia',
  environment: 'demo',
};

let browser: Browser;
let server: PageServer;
let address: string;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  await serve({});
  // So that each tab can be answered for itself.
  context = await browser.newContext({ serviceWorkers: 'block' });
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

async function serve(more: object): Promise<void> {
  server = new PageServer({ ...deployment, ...more });
  server.snapshot = utopia.snapshot({ now, sequence: 2 });
  address = await server.start();
}

interface Stored {
  readonly sequence: number;
  readonly manifest: string;
  /** In hexadecimal digits. */
  readonly zip: string;
}

/** The one record, as it is on the disk. */
function stored(page: Page): Promise<Stored> {
  return page.evaluate(async (pin) => {
    const wait = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const database = await wait(indexedDB.open('stayseal-verifier', 1));
    const record = (await wait(database.transaction('trust').objectStore('trust').get(pin))) as {
      zip: Uint8Array;
      memory: { list: { sequence: number }; manifest: { digest: string } };
    };
    database.close();
    return {
      sequence: record.memory.list.sequence,
      manifest: JSON.stringify(record.memory.manifest),
      zip: Array.from(record.zip, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  }, deployment.rootFingerprint);
}

function hex(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}

/** Presses the button, and waits until its answer is on the screen. */
async function update(page: Page): Promise<void> {
  // Tabs in the background draw nothing, and what waits for a drawing waits long.
  await page.evaluate(() => (document.getElementById('update') as HTMLElement).click());
  await page.waitForFunction(() => document.querySelector('#update:not([disabled])') !== null, undefined, {
    polling: 20,
  });
}

async function sequenceOf(page: Page): Promise<number> {
  return Number(await page.locator('#lists [data-sequence]').getAttribute('data-sequence'));
}

async function troubleOf(page: Page): Promise<string | null> {
  return page.locator('#lists [data-trouble]').getAttribute('data-trouble');
}

describe('tabs', () => {
  test('two tabs that import at once keep the newest, and neither judges by less', async () => {
    const tabs = [await context.newPage(), await context.newPage()] as const;
    for (const tab of tabs) await ready(tab, address);
    const shown = [0, 0];
    for (let round = 0; round < 12; round++) {
      const base = 3 + 2 * round;
      const offers = round % 2 === 0 ? [base, base + 1] : [base + 1, base];
      const zips = offers.map((sequence) => utopia.snapshot({ now, sequence, statuses: { 8: 1 } }));
      for (const [i, tab] of tabs.entries()) {
        await tab.unroute('**/trust/snapshot');
        await tab.route('**/trust/snapshot', (route) =>
          route.fulfill({ contentType: 'application/zip', body: Buffer.from(zips[i] as Uint8Array) }),
        );
      }
      await Promise.all(tabs.map(update));
      const kept = await stored(tabs[0]);
      expect(kept.sequence, `round ${round}`).toBe(base + 1);
      expect(kept.zip).toBe(hex(zips[offers.indexOf(base + 1)]));
      for (const [i, tab] of tabs.entries()) {
        const sequence = await sequenceOf(tab);
        expect(sequence).toBeGreaterThanOrEqual(offers[i] as number);
        expect(sequence).toBeGreaterThan(shown[i] as number);
        shown[i] = sequence;
        expect(['', 'OLDER']).toContain(await troubleOf(tab));
      }
    }
  });

  test('two tabs that import the same at once both take it, and nobody is told of a fault', async () => {
    const tabs = [await context.newPage(), await context.newPage()];
    for (const tab of tabs) await ready(tab, address);
    for (let sequence = 3; sequence < 9; sequence++) {
      server.snapshot = utopia.snapshot({ now, sequence });
      await Promise.all(tabs.map(update));
      for (const tab of tabs) {
        expect(await sequenceOf(tab)).toBe(sequence);
        expect(await troubleOf(tab)).toBe('');
      }
    }
  });

  test('a tab that is closed while it imports leaves the old lists or the new ones, whole', async () => {
    const witness = await context.newPage();
    await ready(witness, address);
    for (let sequence = 3; sequence < 15; sequence++) {
      const tab = await context.newPage();
      await ready(tab, address);
      const before = await stored(witness);
      const offered = utopia.snapshot({ now, sequence });
      server.snapshot = offered;
      await tab.evaluate(() => (document.getElementById('update') as HTMLElement).click());
      await new Promise((done) => setTimeout(done, 4 * (sequence - 3)));
      await tab.close();
      const after = await stored(witness);
      expect([before.zip, hex(offered)]).toContain(after.zip);
      expect(after.sequence).toBe(after.zip === before.zip ? before.sequence : sequence);
    }
  });
});

describe('a transaction that is aborted', () => {
  test('a transaction that is aborted leaves the old record whole, and the page says so', async () => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
        const request = put.apply(this, given);
        if (window.name === 'full') request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
    });
    await ready(page, address);
    const before = await stored(page);
    expect(before.sequence).toBe(2);
    await page.evaluate(() => void (window.name = 'full'));
    const newer = utopia.snapshot({ now, sequence: 3, statuses: { 8: 1 } });
    server.snapshot = newer;
    await update(page);
    expect(await stored(page)).toEqual(before);
    expect(await troubleOf(page)).toBe('NOT_KEPT');
    expect(await paste(page, utopia.code(8))).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });

    // What it could not store still counts in this tab.
    server.snapshot = utopia.snapshot({ now: now - DAY, sequence: 2 });
    await update(page);
    expect(await troubleOf(page)).toBe('OLDER');
    expect(await sequenceOf(page)).toBe(3);

    await page.evaluate(() => void (window.name = ''));
    server.snapshot = newer;
    await update(page);
    expect(await troubleOf(page)).toBe('');
    expect((await stored(page)).sequence).toBe(3);
  });
});

describe('a clock', () => {
  test('a clock that was set back is told, proves nothing, and gives nothing back', async () => {
    const page = await context.newPage();
    await ready(page, address);
    const before = await stored(page);
    await page.clock.setFixedTime(now - 2 * DAY);
    server.snapshot = utopia.snapshot({ now: now - 3 * DAY, sequence: 1 });
    await ready(page, address);
    expect(await troubleOf(page)).toBe('OLDER');
    expect(await page.locator('#clock').innerText()).toContain('clock is wrong');
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'INDETERMINATE', reason: 'CLOCK_UNRELIABLE' });
    expect(await stored(page)).toEqual(before);

    await page.clock.setFixedTime(now);
    server.snapshot = undefined;
    await ready(page, address);
    expect(await page.locator('#clock').count()).toBe(0);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
  });

  test('a clock that was set forward makes nothing VALID, and harms nothing once it is set again', async () => {
    const page = await context.newPage();
    await ready(page, address);
    const before = await stored(page);
    await page.clock.setFixedTime(now + 30 * DAY);
    server.snapshot = utopia.snapshot({ now, sequence: 3 });
    await ready(page, address);
    expect(await troubleOf(page)).toBe('EXPIRED');
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'INDETERMINATE', reason: 'TRUST_LIST_STALE' });
    expect(await stored(page)).toEqual(before);

    await page.clock.setFixedTime(now);
    await ready(page, address);
    expect(await troubleOf(page)).toBe('');
    expect(await sequenceOf(page)).toBe(3);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
  });
});

describe('the age of the lists', () => {
  const old = () => utopia.snapshot({ now: now - 40 * 60 * MINUTE, sequence: 2, statuses: { 8: 1 } });

  test('a VALID by old lists says how old they are, in the answer and at the lists, and stays VALID', async () => {
    server.snapshot = old();
    const page = await context.newPage();
    await ready(page, address);
    expect(await page.locator('#old-lists').innerText()).toContain('40 hours old');
    expect(await paste(page, utopia.code(7))).toEqual({
      outcome: 'VALID',
      reason: '',
      word: 'VALID',
      sentence: 'Valid. Compare the face.',
    });
    expect(await page.locator('#list-age').innerText()).toContain('40 hours old');
    await page.click('#again');
    expect(await paste(page, utopia.code(8))).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
    expect(await page.locator('#list-age').count()).toBe(0);
  });

  test('is not spoken of before the age that the deployment names', async () => {
    await server.stop();
    await serve({ warnAfter: '2d' });
    server.snapshot = old();
    const page = await context.newPage();
    await ready(page, address);
    expect(await page.locator('#old-lists').count()).toBe(0);
    expect(await paste(page, utopia.code(7))).toMatchObject({ outcome: 'VALID' });
    expect(await page.locator('#list-age').count()).toBe(0);
  });

  test('of a form that is none stops the page', async () => {
    await server.stop();
    await serve({ warnAfter: 'soon' });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('.note', { hasText: 'not set up correctly' }).waitFor();
  });

  test('an answer on the screen stays when the same lists come again', async () => {
    const page = await context.newPage();
    await ready(page, address);
    await paste(page, utopia.code(7));
    await update(page);
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
  });
});
