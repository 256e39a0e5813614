/** A scanner that types, a code that cannot be read, and what a report says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeId, reportText } from '../src/page/report-view';
import { pastedCodes } from '../src/scan/pasted';
import { Unreadable } from '../src/scan/unreadable';
import { Wedge } from '../src/scan/wedge';
import { standardProfiles } from '../src/engine/registry/profiles';
import { readSnapshot } from '../src/engine/trust/snapshot';
import { fromSnapshot, withoutList } from '../src/engine/verify/sources';
import { typedCode, verify } from '../src/engine/verify/verifier';
import { specification } from './conformance';
import { Utopia } from './utopia/utopia';

const CODE = 'RP1:6BF+70790T9WJWG.FKY*4GO0';

function type(wedge: Wedge, keys: readonly string[], pause: number, from = 0): (string | undefined)[] {
  return keys.map((key, i) => wedge.key(key, from + i * pause).code);
}

test('keys that come faster than a person types are a code once Enter comes', () => {
  expect(type(new Wedge(), [...CODE, 'Enter'], 8).at(-1)).toBe(CODE);
  expect(type(new Wedge(), [...CODE, 'Tab'], 8).at(-1)).toBe(CODE);
  const shifted = [...CODE].flatMap((key) => (/[A-Z:+*]/.test(key) ? ['Shift', key] : [key]));
  expect(type(new Wedge(), [...shifted, 'Enter'], 8).at(-1)).toBe(CODE);
});

test('what a person types is none', () => {
  expect(type(new Wedge(), [...CODE, 'Enter'], 140).every((code) => code === undefined)).toBe(true);
  expect(type(new Wedge(), [...'too short', 'Enter'], 8).at(-1)).toBeUndefined();
  const wedge = new Wedge();
  type(wedge, [...'a word before'], 8);
  expect(type(wedge, [...CODE, 'Enter'], 8, 5_000).at(-1)).toBe(CODE);
});

test('a machine that is held up in the middle of a code cuts nothing off', () => {
  const wedge = new Wedge();
  type(wedge, [...CODE], 8);
  expect(type(wedge, [...CODE, 'Enter'], 8, 900).at(-1)).toBe(CODE + CODE);
});

test('a space of a scanner presses no button, one of a person does', () => {
  const wedge = new Wedge();
  expect(wedge.key(' ', 0).taken).toBe(false);
  expect(wedge.key('R', 1_000).taken).toBe(false);
  expect(wedge.key(' ', 1_008).taken).toBe(true);
});

test('a code that cannot be read is given up after four seconds in which most frames show it', () => {
  const frames = (broken: (i: number) => boolean, seconds: number) => {
    const unreadable = new Unreadable();
    for (let i = 0; i * 200 <= seconds * 1_000; i++) if (unreadable.after(broken(i), i * 200)) return i * 200;
    return undefined;
  };
  expect(frames(() => true, 10)).toBe(4_000);
  expect(frames((i) => i % 4 !== 0, 10)).toBe(4_000);
  expect(frames((i) => i % 2 === 0, 10)).toBeUndefined();
  expect(frames(() => false, 10)).toBeUndefined();
  // The first seconds, without a code in sight, do not hold it up for longer than they lasted.
  expect(frames((i) => i >= 20, 20)).toBeLessThanOrEqual(8_000);
});

test('a report names the code and the reason, and nothing that the code says', async () => {
  const utopia = new Utopia();
  const now = Date.parse('2026-11-22T12:00:00Z');
  const snapshot = await readSnapshot(utopia.snapshot({ now, statuses: { 7: 1 } }), utopia.fingerprint({ now }));
  const code = typedCode(utopia.code(7));
  const sources = fromSnapshot(snapshot, utopia.fingerprint({ now }));
  const verdict = await verify(code, { purpose: 'work' }, sources, now);
  const id = await codeId(code, standardProfiles);
  const text = reportText(verdict, id);
  expect(text).toContain('INVALID REVOKED');
  expect(text).toContain(id);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  for (const value of ['ALMEIDA', 'MARIA', '1985', 'UT1234567', '20 hours']) expect(text).not.toContain(value);
});

test('what carries no signature, or cannot be read, has no id in a report: its bytes could be made from a name', async () => {
  const unsigned = readFileSync(join(specification, 'vectors/idb/unsigned.json'), 'utf8');
  const { text } = (JSON.parse(unsigned) as { code: { text: string } }).code;
  for (const [pasted, format] of [
    [text, 'idb'],
    ['ALMEIDA MARIA 1985-03-04', 'unknown'],
    ['RP1:ALMEIDA', 'credential'],
  ] as const) {
    const code = typedCode(pasted);
    const id = await codeId(code, standardProfiles);
    expect(id).toBeUndefined();
    const report = reportText(await verify(code, {}, withoutList('NO_LIST'), Date.now()), id);
    expect(report).toContain(`Code: without an id, as it was not read or carries no signature (${format})`);
    expect(report).not.toMatch(/[0-9a-f]{16}|ALMEIDA/);
  }
});

test('of what is pasted the first 64 lines are codes, empty ones not counted', () => {
  const lines = (n: number) => Array.from({ length: n }, (_, i) => `RP1:${i}\n\n`).join('');
  expect(pastedCodes(lines(64))).toMatchObject({ codes: { length: 64 }, cut: false });
  expect(pastedCodes(lines(65))).toMatchObject({ codes: { length: 64 }, cut: true });
  expect(pastedCodes('DC03').codes).toEqual([Uint8Array.of(0xdc, 3)]);
});
