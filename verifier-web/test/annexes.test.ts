import { describe, expect, test } from 'vitest';
import { fromHex } from '../src/engine/bytes/hex';
import { readCertificate } from '../src/engine/signing/certificate';
import { withoutList } from '../src/engine/verify/sources';
import { verify } from '../src/engine/verify/verifier';
import { conformanceBytes, conformanceJson, hasConformance } from './conformance';

const AT = Date.parse('2022-01-01T00:00:00Z');
const TODAY = Date.parse('2026-11-22T12:00:00Z');

const TABLE = [
  ['bsiC_arrival', 'PASSED', 'INVALID', 'EXPIRED'],
  ['bsiD_sic', 'PASSED', 'INDETERMINATE', 'NOT_A_RESIDENCE_DOCUMENT'],
  ['bsiE_residencepermit', 'PASSED', 'VALID', null],
  ['bsiF_visa', 'PASSED', 'INVALID', 'EXPIRED'],
  ['bsiG_addrid', 'PASSED', 'INDETERMINATE', 'NOT_A_RESIDENCE_DOCUMENT'],
  ['bsiH_residencesticker', 'PASSED', 'INDETERMINATE', 'NOT_A_RESIDENCE_DOCUMENT'],
] as const;

interface Row {
  name: string;
  hex: string;
  signerCertificate: string;
}

const seals = hasConformance ? conformanceJson<Row[]>('vds/seals.json') : [];

describe.skipIf(!hasConformance)('the annex seals of TR-03137 with their certificate', () => {
  test.each(TABLE)('%s: authentic %s, %s %s', async (name, authentic, outcome, reason) => {
    const { bytes, signer } = open(name);
    const verdict = await verify(bytes, { at: AT, signer }, withoutList('NO_LIST'), TODAY);
    expect(verdict).toMatchObject({ authentic, outcome, reason, holder: 'COMPARE' });
    const now = await verify(bytes, { signer }, withoutList('NO_LIST'), TODAY);
    expect(now.authentic).toBe('FAILED');
    expect(now.checks.map((c) => c.reason)).toContain('EXPIRED_CERTIFICATE');
  });

  test.each(TABLE)(
    '%s is never VALID with a bit flipped, and INVALID unless the version is unknown then',
    async (name) => {
      const { bytes, signer } = open(name);
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        const changed = new Uint8Array(bytes);
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        const verdict = await verify(changed, { at: AT, signer }, withoutList('NO_LIST'), TODAY);
        expect(verdict.outcome, `bit ${bit}`).toBe(verdict.reason === 'UNSUPPORTED' ? 'INDETERMINATE' : 'INVALID');
        if (verdict.reason === 'UNSUPPORTED') expect(bit >> 3).toBe(1);
      }
    },
  );
});

function open(name: string) {
  const row = seals.find((s) => s.name === name);
  if (row === undefined) throw new Error(`no seal ${name}`);
  const signer = readCertificate(conformanceBytes(row.signerCertificate.replace('../', '')));
  return { bytes: fromHex(row.hex) as Uint8Array, signer };
}
