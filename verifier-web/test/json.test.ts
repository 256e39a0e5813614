/** One reader, two sets of rules: documents of trust (TRUST-1, TRUST-2) and VDS-NCs (NC-3, NC-4). */
import { describe, expect, test } from 'vitest';
import { OtherNumber } from '../src/engine/json/reader';
import { readJson as trust } from '../src/engine/trust/json';
import { hasOtherNumber, readJson as vdsNc } from '../src/engine/vdsnc/json';

const bytes = (text: string) => new TextEncoder().encode(text);
const ofTrust = (text: string) => trust(bytes(text), 10_000);
const ofVdsNc = (text: string) => vdsNc(bytes(text), 8);
const deep = (levels: number, inside = '') => '['.repeat(levels) + inside + ']'.repeat(levels);

describe.each([
  ['a document of trust', ofTrust],
  ['a VDS-NC', ofVdsNc],
])('%s', (_, read) => {
  test.each([
    ['nothing', ''],
    ['white space that is not JSON’s', '\u00a01'],
    ['something behind it', '{} {}'],
    ['a word run on', 'nullx'],
    ['a member twice', '{"a":1,"a":1}'],
    ['a member twice, escaped', '{"a":1,"\\u0061":1}'],
    ['a member without a name', '{1:1}'],
    ['a comma too many', '[1,]'],
    ['a comma too few', '[1 2]'],
    ['half of a surrogate pair', '"\\ud800"'],
    ['the other half', '{"\\udc00":1}'],
    ['a control character', '"\t"'],
    ['an unknown escape', '"\\x41"'],
    ['a string without an end', '"a'],
    ['a string that ends in its escape', '"a\\'],
    ['a leading zero', '01'],
    ['a plus', '+1'],
    ['a bare fraction', '.5'],
    ['a byte order mark', '\ufeff{}'],
  ])('%s is refused', (_, text) => {
    expect(() => read(text)).toThrow();
  });

  test('bytes that are not UTF-8 are refused', () => {
    const odd = new Uint8Array([0x22, 0xff, 0x22]);
    expect(() => (read === ofTrust ? trust(odd, 10) : vdsNc(odd, 8))).toThrow('UTF-8');
  });

  test('what is allowed is read', () => {
    expect(read(' \t\r\n{"a" : [ true , false , null , 0 , 9007199254740991 ] , "": "\\ud83d\\ude00\\/" } ')).toEqual(
      new Map<string, unknown>([
        ['a', [true, false, null, 0, 9_007_199_254_740_991]],
        ['', '😀/'],
      ]),
    );
    expect(Object.is(Math.abs(read('-0') as number), 0)).toBe(true);
  });
});

test('documents of trust are nested 16 deep, VDS-NCs 8, whatever stands in the innermost', () => {
  for (const [read, most] of [
    [ofTrust, 16],
    [ofVdsNc, 8],
  ] as const) {
    for (const inside of ['', '1']) {
      expect(() => read(deep(most, inside))).not.toThrow();
      expect(() => read(deep(most + 1, inside))).toThrow('deep');
    }
  }
});

test.each(['-1', '1.0', '1e0', '9007199254740992', '1E400'])('%s is no number of a document of trust', (token) => {
  expect(() => ofTrust(token)).toThrow('number');
});

test.each(['1.0', '1e0', '-0.0', '9007199254740992', '1E400'])('%s is kept apart in a VDS-NC', (token) => {
  expect(ofVdsNc(token)).toEqual(new OtherNumber(token));
  expect(hasOtherNumber(ofVdsNc(`{"a":[${token}]}`))).toBe(true);
});
