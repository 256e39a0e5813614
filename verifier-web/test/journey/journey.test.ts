/**
 * One permit, from application to refusal, on the parts as they are shipped. Each step builds on the one before it; after a failure the
 * rest is skipped, and everything that was started is ended.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSnapshot } from '../../src/engine/trust/snapshot';
import { fromSnapshot } from '../../src/engine/verify/sources';
import { typedCode, verify } from '../../src/engine/verify/verifier';
import { complaints, launch } from '../browser/chromium';
import { Command } from './command';
import { Issuer } from './issuer';
import { APPROVER, CLERK, Office } from './office';
import { needParts, pause, until } from './parts';
import { application, portrait } from './person';
import { dmtx, installed, pages, zbar, zxing } from './readers';
import { scanning, Visitor } from './visitor';

const PURPOSES = ['full', 'work', 'bank', 'stay'] as const;

const folder = mkdtempSync(join(tmpdir(), 'stayseal-journey-'));
// The database may run under an account of its own, which has to walk through.
chmodSync(folder, 0o711);
const issuers: Issuer[] = [];
const command = new Command(join(folder, 'store'));

let browser: Browser;
let issuer: Issuer;
let office: Office;
let visitor: Visitor;
let root: string;
let number: string;
let carriers: ReadonlyMap<string, Buffer>;
let sequence: number;

let failed: string | undefined;

/** @param programs what it looks with; without one of them it is skipped, and says so */
function step(name: string, seconds: number, walk: () => Promise<void>, ...programs: string[]): void {
  test(name, { timeout: seconds * 1000 }, async (context) => {
    if (failed !== undefined) context.skip(`not reached: “${failed}” failed`);
    const lacking = programs.filter((program) => !installed(program));
    if (lacking.length > 0) context.skip(`SKIPPED: ${lacking.join(', ')} not installed`);
    const began = Date.now();
    try {
      await walk();
    } catch (e) {
      failed = name;
      throw e;
    }
    console.log(`  ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  });
}

async function newIssuer(name: string, ...settings: string[]): Promise<Issuer> {
  const place = join(folder, name);
  mkdirSync(place);
  const made = await Issuer.in(place, ...settings);
  issuers.push(made);
  return made;
}

function abandon(): void {
  issuers.forEach((each) => each.abandon());
}

function carrier(name: string): Buffer {
  const bytes = carriers.get(name);
  if (bytes === undefined) throw new Error(`no ${name}`);
  return bytes;
}

function code(purpose: string): string {
  return carrier(`${purpose}.txt`).toString().trimEnd();
}

function file(name: string): string {
  return join(folder, name);
}

beforeAll(async () => {
  needParts();
  process.on('exit', abandon);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  for (const each of issuers) await each.clean();
  process.off('exit', abandon);
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

describe('one permit', () => {
  step('the service starts on an empty folder, healthy, and closed to strangers', 240, async () => {
    issuer = await newIssuer('first');
    root = await issuer.start();
    office = new Office(issuer);
    const refused = await office.post(undefined, '/api/v1/applications', {});
    expect(refused).toMatchObject({ status: 401, type: 'application/problem+json', body: { status: 401 } });
  });

  step('a missing field is named with its rule, and nobody approves what he wrote down', 120, async () => {
    const form = application(await portrait(browser));
    const { surname: _, ...lacking } = form;
    const faulty = await office.post(CLERK, '/api/v1/applications', lacking);
    expect(faulty).toMatchObject({ status: 422, type: 'application/problem+json' });
    expect(faulty.body['errors']).toEqual([
      expect.objectContaining({ pointer: '/surname', rule: 'required', detail: expect.stringMatching(/./) }),
    ]);
    const applied = await office.post(CLERK, '/api/v1/applications', form);
    expect(applied).toMatchObject({ status: 201, body: { state: 'SUBMITTED', appliedBy: CLERK } });
    const approval = `/api/v1/applications/${String(applied.body['id'])}/approval`;
    const own = await office.post(CLERK, approval, {});
    expect(own).toMatchObject({ status: 403, type: 'application/problem+json' });
    expect(await office.post(APPROVER, '/api/v1/applications', form), 'who approves takes none').toMatchObject({
      status: 403,
    });
    const approved = await office.post(APPROVER, approval, {});
    expect(approved).toMatchObject({ status: 200, body: { decidedBy: APPROVER } });
    number = String(approved.body['permitNumber']);
  });

  step('it is released, with a PDF, four codes and a seal', 120, async () => {
    expect(await office.released(number)).toMatchObject({ status: 'VALID' });
    carriers = await office.carriers(number);
    for (const [name, bytes] of carriers) writeFileSync(file(name), bytes);
    expect(carrier('permit.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    for (const purpose of PURPOSES) expect(code(purpose)).toMatch(/^RP1:[0-9A-Z $%*+\-./:]+$/);
    expect(new Set(PURPOSES.map(code)).size).toBe(4);
  });

  step('the command takes the lists of the root that it was given', 120, async () => {
    const unpinned = await command.sync(`${issuer.address}/`);
    expect(unpinned.code, 'a root is never learned').toBe(64);
    const synced = await command.sync('--root', root, `${issuer.address}/`);
    expect(synced, synced.err).toMatchObject({ code: 0, out: expect.stringContaining('taken') });
  });

  step('the page installs itself', 60, async () => {
    visitor = await Visitor.to(browser, `${issuer.address}/verify/`);
    await visitor.open();
    await visitor.installed();
  });

  step('the camera shows an employer that it is VALID', 120, async () => {
    await scanning(
      browser,
      `${issuer.address}/verify/`,
      carrier('work.png'),
      file('work.mjpeg'),
      'Employer',
      async (_, found) => expect(found).toMatchObject({ outcome: 'VALID', reason: '' }),
    );
  });

  step('and an authority the photo too', 120, async () => {
    await scanning(
      browser,
      `${issuer.address}/verify/`,
      carrier('full.png'),
      file('full.mjpeg'),
      'Authority',
      async (at, found) => {
        expect(found).toMatchObject({ outcome: 'VALID', reason: '', sentence: 'Valid. Compare the face.' });
        const photo = at.page.locator('img.photo');
        await photo.waitFor();
        expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(40);
        await at.picture('valid');
      },
    );
  });

  step('the holder puts it on a phone, and the command sees it live', 120, async () => {
    const invited = await office.post(CLERK, `/api/v1/permits/${number}/devices`, {});
    expect(invited).toMatchObject({ status: 201, type: 'application/json' });
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 });
    const phone = await context.newPage();
    const errors = complaints(phone);
    await phone.goto(`${issuer.address}/verify/holder.html${new URL(String(invited.body['link'])).hash}`);
    await phone.fill('#letter-number', String(invited.body['letterNumber']));
    await phone.click('#put');
    await phone.locator('#live[data-version]').waitFor();
    writeFileSync(file('phone.png'), await phone.locator('.code').screenshot());
    const live = await command.verify('--purpose', 'full', file('phone.png'));
    expect(live, live.err).toMatchObject({ code: 0, lines: [{ outcome: 'VALID', holder: 'LIVE' }] });
    expect(errors).toEqual([]);
    await context.close();
  });

  step(
    'readers of others see the same codes in the PDF at 150 dpi',
    180,
    async () => {
      const drawn = pages(file('permit.pdf'), folder);
      expect(drawn.flatMap(zbar).sort()).toEqual(PURPOSES.map(code).sort());
      const seal = zxing(file('seal.png'));
      expect(seal).toMatch(/^dc03/);
      expect(dmtx(drawn[0] ?? '')).toBe(seal);
      // Not one byte is another, or the signature would not hold.
      const judged = await command.verify('--hex', seal);
      expect(judged, judged.err).toMatchObject({ code: 0, lines: [{ format: 'vds', outcome: 'VALID' }] });
    },
    'pdftoppm',
    'zbarimg',
    'ZXingReader',
    'dmtxread',
  );

  step('killed with -9, everybody still says VALID without it', 180, async () => {
    await issuer.kill();
    await pause(500);
    const orphan = issuer.database();
    console.log(`  the database ${orphan === undefined ? 'ended with it' : `outlived it as process ${orphan}`}`);
    expect(await issuer.health()).toBeUndefined();

    const pdf = await command.verify(file('permit.pdf'));
    expect(pdf, pdf.err).toMatchObject({ code: 0 });
    expect(pdf.lines.map((line) => line.outcome)).toEqual(Array(5).fill('VALID'));
    expect(pdf.lines.map((line) => line.document['purpose'] ?? line.format).sort()).toEqual(
      [...PURPOSES, 'vds'].sort(),
    );
    const pngs = await command.verify(...[...PURPOSES, 'seal'].map((name) => file(`${name}.png`)));
    expect(pngs, pngs.err).toMatchObject({ code: 0 });
    expect(pngs.lines.map((line) => line.outcome)).toEqual(Array(5).fill('VALID'));
    const work = await command.verify('--purpose', 'work', file('work.txt'));
    expect(work, work.err).toMatchObject({ code: 0, lines: [{ outcome: 'VALID', trust: { root } }] });
    sequence = work.lines[0]?.trust.listSequence ?? 0;
    expect(sequence).toBeGreaterThan(0);

    expect(await visitor.open()).toBeGreaterThan(0);
    expect(await visitor.paste(code('stay'))).toMatchObject({ outcome: 'VALID' });
    await visitor.again();
    expect(await visitor.choose('seal.png', carrier('seal.png'))).toMatchObject({ outcome: 'VALID' });
    await visitor.again();
    expect(await visitor.choose('permit.pdf', carrier('permit.pdf'))).toMatchObject({ outcome: 'VALID' });
    expect(await visitor.several()).toHaveLength(5);
    await visitor.again();
    await visitor.ask('Employer');
    expect(await visitor.choose('bank.png', carrier('bank.png'))).toMatchObject({
      outcome: 'INDETERMINATE',
      reason: 'PURPOSE_NOT_STATED',
    });
    await visitor.picture('cannot-tell');
  });

  step('started again, it has lost nothing', 300, async () => {
    expect(await issuer.start()).toBe(root);
    expect(await office.permit(number)).toMatchObject({ number, stage: 'RELEASED', status: 'VALID' });
    for (const [name, bytes] of await office.carriers(number)) {
      expect(bytes.equals(carrier(name)), `${name} is the same to the byte`).toBe(true);
    }
    const synced = await command.sync(`${issuer.address}/`);
    expect(synced, synced.err).toMatchObject({ code: 0 });
    const judged = await command.verify(file('work.txt'));
    expect(judged, judged.err).toMatchObject({ code: 0 });
    expect(judged.lines[0]?.trust.listSequence).toBeGreaterThanOrEqual(sequence);
  });

  step('revoked with a reason, it is published at once', 90, async () => {
    const path = `/api/v1/permits/${number}/revocation`;
    expect(await office.post(APPROVER, path, {})).toMatchObject({ status: 422 });
    const revoked = await office.post(APPROVER, path, { reason: 'The right was withdrawn.' });
    expect(revoked).toMatchObject({ status: 200, body: { status: 'REVOKED' } });
    // Any publication is another snapshot; the one that is waited for says REVOKED.
    await until('the revocation to be published', 45, async () =>
      (await reasonBy(await issuer.snapshot())) === 'REVOKED' ? true : undefined,
    );
  });

  step('the command says REVOKED for all five codes', 120, async () => {
    const synced = await command.sync(`${issuer.address}/`);
    expect(synced, synced.err).toMatchObject({ code: 0, out: expect.stringContaining('taken') });
    const pdf = await command.verify(file('permit.pdf'));
    expect(pdf.code, pdf.err).toBe(1);
    expect(pdf.lines.map((line) => `${line.outcome} ${line.reason}`)).toEqual(Array(5).fill('INVALID REVOKED'));
    expect(pdf.lines.map((line) => line.authentic)).toEqual(Array(5).fill('PASSED'));
  });

  step('and so does the page, once it was online', 90, async () => {
    expect(await visitor.open()).toBeGreaterThan(sequence);
    expect(await visitor.choose('permit.pdf', carrier('permit.pdf'))).toMatchObject({
      outcome: 'INVALID',
      reason: 'REVOKED',
    });
    const lines = await visitor.several();
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^Invalid\n.* revoked this permit/);
    await visitor.again();
    expect(await visitor.paste(code('full'))).toMatchObject({
      outcome: 'INVALID',
      reason: 'REVOKED',
    });
    await visitor.picture('invalid');
  });

  step('a second authority is a stranger to who was given the first root', 300, async () => {
    await issuer.stop();
    expect(issuer.database(), 'the database stops with the issuer').toBeUndefined();
    const second = await newIssuer('second', '--stayseal.samples=false');
    expect(await second.start()).not.toBe(root);
    const foreign = file('foreign.zip');
    writeFileSync(foreign, await second.snapshot());
    const before = await command.status();
    const kept = contents(file('store'));
    const synced = await command.sync(`${second.address}/`);
    expect(synced).toMatchObject({ code: 1, err: expect.stringContaining('UNKNOWN_ROOT') });
    expect(contents(file('store'))).toEqual(kept);
    expect((await command.status()).out.split('\n')[1]).toBe(before.out.split('\n')[1]);
    const judged = await command.verify('--root', root, '--snapshot', foreign, file('work.txt'));
    expect(judged, judged.err).toMatchObject({
      code: 2,
      lines: [{ outcome: 'INDETERMINATE', reason: 'UNKNOWN_ROOT' }],
    });
    await visitor.offer(readFileSync(foreign));
    await visitor.open();
    expect(await visitor.trouble()).toBe('UNKNOWN_ROOT');
    expect(await visitor.paste(code('work')), 'the page judges by its own lists').toMatchObject({ reason: 'REVOKED' });
    await visitor.leave();
  });

  step('stopped, nothing of it is left running', 60, async () => {
    for (const each of issuers) {
      await each.clean();
      expect(each.database()).toBeUndefined();
      expect(await each.health()).toBeUndefined();
    }
  });
});

/** What the page's engine says by this snapshot of the code for employers. */
async function reasonBy(zip: Uint8Array): Promise<string | null> {
  const sources = fromSnapshot(await readSnapshot(zip, root), root);
  return (await verify(typedCode(code('work')), {}, sources, Date.now())).reason;
}

/** Names and bytes of the files in a folder. */
function contents(store: string): readonly string[] {
  return readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
}
