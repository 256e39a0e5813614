/** Which of the codes in one picture or file are judged (VER-12). */
import { limits } from '../engine/registry';
import { isPermits } from '../engine/verify/verifier';
import type { Receipt } from '../receipt/receipt';
import type { ReadCode } from './codes';

/** What a picture, a file or a person brought. */
export interface Given {
  readonly codes: readonly Uint8Array[];
  /** Why there is no code, once for each file without one. */
  readonly problems: readonly string[];
  /** Codes that are only mentioned. */
  readonly mentioned: number;
  /** Whether more was pasted than is judged at once. */
  readonly cut?: boolean;
  /** Whether somebody brought the codes as belonging together: a permit and the paper about its renewal. */
  readonly meant?: boolean;
  /** The receipt that they came in, which is checked again. */
  readonly receipt?: Receipt;
}

/** Without the small symbols that print is now and then "corrected" into. A QR code is too well protected to be such an accident. */
export function withoutAccidents(codes: readonly ReadCode[]): ReadCode[] {
  return codes.filter((code) => code.symbology === 'QRCode' || code.bytes.length >= limits.minPermitBytes);
}

/** @param problem said when there is no code */
export function judgedOf(read: readonly ReadCode[], problem: string): Given {
  const codes = withoutAccidents(read).map((code) => code.bytes);
  const permits = codes.filter(isPermits);
  const judged = permits.length > 0 ? permits : codes;
  return {
    codes: judged,
    problems: judged.length > 0 ? [] : [problem],
    mentioned: codes.length - judged.length,
  };
}

/** Several files together. */
export function together(given: readonly Given[]): Given {
  return {
    codes: given.flatMap((g) => g.codes),
    problems: given.flatMap((g) => g.problems),
    mentioned: given.reduce((sum, g) => sum + g.mentioned, 0),
    ...(given.some((g) => g.cut) ? { cut: true } : {}),
  };
}
