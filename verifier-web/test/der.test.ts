/** TRUST-49: what is no DER, and a time that RFC 5280 does not have, are refused; the same cases as those of the Java engine. */
import { describe, expect, test } from 'vitest';
import { fromHex } from '../src/engine/bytes/hex';
import { derSequence, requireDer } from '../src/engine/bytes/der';

const GOOD = [
  '3000',
  '0101ff',
  '010100',
  '020100',
  '0202ff7f',
  '02020080',
  '0a0105',
  '030100',
  '03020780',
  '0500',
  '0603550403',
  '170d3439313233313233353935395a',
  '170d3530303130313030303030305a',
  '170d3030303232393030303030305a',
  '180f32303530303130313030303030305a',
  '180f39393939313233313233353935395a',
  '1e020041',
  '0c02c328',
  '800100',
  'a0020500',
  '3106020101020102',
  '3100',
];
const BAD = [
  '30',
  '3001',
  '300000',
  '308100',
  '3082000100',
  '30800000',
  '1f0100',
  '010101',
  '0100',
  '0200',
  '02020001',
  '0202ff80',
  '0a00',
  '0300',
  '030108',
  '030101',
  '03020701',
  '050100',
  '0600',
  '06028001',
  '060188',
  '2303030100',
  '170b343931323331323335395a',
  '170f3439313233312b30303030',
  '170c343931323331323335393539',
  '170d3439313333313233353935395a',
  '170d3439303233303233353935395a',
  '170d3439313233313234303030305a',
  '170d3439313233313233353936305a',
  '170d343931323331323335392d2d5a',
  '170e3439313233313233353935395a5a',
  '180f32303439313233313233353935395a',
  '181132303530303130313030303030302e355a',
  '180d3230353030313031303030305a',
  '1e0141',
  '0e0100',
  '090100',
  '0d0100',
  '410100',
  'c10100',
  'a000',
  '3106020102020101',
];

function walk(hex: string): void {
  const bytes = fromHex(hex);
  const [only, ...more] = derSequence(bytes ?? new Uint8Array(), 'TRUST-49');
  if (only === undefined || more.length > 0) throw new Error('not one element');
  requireDer(only, 'TRUST-49');
}

describe('DER', () => {
  test.each(GOOD)('%s is taken', (hex) => expect(() => walk(hex)).not.toThrow());
  test.each(BAD)('%s is refused', (hex) => expect(() => walk(hex)).toThrow());
});
