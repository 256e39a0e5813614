import { describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { derOnly } from '../src/engine/bytes/der';
import { fromHex } from '../src/engine/bytes/hex';
import { algorithmOfKey } from '../src/engine/signing/algorithms';
import { publicKey, readCertificate, signedBy } from '../src/engine/signing/certificate';
import { verifyEcdsa } from '../src/engine/signing/signature';
import { conformance, conformanceBytes, conformanceJson, hasConformance } from './conformance';

interface Wycheproof {
  numberOfTests: number;
  testGroups: {
    publicKeyDer: string;
    sha: string;
    tests: { tcId: number; msg: string; sig: string; result: 'valid' | 'invalid' | 'acceptable' }[];
  }[];
}

const files = hasConformance ? readdirSync(join(conformance, 'wycheproof')).filter((f) => f.includes('p1363')) : [];

describe.skipIf(!hasConformance)('raw ECDSA signatures, Wycheproof', () => {
  test('six curves of raw signatures are there', () => expect(files).toHaveLength(6));

  test.each(files)('%s: every case as its result says', async (file) => {
    let cases = 0;
    const { testGroups, numberOfTests } = conformanceJson<Wycheproof>(`wycheproof/${file}`);
    for (const group of testGroups) {
      const key = publicKey(derOnly(hex(group.publicKeyDer), 0x30, 'TEST'));
      expect(algorithmOfKey(key)).toBeDefined();
      for (const t of group.tests) {
        const good = await verifyEcdsa(key, group.sha, hex(t.msg), hex(t.sig));
        expect(good, `case ${t.tcId}`).toBe(t.result === 'valid');
        cases++;
      }
    }
    expect(cases).toBe(numberOfTests);
    expect(cases).toBeGreaterThan(200);
  });
});

describe.skipIf(!hasConformance)('certificates', () => {
  test('a self-signed certificate is signed by itself, and not with a changed byte', async () => {
    const der = conformanceBytes('certs/utts5b.der');
    const certificate = readCertificate(der);
    expect(certificate.serial).toBe('5b');
    expect(certificate.key.curve).toBe('brainpoolP256r1');
    expect(certificate.notAfter).toBe(Date.UTC(2030, 5, 10, 7, 15));
    // The issuer's key is not in the set: the certificate names itself but is signed by another key of the same name.
    const changed = new Uint8Array(der);
    changed[changed.length - 1] = (changed[changed.length - 1] as number) ^ 1;
    expect(await signedBy(readCertificate(changed), readCertificate(changed))).toBe(false);
  });

  test('subject attributes come in order', () => {
    const certificate = readCertificate(conformanceBytes('certs/dets27.der'));
    expect(certificate.subjectAttributes.map((a) => a.value)).toEqual(['DE', 'TS']);
  });
});

function hex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error('bad hex in test data');
  return bytes;
}
