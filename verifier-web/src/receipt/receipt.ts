/** The receipt of a check as data (70-receipt). Nobody signs it: what it says is the word of whoever shows it. */
import type { Question } from '../engine/registry';
import type { Purpose } from '../engine/trust/extensions';
import type { Answer, CheckResult, Holder, Outcome, Verdict } from '../engine/verify/verdict';

/** RCPT-9: without its detail, which may repeat what the code says. */
export interface CheckMade {
  readonly name: string;
  readonly question: Question;
  readonly result: CheckResult;
  readonly reason: string | null;
}

/** RCPT-11; moments as text. */
export interface ListThen {
  readonly country: string;
  readonly sequence: number;
  readonly madeAt: string;
  readonly validUntil: string;
}

export interface ListsThen extends ListThen {
  readonly root: string;
  readonly demo: boolean;
  readonly neighbour?: ListThen;
}

/** RCPT-12 */
export interface Embedded {
  readonly code: Uint8Array;
  /** Whether the code holds a picture of the person. */
  readonly photo: boolean;
  readonly continuations: readonly Uint8Array[];
}

export interface Receipt {
  readonly software: string;
  /** `YYYY-MM-DDTHH:MM:SSZ`, by the verifier's own clock (RCPT-6). */
  readonly checkedAt: string;
  readonly judgedAt?: string;
  readonly purpose: Purpose | null;
  readonly code: { readonly format: Verdict['format']; readonly identity?: string; readonly sha256?: string };
  readonly verdict: {
    readonly outcome: Outcome;
    readonly reason: string | null;
    readonly authentic: Answer;
    readonly right: Answer;
    readonly holder: Holder;
    readonly checks: readonly CheckMade[];
  };
  readonly lists: ListsThen | null;
  readonly embedded?: Embedded;
  /** A token of RFC 3161, unread (RCPT-16). */
  readonly timeStamp?: Uint8Array;
}

/** RCPT-12: for work, and only where it was not refused. */
export function isToBeKept(purpose: Receipt['purpose'], verdict: Receipt['verdict']): boolean {
  const signed = verdict.checks.some(({ name, result }) => name === 'signature' && result === 'PASSED');
  return purpose === 'work' && verdict.outcome !== 'INVALID' && signed;
}

/** RCPT-13 */
export function isText(code: Uint8Array): boolean {
  return code.every((b) => b >= 0x20 && b <= 0x7e);
}
