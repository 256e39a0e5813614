/** IDBs that others have made, decoded by 21-idb and verified with their signer's certificate. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../src/engine/idb/content';
import { readIdb } from '../src/engine/idb/idb';
import { limits } from '../src/engine/registry';
import { readCertificate } from '../src/engine/signing/certificate';
import { withoutList } from '../src/engine/verify/sources';
import { typedCode, verify } from '../src/engine/verify/verifier';
import { conformanceBytes, conformanceJson, hasConformance } from './conformance';

interface Row {
  readonly barcode: string;
  readonly signerCertificate: string | null;
}

const rows = hasConformance ? conformanceJson<Row[]>('idb/barcodes.json') : [];
/** Their own generator left a message of the mandatory list out, which only a tolerant decoder takes (IDB-30). */
const WITHOUT_MESSAGE_85 = 2;
const signed = rows.flatMap(({ barcode, signerCertificate }, row) =>
  signerCertificate === null || row === WITHOUT_MESSAGE_85 ? [] : [{ row, barcode, signerCertificate }],
);

describe.skipIf(!hasConformance)('IDBs of others', () => {
  test('there are signed ones, with and without a face', () => expect(signed.length).toBeGreaterThanOrEqual(3));

  test.each(signed)('row $row is signed by the certificate beside it', async ({ barcode, signerCertificate }) => {
    const signer = readCertificate(conformanceBytes(`idb/${signerCertificate}`));
    const verdict = await verify(typedCode(barcode), { signer }, withoutList('NO_LIST'), Date.UTC(2025, 5, 1));
    expect(verdict.format).toBe('idb');
    expect(verdict.authentic).toBe('PASSED');
    expect(verdict.document['certificateReference']).toBe('a57a790577');
  });

  test.each(signed)('row $row with any character changed is not authentic', async ({ barcode, signerCertificate }) => {
    const signer = readCertificate(conformanceBytes(`idb/${signerCertificate}`));
    for (let i = 0; i < barcode.length; i += 7) {
      const other = barcode.charAt(i) === 'A' ? 'Q' : 'A';
      const changed = barcode.slice(0, i) + other + barcode.slice(i + 1);
      const verdict = await verify(typedCode(changed), { signer }, withoutList('NO_LIST'), Date.UTC(2025, 5, 1));
      expect(verdict.authentic, `character ${i}`).not.toBe('PASSED');
    }
  });

  test('a mandatory message that is missing is refused', async () => {
    const idb = await readIdb(rows[WITHOUT_MESSAGE_85]?.barcode ?? '', limits);
    expect(() => readContent(idb)).toThrowError(expect.objectContaining({ kind: 'WRONG_FORMAT', rule: 'IDB-23' }));
  });

  test('an unsigned one is shown, and is not authentic', async () => {
    const verdict = await verify(typedCode(rows[0]?.barcode ?? ''), {}, withoutList('NO_LIST'), Date.UTC(2025, 5, 1));
    expect(verdict).toMatchObject({ format: 'idb', outcome: 'INVALID', reason: 'INVALID_SIGNATURE' });
    expect(verdict.checks.find((c) => c.name === 'signer')?.result).toBe('NOT_ASKED');
    expect(verdict.document['country']).toBe('D');
  });
});
