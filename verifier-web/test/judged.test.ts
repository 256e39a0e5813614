import { describe, expect, test } from 'vitest';
import type { ReadCode } from '../src/scan/codes';
import { judgedOf, together, withoutAccidents } from '../src/scan/judged';

const NOTHING = 'no readable code in the picture';

function code(symbology: string, text: string): ReadCode {
  return { symbology, bytes: Uint8Array.from(text, (c) => c.charCodeAt(0)) };
}

const permit = code('QRCode', 'RP1:0123456789ABCDEF');
const seal = code('DataMatrix', '\u00DC\u0003' + 'x'.repeat(120));

describe('VER-12', () => {
  test.each([
    ['a DataMatrix of three bytes', code('DataMatrix', 'a7Q')],
    ['one that begins like a seal', code('DataMatrix', '\u00DC\u0003G')],
    ['an Aztec code of ten digits', code('Aztec', '0123456789')],
  ])('%s is no code, beside permits and alone', (_, phantom) => {
    expect(judgedOf([permit, phantom, seal], NOTHING)).toEqual({
      codes: [permit.bytes, seal.bytes],
      problems: [],
      mentioned: 0,
    });
    expect(judgedOf([phantom], NOTHING)).toEqual({ codes: [], problems: [NOTHING], mentioned: 0 });
    expect(withoutAccidents([phantom])).toEqual([]);
  });

  test.each([
    ['a web address', code('QRCode', 'https://verify.example/')],
    ['a QR code of two bytes that begins like a seal', code('QRCode', '\u00DC\u0003')],
    ['a long Aztec code of no known kind', code('Aztec', 'a train ticket from A to B')],
  ])('%s is only mentioned beside a permit and judged alone', (_, other) => {
    expect(judgedOf([other, permit], NOTHING)).toEqual({ codes: [permit.bytes], problems: [], mentioned: 1 });
    expect(judgedOf([other], NOTHING)).toEqual({ codes: [other.bytes], problems: [], mentioned: 0 });
  });

  test('each file is looked at for itself', () => {
    const web = code('QRCode', 'https://verify.example/');
    expect(together([judgedOf([permit], NOTHING), judgedOf([web], NOTHING), judgedOf([], 'damaged: cut')])).toEqual({
      codes: [permit.bytes, web.bytes],
      problems: ['damaged: cut'],
      mentioned: 0,
    });
  });
});
