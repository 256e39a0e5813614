/** What a verdict is, and what follows from its checks (60-verification 1 and 5). */
import type { Severity } from '../trust/bulletins';
import type { LegalEffect, Purpose } from '../trust/extensions';
import type { Act, Notice } from '../trust/notices';
import type { LocalText } from '../trust/members';
import { graver, icaoTrustLevels, reason, type Question, type Reason } from '../registry';

export type CheckResult = 'PASSED' | 'FAILED' | 'INDETERMINATE' | 'NOT_ASKED' | Holder;
export type Answer = 'PASSED' | 'FAILED' | 'INDETERMINATE';
export type Holder = 'LIVE' | 'MATCHED' | 'COMPARE' | 'MISMATCH';
export type Outcome = 'VALID' | 'INVALID' | 'INDETERMINATE';

export interface Check {
  readonly name: string;
  readonly question: Question;
  readonly result: CheckResult;
  readonly reason: string | null;
  /** The evidence, in English. */
  readonly detail: string;
}

export interface Icao {
  readonly status: string | null;
  readonly subIndications: readonly string[];
  readonly trustLevel: string | null;
  readonly documentCompared: boolean;
}

/** What it was judged by. */
export interface TrustSummary {
  readonly known: 'PINNED' | 'UNKNOWN_ROOT' | 'NO_LIST';
  readonly root: string | null;
  readonly country: string | null;
  readonly demo: boolean | null;
  readonly listSequence: number | null;
  readonly madeAt: string | null;
  readonly validUntil: string | null;
  /** From whose list the signers of the permit's country were taken (VER-85). */
  readonly neighbour?: NeighbourSummary;
}

export interface NeighbourSummary {
  readonly country: string;
  readonly listSequence: number;
  readonly madeAt: string;
  readonly validUntil: string;
  readonly withdrawn: boolean;
}

/** A bulletin that concerns the signer (VER-87). */
export interface ShownBulletin {
  readonly id: string;
  readonly published: string;
  readonly until: string;
  readonly severity: Severity;
  readonly text: readonly LocalText[];
}

/** A notice that decided something (VER-66); days are `YYYY-MM-DD`. */
export interface AppliedNotice {
  readonly id: string;
  readonly kind: Notice['kind'];
  readonly act: Act;
  readonly text: readonly LocalText[];
  readonly printedEnd?: string;
  readonly newEnd?: string;
  readonly from?: string;
  readonly until?: string;
  readonly origin?: string;
}

/** A continuation beside the code, and what it is worth (VER-95); what it says only where its signature fits and it names this very permit. */
export interface PresentedBeside {
  readonly result: 'PASSED' | 'FAILED' | 'INDETERMINATE';
  readonly reason: string | null;
  readonly printedEnd?: string;
  readonly from?: string;
  readonly until?: string;
  readonly permitNumber?: string;
  readonly legalGround?: string;
  readonly purpose?: Purpose;
}

export interface Verdict {
  readonly format: 'vds' | 'credential' | 'idb' | 'vds-nc' | 'continuation' | 'unknown';
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly authentic: Answer;
  readonly right: Answer;
  readonly holder: Holder;
  readonly at: string;
  readonly checks: readonly Check[];
  /** The decoded content by stable names; empty when the code could not be decoded. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly icao?: Icao;
  readonly notices?: readonly AppliedNotice[];
  readonly continuations?: readonly PresentedBeside[];
  /** Of the signer whose signature fits (VER-67). */
  readonly legalEffect?: LegalEffect;
  /** What the list tells of incidents that concern its signer (VER-87); judged by nobody. */
  readonly bulletins?: readonly ShownBulletin[];
  readonly trust: TrustSummary;
}

export function passed(name: string, question: Question, detail: string): Check {
  return { name, question, result: 'PASSED', reason: null, detail };
}

export function notAsked(name: string, question: Question, detail: string): Check {
  return { name, question, result: 'NOT_ASKED', reason: null, detail };
}

/** A check whose question and result are those that the reason has in the registry. */
export function because(name: string, code: string, detail: string): Check {
  const { question, result } = reason(code);
  return { name, question, result, reason: code, detail };
}

export interface Findings {
  readonly format: Verdict['format'];
  readonly checks: readonly Check[];
  readonly document: Verdict['document'];
  readonly unknownFeature: boolean;
  readonly liveOnly: boolean;
  readonly notices?: readonly AppliedNotice[];
  readonly continuations?: readonly PresentedBeside[];
  readonly legalEffect?: LegalEffect | undefined;
  readonly bulletins?: readonly ShownBulletin[];
  readonly trust: TrustSummary;
  readonly at: number;
}

export function conclude(findings: Findings): Verdict {
  const { checks, format } = findings;
  const authentic = answer(checks, 'authentic');
  const decoded = checks.length > 1;
  const right = decoded ? answer(checks, 'right') : 'INDETERMINATE';
  const holder = holderOf(checks);
  const unanswered = (findings.liveOnly && holder !== 'LIVE') || checks.some((c) => OPEN_ZONE.includes(c.reason ?? ''));
  const outcome = outcomeOf(authentic, right, holder, unanswered);
  return {
    format,
    outcome,
    reason: leading(checks, outcome),
    authentic,
    right,
    holder,
    at: instant(findings.at),
    checks,
    document: findings.document,
    ...(format === 'vds' || format === 'idb' ? { icao: icaoOf(checks, authentic, findings.unknownFeature) } : {}),
    ...(findings.notices === undefined || findings.notices.length === 0 ? {} : { notices: findings.notices }),
    ...(findings.continuations === undefined || findings.continuations.length === 0
      ? {}
      : { continuations: findings.continuations }),
    ...(findings.legalEffect === undefined ? {} : { legalEffect: findings.legalEffect }),
    ...(findings.bulletins === undefined || findings.bulletins.length === 0 ? {} : { bulletins: findings.bulletins }),
    trust: findings.trust,
  };
}

/** VER-3 */
function answer(checks: readonly Check[], question: Question): Answer {
  const results = checks.filter((c) => c.question === question).map((c) => c.result);
  if (results.includes('FAILED')) return 'FAILED';
  return results.includes('INDETERMINATE') ? 'INDETERMINATE' : 'PASSED';
}

/** VER-4 */
function outcomeOf(authentic: Answer, right: Answer, holder: Holder, unanswered: boolean): Outcome {
  if (authentic === 'FAILED' || right === 'FAILED' || holder === 'MISMATCH') return 'INVALID';
  const open = authentic === 'INDETERMINATE' || right === 'INDETERMINATE';
  return open || unanswered ? 'INDETERMINATE' : 'VALID';
}

/** VER-3 */
function holderOf(checks: readonly Check[]): Holder {
  const results = checks.filter((c) => c.question === 'holder').map((c) => c.result);
  return (['MISMATCH', 'LIVE', 'MATCHED'] as const).find((r) => results.includes(r)) ?? 'COMPARE';
}

/** A zone was given and it stays open whether it fits (VER-48, VER-49, VER-51). */
const OPEN_ZONE = [
  'INVALID_PRINTED_MRZ',
  'INVALID_VISA_MRZ',
  'INVALID_PASSPORT_MRZ',
  'ANOTHER_PASSPORT',
  'LINES_NOT_COMPARED',
];
const UNEQUAL = ['SEAL_DOCUMENT_MISMATCH', 'SEAL_VISA_MISMATCH'];

const MADE: Readonly<Record<Outcome, readonly CheckResult[]>> = {
  INVALID: ['FAILED', 'MISMATCH'],
  INDETERMINATE: ['INDETERMINATE', 'COMPARE'],
  VALID: ['PASSED'],
};

/** VER-5 */
function leading(checks: readonly Check[], outcome: Outcome): string | null {
  return reasonsOf(checks.filter((c) => MADE[outcome].includes(c.result)))[0]?.code ?? null;
}

/** The gravest reason of the checks with this result. */
export function gravest(checks: readonly Check[], result: CheckResult): string | null {
  return reasonsOf(checks.filter((c) => c.result === result))[0]?.code ?? null;
}

/** Gravest first. */
function reasonsOf(checks: readonly Check[]): Reason[] {
  return checks.flatMap((c) => (c.reason === null ? [] : [reason(c.reason)])).sort(graver);
}

const LEVELS = ['high fraud potential', 'medium fraud potential', 'trustworthy'];

/** VER-40, VER-41 */
function icaoOf(checks: readonly Check[], authentic: Answer, unknownFeature: boolean): Icao {
  const words = reasonsOf(checks).flatMap((r) => (r.icao === undefined ? [] : [r.icao]));
  const subIndications = [...new Set(words.map((w) => w.subIndication))];
  const statuses = words.map((w) => w.status);
  const found = ['INVALID', 'READ_ERROR'].find((s) => statuses.includes(s));
  const status = found ?? (authentic === 'PASSED' ? 'VALID' : null);
  if (unknownFeature && status !== null) subIndications.push('UNKNOWN_FEATURE');
  const levels = subIndications.map((s) => LEVELS.indexOf(icaoTrustLevels[s] ?? 'trustworthy'));
  const trustLevel = status === null ? null : (LEVELS[Math.min(2, ...levels)] as string);
  return { status, subIndications, trustLevel, documentCompared: documentCompared(checks) };
}

function documentCompared(checks: readonly Check[]): boolean {
  const printed = checks.find((c) => c.name === 'printed-mrz');
  return printed?.result === 'MATCHED' || UNEQUAL.includes(printed?.reason ?? '');
}

/** A moment as text, seconds where it has no fraction. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
