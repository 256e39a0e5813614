/** Which documents a certificate allows that names document types (TRUST-91). */
import { expect, test } from 'vitest';
import { readCertificate } from '../src/engine/signing/certificate';
import { allowsDocumentCode } from '../src/engine/verify/certificate-profile';
import { certificate, extension, tlv } from './utopia/der';
import { testKey } from './utopia/keys';

const PRINTABLE = 0x13;
const UTF8 = 0x0c;
const SET = 0x31;
const SEQUENCE = 0x30;

function naming(types: readonly (readonly [tag: number, text: string])[], around = SET) {
  const set = tlv(around, ...types.map(([tag, text]) => tlv(tag, new TextEncoder().encode(text))));
  const value = tlv(SEQUENCE, tlv(0x02, new Uint8Array([0])), set);
  const key = testKey('seal-signer');
  const name = [['2.5.4.6', 'UT'], ['2.5.4.3', 'TS']] as const; // prettier-ignore
  const term = { from: '2026-01-01T00:00:00Z', until: '2037-01-01T00:00:00Z' };
  const extensions = [extension('2.23.136.1.1.6.2', false, value)];
  return readCertificate(certificate({ serial: 9, issuer: name, subject: name, ...term, key, by: key, extensions }));
}

test.each([
  ['A', 'AR', true],
  ['AR', 'AR', true],
  ['AP', 'AR', false],
  ['-', '', false],
  ['--', '', false],
  ['', '', false],
  ['A', '', false],
])('a certificate for "%s" and a document with the code "%s": %s', (type, code, allowed) => {
  expect(allowsDocumentCode(naming([[PRINTABLE, type]]), code)).toBe(allowed);
});

test('types in another form than a SET of PrintableString allow nothing', () => {
  expect(allowsDocumentCode(naming([[UTF8, 'AR']]), 'AR')).toBe(false);
  expect(
    allowsDocumentCode(
      naming([
        [PRINTABLE, 'AR'],
        [UTF8, 'V'],
      ]),
      'AR',
    ),
  ).toBe(false);
  expect(allowsDocumentCode(naming([[PRINTABLE, 'AR']], SEQUENCE), 'AR')).toBe(false);
});
