import { describe, expect, test } from 'vitest';
import { fromHex } from '../src/engine/bytes/hex';
import { algorithmOfKey } from '../src/engine/signing/algorithms';
import { readCertificate } from '../src/engine/signing/certificate';
import { verifySignature } from '../src/engine/signing/signature';
import { readSeal } from '../src/engine/vds/seal';
import { readMrz } from '../src/engine/vds/mrz';
import { decodeC40 } from '../src/engine/bytes/c40';
import { conformanceBytes, conformanceJson, hasConformance } from './conformance';

interface Row {
  name: string;
  hex: string;
  signerCertificate: string | null;
  expect: string;
}

const seals = hasConformance ? conformanceJson<Row[]>('vds/seals.json') : [];
const good = seals.filter((s) => s.expect === 'signature-valid' && s.name !== 'vdst_meldebescheinigung');

describe.skipIf(!hasConformance)('seals of others', () => {
  test.each(good)('$name verifies, and not with any byte changed', async ({ hex }) => {
    const bytes = fromHex(hex) as Uint8Array;
    const seal = readSeal(bytes, 3116);
    // By the name in the seal: one row of the table names another certificate than its seal does.
    const file = `${seal.signerCountry}${seal.signerName}${seal.reference.replace(/^0+/, '')}.der`.toLowerCase();
    const certificate = readCertificate(conformanceBytes(`certs/${file}`));
    const algorithm = algorithmOfKey(certificate.key);
    if (algorithm === undefined) throw new Error('no algorithm');
    expect(await verifySignature(algorithm, certificate.key, seal.signed, seal.signature)).toBe(true);
    for (let at = 20; at < bytes.length; at += 29) {
      const changed = new Uint8Array(bytes);
      changed[at] = (changed[at] as number) ^ 4;
      expect(await opens(changed), `byte ${at}`).toBe(false);
    }
    async function opens(changed: Uint8Array): Promise<boolean> {
      try {
        const other = readSeal(changed, 3116);
        if (algorithm === undefined) return false;
        return await verifySignature(algorithm, certificate.key, other.signed, other.signature);
      } catch (e) {
        expect((e as Error).name).toBe('FormatError');
        return false;
      }
    }
  });

  test('every truncation of a seal is refused with a reason', () => {
    const bytes = fromHex(good[0]?.hex ?? '') as Uint8Array;
    for (let n = 0; n < bytes.length; n++) {
      expect(() => readSeal(bytes.subarray(0, n), 3116)).toThrow(
        expect.objectContaining({ name: 'FormatError' }) as Error,
      );
    }
  });

  test('the residence permit of annex E ends on 1 January 2022', () => {
    const seal = readSeal(fromHex(seals.find((s) => s.name === 'bsiE_residencepermit')?.hex ?? '') as Uint8Array, 3116);
    const mrz = readMrz(
      decodeC40(seal.features.find((f) => f.tag === 2)?.value ?? new Uint8Array()),
      'TD2',
      seal.issued,
    );
    expect(mrz.end).toEqual({ year: 2022, month: 1, day: 1 });
    expect(mrz.wrongCheckDigits).toEqual([]);
    expect(seal).toMatchObject({
      country: 'D',
      signerCountry: 'DE',
      signerName: 'TS',
      reference: '27',
      documentType: 'FB06',
    });
  });
});
