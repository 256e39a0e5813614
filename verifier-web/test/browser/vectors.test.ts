/** Vectors in the page: the formats that it does not make itself, and faces that browsers cannot show by themselves. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { specification } from '../conformance';
import { answer, complaints, launch, paste, ready } from './chromium';
import { barcodePng } from './codes';
import { PageServer } from './server';

interface Vector {
  readonly code: { readonly text: string };
  readonly question: { readonly clock: string };
  readonly trust: { readonly root: string; readonly snapshot: string };
}

const file = (name: string) => join(specification, 'vectors', `${name}.json`);
const vector = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as Vector;
const FACE = 'idb/arrival-attestation-with-face';

let browser: Browser;
let server: PageServer;
let address: string;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const { trust, question } = vector('vds-nc/valid');
  server = new PageServer({ rootFingerprint: trust.root, authority: 'Utopia', environment: 'demo' });
  server.snapshot = new Uint8Array(readFileSync(join(specification, 'vectors', trust.snapshot)));
  address = await server.start();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  errors = complaints(page);
  await page.clock.setFixedTime(new Date(question.clock));
});
afterEach(async () => {
  await page.close();
  await server.stop();
});

/** Mean and spread of grey of the photo as it is drawn. */
function photoPixels(): Promise<{ width: number; height: number; spread: number }> {
  return page.locator('img.photo').evaluate((img: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [img.naturalWidth, img.naturalHeight];
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(img, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const grey = Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] ?? 0);
    return { width: canvas.width, height: canvas.height, spread: Math.max(...grey) - Math.min(...grey) };
  });
}

describe('a VDS-NC', () => {
  test('of a residence permit says that it is a national type', async () => {
    await ready(page, address);
    expect(await paste(page, vector('vds-nc/valid').code.text)).toMatchObject({ outcome: 'VALID' });
    expect(await page.locator('article').innerText()).toContain('a national type of UTO');
    expect(errors).toEqual([]);
  });
});

describe.skipIf(!existsSync(file(FACE)))('an IDB', () => {
  test('shows its face, which is JPEG 2000, and the document that it is', async () => {
    await ready(page, address);
    const found = await paste(page, vector(FACE).code.text);
    expect(found).toMatchObject({ outcome: 'VALID', sentence: 'Valid. Compare the face.' });
    await page.locator('img.photo').waitFor();
    const { width, height, spread } = await photoPixels();
    expect(Math.min(width, height)).toBeGreaterThan(50);
    expect(spread).toBeGreaterThan(60);
    expect(await page.locator('article').innerText()).toContain('Arrival attestation');
    expect(errors).toEqual([]);
    const folder = process.env['STAYSEAL_SCREENS'];
    if (folder !== undefined) await page.screenshot({ path: join(folder, 'idb-face.png'), fullPage: true });
  });

  test('shows its face with the server stopped', async () => {
    await ready(page, address);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await server.stop();
    await paste(page, vector(FACE).code.text);
    await page.locator('img.photo').waitFor();
    expect((await photoPixels()).spread).toBeGreaterThan(60);
    await server.start();
  });

  test('that is not signed shows no face', async () => {
    await ready(page, address);
    const text = vector(FACE).code.text;
    await paste(page, text.slice(0, -2) + (text.endsWith('AA') ? 'QA' : 'AA'));
    expect((await answer(page)).outcome).toBe('INVALID');
    expect(await page.locator('img.photo').count()).toBe(0);
  });
});

describe('a list with a neighbour in it', () => {
  const COMBINED = 'neighbour/seal';

  beforeEach(() => {
    server.snapshot = new Uint8Array(readFileSync(join(specification, 'vectors', vector(COMBINED).trust.snapshot)));
  });

  test('judges its permits, and says whose lists they are judged by', async () => {
    await ready(page, address);
    const found = await paste(page, vector('neighbour/credential').code.text);
    expect(found).toMatchObject({ outcome: 'VALID', sentence: 'Valid. Compare the face.' });
    const lists = page.locator('#lists');
    expect(await lists.locator('[data-neighbour=ATL]').innerText()).toContain('Also permits of ATL: its list 40');
    expect(await page.locator('article [data-bulletin]').count()).toBe(0);
    expect(await lists.locator('[data-bulletin]').count()).toBe(2);
    expect(errors).toEqual([]);
  });

  test('shows a bulletin beside the seal that it concerns, and at the lists', async () => {
    await ready(page, address);
    const { hex } = vector(COMBINED).code as unknown as { hex: string };
    const buffer = Buffer.from(await barcodePng(Uint8Array.from(Buffer.from(hex, 'hex')), { format: 'DataMatrix' }));
    await page.setInputFiles('#file', { name: 'seal.png', mimeType: 'image/png', buffer });
    expect(await answer(page)).toMatchObject({ outcome: 'VALID' });
    const bulletin = page.locator('article [data-bulletin=UT-B-1]');
    expect(await bulletin.innerText()).toContain('Warning by the authority');
    expect(await bulletin.innerText()).toContain('Blank seals of Atlantis were stolen');
    expect(errors).toEqual([]);
    const folder = process.env['STAYSEAL_SCREENS'];
    if (folder !== undefined) await page.screenshot({ path: join(folder, 'neighbour.png'), fullPage: true });
  });

  test('refuses its permits once it is withdrawn', async () => {
    const { trust, code } = vector('neighbour/withdrawn-credential');
    server.snapshot = new Uint8Array(readFileSync(join(specification, 'vectors', trust.snapshot)));
    await ready(page, address);
    expect(await paste(page, code.text)).toMatchObject({ outcome: 'INVALID' });
    expect(await page.locator('#lists [data-neighbour=ATL]').innerText()).toContain('withdrew its trust');
    expect(errors).toEqual([]);
  });
});
