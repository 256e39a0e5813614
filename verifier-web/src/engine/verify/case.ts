/** One verification while it goes on: what was received, what is asked, and the checks made so far. */
import type { Certificate } from '../signing/certificate';
import type { Purpose } from '../trust/extensions';
import type { JudgedContinuation } from './continuations';
import type { Presented } from './presented';
import type { Candidate, Sources, StatusEntry } from './sources';
import type { AppliedNotice, Check } from './verdict';

/** What is asked (VER-7). Without a purpose it is the right of residence; without an instant, now. */
export interface Asked {
  readonly purpose?: Purpose;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** Given by hand: then only authenticity and dates are asked (VER-10). */
  readonly signer?: Certificate;
  /** The lines printed on the document, and those of the passport, as they were typed or read (VDS-37). */
  readonly mrz?: string;
  readonly passportMrz?: string;
  /** The bytes of codes that may be continuations of it, `maxContinuations` of limits.json at most (VER-90). */
  readonly continuations?: readonly Uint8Array[];
}

export interface Case {
  readonly presented: Presented;
  readonly asked: Asked;
  readonly sources: Sources;
  readonly status: StatusEntry | undefined;
  /** The machine's time, read once. */
  readonly now: number;
  /** The instant to judge at. */
  readonly at: number;
  readonly checks: Check[];
  /** Notices that decided something so far (VER-66). */
  readonly notices: AppliedNotice[];
  /** The continuations beside it, judged (VER-91). */
  beside: readonly JudgedContinuation[];
  candidate?: Candidate;
  /** The listed authority that signed the candidate, revoked or not. */
  authority?: Certificate;
  signatureFits: boolean;
}

/** A step makes one check, or none where it has nothing to be made of. */
export type Step = (file: Case) => Promise<Check> | Check | undefined;
