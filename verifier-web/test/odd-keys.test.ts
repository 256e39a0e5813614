/** TRUST-95: one odd key in a list is the fault of its own certificate; a known key in other words stays known. */
import { describe, expect, test } from 'vitest';
import { concat } from '../src/engine/bytes/arrays';
import { fromHex, toHex } from '../src/engine/bytes/hex';
import { derElement, derOidElement } from '../src/engine/bytes/der';
import { canonicalKeyInfo, readCertificate } from '../src/engine/signing/certificate';
import { CURVES } from '../src/engine/signing/curves';
import { readSnapshot } from '../src/engine/trust/snapshot';
import { fromSnapshot } from '../src/engine/verify/sources';
import { typedCode, verify } from '../src/engine/verify/verifier';
import { testKey } from './utopia/keys';
import { Utopia } from './utopia/utopia';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const EC = '1.2.840.10045.2.1';
const NULL = derElement(0x05);
const RSA_NUMBERS = derElement(0x30, unsigned('c1' + '00'.repeat(254) + '01'), unsigned('010001'));

function bytes(hex: string): Uint8Array {
  const read = fromHex(hex);
  if (read === undefined) throw new Error('bad hex in a test');
  return read;
}

function unsigned(hex: string): Uint8Array {
  const n = bytes(hex);
  return derElement(0x02, ...((n[0] as number) >= 0x80 ? [new Uint8Array([0]), n] : [n]));
}

function info(algorithm: readonly Uint8Array[], key: Uint8Array): Uint8Array {
  return derElement(0x30, derElement(0x30, ...algorithm), derElement(0x03, new Uint8Array([0]), key));
}

function compressed(spki: Uint8Array): Uint8Array {
  const x = spki.subarray(spki.length - 64, spki.length - 32);
  const sign = new Uint8Array([2 + ((spki.at(-1) as number) & 1)]);
  return info([derOidElement(EC), derOidElement('1.2.840.10045.3.1.7')], concat(sign, x));
}

function spelledOut(spki: Uint8Array): Uint8Array {
  const curve = CURVES.find((c) => c.name === 'secp256r1');
  if (curve === undefined) throw new Error('no curve');
  const numbers = derElement(
    0x30,
    unsigned('01'),
    derElement(0x30, derOidElement('1.2.840.10045.1.1'), unsigned(curve.p)),
    derElement(0x30, derElement(0x04, bytes(curve.a)), derElement(0x04, bytes(curve.b))),
    derElement(0x04, bytes('04' + curve.gx + curve.gy)),
    unsigned(curve.n),
    unsigned('01'),
  );
  return info([derOidElement(EC), numbers], spki.subarray(spki.length - 65));
}

async function judged(
  written: (key: Uint8Array) => Uint8Array,
  environment: 'demo' | 'production',
  changes: ConstructorParameters<typeof Utopia>[1] = {},
) {
  const utopia = new Utopia(written, changes);
  const wishes = { now: NOW, environment };
  const pin = utopia.fingerprint(wishes);
  const snapshot = await readSnapshot(utopia.snapshot(wishes), pin);
  return verify(typedCode(utopia.code(7)), {}, fromSnapshot(snapshot, pin), NOW);
}

describe('keys of listed certificates', () => {
  test.each<[string, (key: Uint8Array) => Uint8Array]>([
    ['a compressed point', compressed],
    ['RSA for encryption with OAEP', () => info([derOidElement('1.2.840.113549.1.1.7'), NULL], RSA_NUMBERS)],
    ['RSA of X.500', () => info([derOidElement('2.5.8.1.1'), NULL], RSA_NUMBERS)],
    ['RSA without NULL', () => info([derOidElement('1.2.840.113549.1.1.1')], RSA_NUMBERS)],
    ['a key of an unknown kind', () => info([derOidElement('1.3.999.7')], new Uint8Array(32))],
    ['Ed448', () => info([derOidElement('1.3.101.113')], new Uint8Array(57).fill(7))],
    ['the key of the CSCA', () => testKey('csca').spki],
    ['the key of the CSCA, its curve spelled out', () => spelledOut(testKey('csca').spki)],
  ])('%s is UNTRUSTED_CERTIFICATE, and the list is read', async (_, written) => {
    const verdict = await judged(written, 'demo');
    expect(verdict.outcome).toBe('INVALID');
    expect(verdict.checks.find((c) => c.name === 'trust-list')?.result).toBe('PASSED');
    expect(verdict.checks.find((c) => c.name === 'chain')?.reason).toBe('UNTRUSTED_CERTIFICATE');
  });

  test.each<[string, ConstructorParameters<typeof Utopia>[1]]>([
    ['signed with RSA', { algorithm: '1.2.840.113549.1.1.11' }],
    ['signed with ECDSA and SHA-1', { algorithm: '1.2.840.10045.4.1' }],
    ['signed with ECDSA and SHA3-256', { algorithm: '2.16.840.1.101.3.4.3.10' }],
    ['of version 1', { version: 1 }],
    ['of version 2', { version: 2 }],
  ])('a certificate %s is UNTRUSTED_CERTIFICATE, and the list is read', async (_, changes) => {
    const verdict = await judged((key) => key, 'demo', changes);
    expect(verdict.reason).toBe('UNTRUSTED_CERTIFICATE');
    expect(verdict.checks.find((c) => c.name === 'trust-list')?.result).toBe('PASSED');
    expect(verdict.checks.find((c) => c.name === 'signature')?.result).toBe('PASSED');
  });

  test('a curve that is spelled out is the named one, for the verdict and for the published keys', async () => {
    expect(toHex(canonicalKeyInfo(readCertificate(new Utopia(spelledOut).credentialDer)))).toBe(
      toHex(testKey('credential-signer').spki),
    );
    expect((await judged(spelledOut, 'demo')).outcome).toBe('VALID');
    const verdict = await judged(spelledOut, 'production');
    expect(verdict.checks.find((c) => c.name === 'environment')?.detail).toContain('published');
    expect(verdict.reason).toBe('TEST_KEY');
  });
});
