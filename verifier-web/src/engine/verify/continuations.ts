/** Continuations beside a code: what each is worth by itself, and what lets the end of a permit pass (60-verification part 10). */
import { FormatError, notAPermit, wrongFormat } from '../format-error';
import { limits } from '../registry';
import type { Extension } from '../trust/notices';
import type { Case, Step } from './case';
import { endOfDay, parseDay } from './days';
import { covers, printedEnd, reachingNotices } from './notices';
import { givesSomething } from './presented';
import { namesPermit, presentContinuation, type PresentedContinuation } from './presented-continuation';
import { because, gravest, passed, type Check, type PresentedBeside } from './verdict';

/** One continuation, judged at the same moment and by the same lists as the code (VER-91). */
export interface JudgedContinuation {
  readonly shown: PresentedBeside;
  readonly words: string;
  /** What the permit's end stays open for, where only knowledge is missing. */
  readonly openStatus: string;
  /** The first moment at which it counts no more; of one that counts. */
  readonly ends: number;
}

/** What lets the end of a permit pass that is over by itself (VER-93). */
export interface Prolongation {
  readonly notice?: Extension;
  readonly continuation?: JudgedContinuation;
  /** The first of which too little is known, where nothing else lets the end pass. */
  readonly open?: JudgedContinuation;
}

/** Judges all that are beside a code, in the order in which they were given. */
export async function judgeBeside(
  file: Case,
  steps: readonly Step[],
  entry: (file: Case) => Check,
): Promise<readonly JudgedContinuation[]> {
  if (file.asked.signer !== undefined || !givesSomething(file.presented.grant)) return [];
  const judged: JudgedContinuation[] = [];
  for (const code of file.asked.continuations ?? []) judged.push(await judge(code, file, steps, entry));
  return judged;
}

async function judge(
  code: Uint8Array,
  permit: Case,
  steps: readonly Step[],
  entry: (file: Case) => Check,
): Promise<JudgedContinuation> {
  let presented: PresentedContinuation;
  try {
    presented = await decodeContinuation(code);
  } catch (e) {
    const fault = e instanceof FormatError ? e : wrongFormat('VER-20', 'unreadable');
    // A newer version says nothing that could be believed: it counts as little as what is broken.
    const shown: PresentedBeside = { result: 'FAILED', reason: fault.kind };
    return { shown, words: `${fault.rule}: ${fault.message}`, openStatus: 'STATUS_UNKNOWN', ends: -Infinity };
  }
  const { sources, now, at } = permit;
  const status = await presented.status(sources);
  const file: Case = {
    presented,
    asked: { at },
    sources,
    status,
    now,
    at,
    checks: [],
    notices: [],
    beside: [],
    signatureFits: false,
  };
  for (const step of steps) {
    const check = await step(file);
    if (check !== undefined) file.checks.push(check);
  }
  const names = await namesPermit(presented, permit.presented);
  const own = entry(file);
  const checks = file.checks
    .filter((check) => check.name !== 'trust-list')
    .concat(
      names
        ? passed('names', 'right', 'names this code')
        : because('names', 'CONTINUATION_OF_ANOTHER_PERMIT', 'names another code'),
      beginsInTime(presented, permit),
      datesOf(file),
      own,
    );
  const result = (['FAILED', 'INDETERMINATE'] as const).find((r) => checks.some((c) => c.result === r)) ?? 'PASSED';
  const reason = gravest(checks, result);
  const openStatus = own.reason === 'STATUS_STALE' ? 'STATUS_STALE' : 'STATUS_UNKNOWN';
  const words = checks.find((c) => c.result === result && c.reason === reason)?.detail ?? '';
  const said = names && file.signatureFits ? content(presented, permit) : {};
  return { shown: { result, reason, ...said }, words, openStatus, ends: presented.continuation.expires * 1000 };
}

async function decodeContinuation(code: Uint8Array): Promise<PresentedContinuation> {
  let text = '';
  for (const b of code) text += String.fromCharCode(b);
  if (!text.startsWith('RPC1:')) throw notAPermit('VER-11', 'no continuation');
  if (code.length > limits.maxCodeBytes) throw wrongFormat('VER-11', 'the code is too long');
  return presentContinuation(text);
}

/** It lets go on what has not ended yet (VER-91): by the permit itself, or by the extension that reaches it. */
function beginsInTime({ validity }: PresentedContinuation, permit: Case): Check {
  const { presented } = permit;
  const { extension } = reachingNotices(permit);
  const ends = [presented.validity.ends, extension && endOfDay(parseDay(extension.newEnd), presented.zone)];
  const inTime =
    presented.validity.ends === undefined || ends.some((end) => end !== undefined && (validity.begins ?? 0) <= end);
  return inTime
    ? passed('begins', 'right', 'begins before the permit ends')
    : because('begins', 'CONTINUATION_TOO_LATE', 'begins after the permit had ended');
}

function datesOf({ presented: { validity }, at }: Case): Check {
  const { signed = 0, begins = 0, ends = 0, words } = validity;
  if (at < signed || at < begins) return because('dates', 'NOT_YET_VALID', words);
  return at < ends ? passed('dates', 'right', words) : because('dates', 'EXPIRED', words);
}

/** VER-95 */
function content({ continuation, from, until }: PresentedContinuation, { presented }: Case): Partial<PresentedBeside> {
  const { permitNumber, legalGround, purpose } = continuation;
  const end = printedEnd(presented);
  return {
    ...(end === undefined ? {} : { printedEnd: end }),
    from,
    until,
    ...(permitNumber === undefined ? {} : { permitNumber }),
    ...(legalGround === undefined ? {} : { legalGround }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** Whether it has begun and has ended by what it says itself (VER-93). */
function isOver({ presented, at }: Case): boolean {
  const { signed, begins, ends } = presented.validity;
  const begun = (signed === undefined || at >= signed) && (begins === undefined || at >= begins);
  return givesSomething(presented.grant) && begun && ends !== undefined && at >= ends;
}

export function prolongation(file: Case): Prolongation {
  if (!isOver(file)) return {};
  const { extension } = reachingNotices(file);
  const notice = extension !== undefined && covers(extension, file.presented, file.at) ? extension : undefined;
  const continuation = file.beside
    .filter((one) => one.shown.result === 'PASSED')
    .reduce<JudgedContinuation | undefined>(
      (best, n) => (best === undefined || n.ends > best.ends ? n : best),
      undefined,
    );
  const open =
    notice === undefined && continuation === undefined
      ? file.beside.find((one) => one.shown.result === 'INDETERMINATE')
      : undefined;
  return {
    ...(notice === undefined ? {} : { notice }),
    ...(continuation === undefined ? {} : { continuation }),
    ...(open === undefined ? {} : { open }),
  };
}

/** What the step `dates` says of a permit that is over: the later end leads, and the notice where both are the same. */
export function reasonOf({ notice, continuation, open }: Prolongation, { presented }: Case): string {
  const noticeEnd = notice === undefined ? undefined : endOfDay(parseDay(notice.newEnd), presented.zone);
  if (continuation !== undefined && (noticeEnd === undefined || noticeEnd < continuation.ends)) {
    return 'EXTENDED_BY_CONTINUATION';
  }
  return noticeEnd === undefined ? (open?.openStatus ?? 'EXPIRED') : 'EXTENDED_BY_NOTICE';
}

/** VER-94: beside a permit that is good without them no continuation, forged or not, is held against anybody. */
export const continuation: Step = (file) => {
  const name = 'continuation';
  const notAsked = (detail: string): Check => ({ name, question: 'right', result: 'NOT_ASKED', reason: null, detail });
  if ((file.asked.continuations ?? []).length === 0) return undefined;
  if (file.asked.signer !== undefined) return notAsked("the signer's certificate was given by hand");
  if (file.beside.length === 0) return notAsked('it gives nothing that could go on');
  if (file.beside.some((one) => one.shown.result === 'PASSED')) {
    return passed(name, 'right', 'a continuation names it and counts');
  }
  const words = file.beside.map((one) => `${one.shown.reason}, ${one.words}`).join('; ');
  const { notice, open } = prolongation(file);
  if (!isOver(file) || notice !== undefined) {
    return notAsked(`it is in date without one; what was given beside it: ${words}`);
  }
  if (open !== undefined) return because(name, open.openStatus, open.words);
  const forged = file.beside.some((one) => one.shown.reason === 'INVALID_SIGNATURE');
  return because(name, forged ? 'FORGED_CONTINUATION' : 'CONTINUATION_NOT_VALID', words);
};
