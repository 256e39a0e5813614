/** Numbers of documents, and which may follow which (TRUST-72, TRUST-212). */
import { toHex } from '../bytes/hex';
import { digest } from '../signing/signature';
import { Refusal } from './refusal';

export interface Seen {
  readonly sequence: number;
  /** SHA-256 of the payload, hex. */
  readonly digest: string;
}

export async function seen(d: { sequence: number; envelope: { payload: Uint8Array } }): Promise<Seen> {
  return { sequence: d.sequence, digest: toHex(await digest('SHA-256', d.envelope.payload)) };
}

/** @param replaced when the keys behind what is remembered were replaced, if they were (TRUST-212) */
export function refuseNumber(
  what: string,
  next: Seen,
  before: Seen,
  issued: number,
  replaced: number | undefined,
): void {
  if (replaced !== undefined) {
    if (issued < replaced) throw older(what);
    return;
  }
  if (next.sequence < before.sequence) throw older(what);
  if (next.sequence === before.sequence && next.digest !== before.digest) {
    throw new Refusal('CONFLICT', 'TRUST-72', `two ${what}s of one number`);
  }
}

export function older(what: string): Refusal {
  return new Refusal('OLDER', 'TRUST-72', `the ${what} is older than the one at hand`);
}
