import { describe, expect, test } from 'vitest';
import { admit, type Memory } from '../src/engine/trust/memory';
import { readSnapshot } from '../src/engine/trust/snapshot';
import { fromSnapshot, withoutList, type Sources } from '../src/engine/verify/sources';
import { typedCode, verify, type Asked } from '../src/engine/verify/verifier';
import type { Writable } from './utopia/cbor';
import { Utopia, type Wishes } from './utopia/utopia';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;
const utopia = new Utopia();
const PIN = utopia.fingerprint({ now: NOW });

describe('a snapshot', () => {
  test('is read whole under its pinned root', async () => {
    const snapshot = await readSnapshot(utopia.snapshot({ now: NOW }), PIN);
    expect(snapshot.list.services.map((s) => s.kind)).toEqual(['csca', 'seal-signer', 'credential-signer', 'status']);
    expect(snapshot.statusLists.size).toBe(1);
  });

  test('under another root is UNKNOWN_ROOT', async () => {
    const foreign = utopia.snapshot({ now: NOW, foreign: true });
    await expect(readSnapshot(foreign, PIN)).rejects.toMatchObject({ reason: 'UNKNOWN_ROOT' });
  });

  const older = new Map<string, Uint8Array>();
  utopia.snapshot({ now: NOW - DAY, tamper: (files) => files.forEach((v, k) => older.set(k, v)) });

  test.each<[string, string, (files: Map<string, Uint8Array>) => void]>([
    [
      'with a file of another snapshot',
      'MIXED',
      (f) => f.set('trust-list.json', older.get('trust-list.json') as Uint8Array),
    ],
    ['with a file missing', 'MIXED', (f) => f.delete('seal-revocations.json')],
    ['with a file that is not listed', 'MIXED', (f) => f.set('extra.json', new Uint8Array([1]))],
    ['with a changed trust list', 'CORRUPT', (f) => f.set('trust-list.json', flipped(f.get('trust-list.json')))],
    [
      'with a changed status list',
      'CORRUPT',
      (f) => [...f.keys()].filter((k) => k.startsWith('status/')).forEach((k) => f.set(k, flipped(f.get(k)))),
    ],
    ['with a changed manifest', 'CORRUPT', (f) => f.set('manifest.json', flipped(f.get('manifest.json')))],
    ['with a name that climbs', 'CORRUPT', (f) => f.set('../evil', new Uint8Array([1]))],
  ])('%s is refused as %s', async (_, reason, tamper) => {
    await expect(readSnapshot(utopia.snapshot({ now: NOW, tamper }), PIN)).rejects.toMatchObject({ reason });
  });

  test('with a byte after its end, or before its beginning, is CORRUPT', async () => {
    const good = utopia.snapshot({ now: NOW });
    for (const bytes of [
      new Uint8Array([...good, 0]),
      new Uint8Array([0, ...good]),
      good.subarray(0, good.length - 1),
    ]) {
      await expect(readSnapshot(bytes, PIN)).rejects.toMatchObject({ reason: 'CORRUPT' });
    }
  });
});

describe('rollback', () => {
  const take = async (wishes: Wishes, memory?: Memory, now = NOW) =>
    admit(await readSnapshot(utopia.snapshot(wishes), PIN), memory, {}, now);

  test('a newer snapshot replaces an older one, never the other way round', async () => {
    const first = await take({ now: NOW - DAY, sequence: 4 });
    const second = await take({ now: NOW, sequence: 5 }, first);
    expect(second.list.sequence).toBe(5);
    await expect(take({ now: NOW - DAY, sequence: 4 }, second)).rejects.toMatchObject({ reason: 'OLDER' });
  });

  test('two documents of one number are a CONFLICT', async () => {
    const first = await take({ now: NOW - DAY, sequence: 4 });
    await expect(take({ now: NOW, sequence: 4 }, first)).rejects.toMatchObject({ reason: 'CONFLICT' });
  });

  test('a key once revoked stays revoked', async () => {
    const first = await take({ now: NOW - DAY, sequence: 4, signerState: 'revoked' });
    await expect(take({ now: NOW, sequence: 5 }, first)).rejects.toMatchObject({ reason: 'CONFLICT' });
  });

  test('a snapshot that is over is not taken, nor one below the floor', async () => {
    await expect(take({ now: NOW - 30 * DAY })).rejects.toMatchObject({ reason: 'EXPIRED' });
    const snapshot = await readSnapshot(utopia.snapshot({ now: NOW, sequence: 3 }), PIN);
    await expect(admit(snapshot, undefined, { trustList: 4 }, NOW)).rejects.toMatchObject({ reason: 'OLDER' });
  });
});

describe('a credential', () => {
  const permit = (claims: Map<number, Writable>) => claims.get(-65537) as Map<number, Writable>;

  test.each<[string, Wishes, Asked, string, string | null]>([
    ['is valid', { now: NOW }, {}, 'VALID', null],
    ['says its conditions when an employer asks', { now: NOW }, { purpose: 'work' }, 'VALID', 'WITH_CONDITIONS'],
    ['is silent to a bank', { now: NOW }, { purpose: 'bank' }, 'INDETERMINATE', 'PURPOSE_NOT_STATED'],
    ['is revoked', { now: NOW, statuses: { 7: 1 } }, {}, 'INVALID', 'REVOKED'],
    ['is suspended', { now: NOW, statuses: { 7: 2 } }, {}, 'INVALID', 'SUSPENDED'],
    ['is superseded', { now: NOW, statuses: { 7: 3 } }, {}, 'INVALID', 'SUPERSEDED'],
    ['is not touched by its neighbour', { now: NOW, statuses: { 6: 1, 8: 1 } }, {}, 'VALID', null],
    ['stays revoked in an old list', { now: NOW - 9 * DAY, statuses: { 7: 1 } }, {}, 'INVALID', 'REVOKED'],
    ['is open under a stale list', { now: NOW - 8 * DAY }, {}, 'INDETERMINATE', 'TRUST_LIST_STALE'],
    ['is open under a stale status list', { now: NOW - 4 * DAY }, {}, 'INDETERMINATE', 'STATUS_STALE'],
    ['is open when the clock is before the lists', { now: NOW + DAY }, {}, 'INDETERMINATE', 'CLOCK_UNRELIABLE'],
    [
      'is not yet valid before its day',
      { now: NOW },
      { at: Date.parse('2026-02-25T00:00:00Z') },
      'INVALID',
      'NOT_YET_VALID',
    ],
    [
      'is expired after its day',
      { now: NOW, nextUpdate: Date.parse('2030-01-01T00:00:00Z') },
      { at: Date.parse('2029-03-01T00:00:00Z') },
      'INVALID',
      'EXPIRED',
    ],
    [
      'is refused when its signer is revoked',
      { now: NOW, signerState: 'revoked' },
      {},
      'INVALID',
      'REVOKED_CERTIFICATE',
    ],
    ['verifies under a key that is announced', { now: NOW, signerState: 'announced' }, {}, 'VALID', null],
    ['is a test key in production', { now: NOW, environment: 'production' }, {}, 'INVALID', 'TEST_KEY'],
  ])('%s', async (_, wishes, asked, outcome, reason) => {
    const verdict = await verify(typedCode(utopia.code(7)), asked, await sources(wishes), NOW);
    expect(verdict).toMatchObject({ outcome, reason });
  });

  test('is never valid with any character of its code changed', async () => {
    const given = await sources({ now: NOW });
    const code = utopia.code(7);
    for (let i = 0; i < code.length; i += 3) {
      const other = code.charAt(i) === 'A' ? 'B' : 'A';
      const verdict = await verify(typedCode(code.slice(0, i) + other + code.slice(i + 1)), {}, given, NOW);
      expect(verdict.outcome, `character ${i}`).toBe('INVALID');
    }
  });

  test.each<[string, string, (claims: Map<number, Writable>) => void]>([
    ['an unknown claim', 'WRONG_FORMAT', (c) => c.set(99, 1)],
    ['a field that its purpose never shows', 'WRONG_FORMAT', (c) => permit(c).set(13, 'LISBOA')],
    ['a missing field', 'WRONG_FORMAT', (c) => permit(c).delete(9)],
    ['a category that is not known', 'UNSUPPORTED', (c) => permit(c).set(2, 4711)],
    ['a newer version', 'UNSUPPORTED', (c) => permit(c).set(0, 2)],
    ['text that changes direction', 'WRONG_FORMAT', (c) => permit(c).set(9, 'evil \u202E text')],
    ['a time of signing finer than a day', 'WRONG_FORMAT', (c) => c.set(6, 1_771_545_601)],
  ])('with %s is %s', async (_, reason, change) => {
    const verdict = await verify(typedCode(utopia.code(7, change)), {}, await sources({ now: NOW }), NOW);
    expect(verdict.reason).toBe(reason);
  });

  test('that is for live showing only is not accepted without a proof', async () => {
    const code = utopia.code(7, (c) => permit(c).set(15, true));
    const verdict = await verify(typedCode(code), {}, await sources({ now: NOW }), NOW);
    expect(verdict).toMatchObject({ outcome: 'INDETERMINATE', reason: 'STALE_LIVE_CODE', holder: 'COMPARE' });
  });

  test('of an index beyond the list has an unknown status', async () => {
    const verdict = await verify(typedCode(utopia.code(5000)), {}, await sources({ now: NOW }), NOW);
    expect(verdict).toMatchObject({ outcome: 'INDETERMINATE', reason: 'STATUS_UNKNOWN' });
  });

  test.each([
    ['NO_LIST', 'NO_TRUST_LIST'],
    ['UNKNOWN_ROOT', 'UNKNOWN_ROOT'],
  ] as const)('judged by %s is open with %s', async (known, reason) => {
    const verdict = await verify(typedCode(utopia.code(7)), {}, withoutList(known), NOW);
    expect(verdict).toMatchObject({ outcome: 'INDETERMINATE', reason });
  });
});

describe('a seal of Utopia', () => {
  test('is valid, and revoked when its identity is listed', async () => {
    const seal = utopia.seal();
    const verdict = await verify(seal, {}, await sources({ now: NOW }), NOW);
    expect(verdict).toMatchObject({
      outcome: 'VALID',
      reason: null,
      icao: { status: 'VALID', trustLevel: 'trustworthy' },
    });
    expect(verdict.document).toMatchObject({
      surname: 'ALMEIDA',
      givenNames: 'MARIA ANA',
      documentUntil: '2029-02-28',
    });
    const identity = verdict.document['identity'] as string;
    const after = await verify(seal, {}, await sources({ now: NOW, sealStatuses: { [identity]: 1 } }), NOW);
    expect(after).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
  });

  test('is silent on work', async () => {
    const verdict = await verify(utopia.seal(), { purpose: 'work' }, await sources({ now: NOW }), NOW);
    expect(verdict).toMatchObject({ outcome: 'INDETERMINATE', reason: 'PURPOSE_NOT_STATED' });
  });
});

describe('a code of another kind', () => {
  test.each([
    ['https://example.org/permit', 'NOT_A_PERMIT'],
    ['HC1:6BF', 'NOT_A_PERMIT'],
    ['rp1:ABC', 'NOT_A_PERMIT'],
    ['', 'NOT_A_PERMIT'],
    ['RDB1AABC', 'WRONG_FORMAT'],
    ['RPL1:ABC', 'WRONG_FORMAT'],
    ['RPL2:ABC', 'UNSUPPORTED'],
    ['{"data":{},"sig":{}}', 'WRONG_FORMAT'],
    ['RP1:', 'WRONG_FORMAT'],
    ['RP1:' + 'A'.repeat(5000), 'WRONG_FORMAT'],
  ])('%.30s is %s', async (text, reason) => {
    const verdict = await verify(typedCode(text), {}, withoutList('NO_LIST'), NOW);
    expect(verdict.reason).toBe(reason);
  });
});

async function sources(wishes: Wishes): Promise<Sources> {
  const pin = utopia.fingerprint(wishes);
  return fromSnapshot(await readSnapshot(utopia.snapshot(wishes), pin), pin);
}

function flipped(bytes: Uint8Array | undefined): Uint8Array {
  const copy = new Uint8Array(bytes ?? []);
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}
