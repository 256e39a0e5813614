/** Incidents of which the list tells, beside the verdict that they concern (VER-87). */
import { toHex } from '../bytes/hex';
import { digest } from '../signing/signature';
import { isCurrent } from '../trust/bulletins';
import type { Case } from './case';
import { instant, type ShownBulletin } from './verdict';

/** Those that name the signer or its authority, now. Looked for when the verdict is made, so that they judge nothing. */
export async function concerning({ sources, candidate, authority, at }: Case): Promise<ShownBulletin[]> {
  const current = sources.bulletins.filter((b) => isCurrent(b, at) && b.services.length > 0);
  if (candidate === undefined || current.length === 0) return [];
  const certificates = [candidate.certificate, ...(authority === undefined ? [] : [authority])];
  const names = await Promise.all(certificates.map(async (c) => toHex(await digest('SHA-256', c.der))));
  return current
    .filter((b) => b.services.some((s) => names.includes(s)))
    .map(({ id, published, until, severity, text }) => ({
      id,
      published: instant(published),
      until: instant(until),
      severity,
      text,
    }));
}
