/** How old the lists are, and whether the clock can be believed (TRUST-214, TRUST-75). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSnapshot, type Snapshot } from '../src/engine/trust/snapshot';
import type { SealRevocations } from '../src/engine/trust/seal-revocations';
import { withoutList } from '../src/engine/verify/sources';
import { clockIsBefore, warnedAge } from '../src/store/list-age';
import { specification } from './conformance';
import { verdictOn, type Code, type Question, type Trust } from './verdicts';

const HOUR = 3_600_000;
const permit = JSON.parse(readFileSync(join(specification, 'vectors/neighbour/credential.json'), 'utf8')) as {
  code: Code;
  question: Question;
  trust: Trust & { snapshot: string; root: string };
};
let snapshot: Snapshot;

beforeAll(async () => {
  const zip = readFileSync(join(specification, 'vectors', permit.trust.snapshot));
  snapshot = await readSnapshot(new Uint8Array(zip), permit.trust.root);
});

test("a neighbour's permit is as old as the older of the two lists", async () => {
  // At noon, by a list of six o'clock with what the neighbour had said at five.
  const verdict = await verdictOn(permit.code, permit.question, permit.trust);
  expect(verdict.outcome).toBe('VALID');
  expect(warnedAge(verdict, 6 * HOUR)).toBe(7 * HOUR);
  expect(warnedAge(verdict, 7 * HOUR)).toBeUndefined();
  const { neighbour: _neighbour, ...trust } = verdict.trust;
  expect(warnedAge({ ...verdict, trust }, 5 * HOUR)).toBe(6 * HOUR);
  expect(warnedAge({ ...verdict, trust }, 6 * HOUR)).toBeUndefined();
});

test("a clock before the newest seal revocation list, ours or a neighbour's, is wrong", () => {
  const ours = snapshot.sealRevocations as SealRevocations;
  const theirs = snapshot.neighbourSeals.get('ATL') as SealRevocations;
  const now = Date.parse('2026-11-22T12:00:00Z');
  const later = now + 11 * 60_000;
  const sources = withoutList('NO_LIST');
  expect(clockIsBefore({ sources, snapshot }, now)).toBeUndefined();
  for (const changed of [
    { ...snapshot, sealRevocations: { ...ours, issued: later } },
    { ...snapshot, neighbourSeals: new Map([['ATL', { ...theirs, issued: later }]]) },
  ]) {
    expect(clockIsBefore({ sources, snapshot: changed }, now)).toBe(later);
    expect(clockIsBefore({ sources, snapshot: changed }, now + 60_000)).toBeUndefined();
  }
});
