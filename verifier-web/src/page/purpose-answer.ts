/** What the permit answers to the purpose that was asked about: the line that leads, before everything else that it says. */
import type { Purpose } from '../engine/trust/extensions';
import type { Verdict } from '../engine/verify/verdict';
import { el, fill } from './dom';
import { dayWords, words } from './words';

export interface PurposeAnswer {
  readonly label: string;
  readonly value: string;
  /** Until when, in words; absent where it has no end that the code says. */
  readonly until?: string;
  /** Whether its words hold the conditions, so that nothing needs to repeat them. */
  readonly conditions: boolean;
}

/** Nothing unless the permit counts, or counts and says no: what an invalid code claims must not be read as an answer. */
export function purposeAnswer(verdict: Verdict, purpose: Purpose | undefined): PurposeAnswer | undefined {
  const refused = verdict.reason === 'PURPOSE_NOT_GRANTED' && verdict.authentic === 'PASSED';
  if (verdict.outcome !== 'VALID' && !refused) return undefined;
  if (purpose === 'work') return work(verdict);
  if (refused) return undefined;
  const last = end(verdict);
  if (last === undefined) return undefined;
  const label = purpose === 'stay' ? words.lead.stay : words.lead.right;
  const value = last === 'unlimited' ? words.unlimited : fill(words.until, { day: dayWords(last) });
  return { label, value, conditions: false };
}

function work(verdict: Verdict): PurposeAnswer | undefined {
  const { work: kind, workConditions } = verdict.document;
  if (!isKind(kind)) return undefined;
  const text = typeof workConditions === 'string' ? workConditions : '';
  const value = fill(words.mayWork[kind], { text }).trim();
  const last = end(verdict);
  const conditions = text !== '' && words.mayWork[kind].includes('{text}');
  return kind === 'none' || last === undefined || last === 'unlimited'
    ? { label: words.lead.work, value, conditions }
    : { label: words.lead.work, value, conditions, until: fill(words.until, { day: dayWords(last) }) };
}

function isKind(kind: unknown): kind is keyof typeof words.mayWork {
  return typeof kind === 'string' && Object.hasOwn(words.mayWork, kind);
}

/** The last day that counts: what a notice or a paper about a renewal made of it, else the code's own. `unlimited`, or a day. */
export function end({ document, notices = [], continuations = [], reason }: Verdict): string | undefined {
  if (reason === 'EXTENDED_BY_NOTICE') {
    const moved = notices.flatMap(({ newEnd }) => (newEnd === undefined ? [] : [newEnd])).sort();
    if (moved.length > 0) return moved.at(-1);
  }
  if (reason === 'EXTENDED_BY_CONTINUATION') {
    const counting = continuations.filter(({ result }) => result === 'PASSED');
    const last = counting.flatMap(({ until }) => (until === undefined ? [] : [until])).sort();
    if (last.length > 0) return last.at(-1);
  }
  const { rightUntil, documentUntil, continuesUntil } = document;
  return [rightUntil, continuesUntil, documentUntil].find(
    (day): day is string => typeof day === 'string' && day !== '',
  );
}

export function purposeLine({ label, value, until }: PurposeAnswer): HTMLElement {
  return el(
    'p',
    { id: 'lead', class: 'lead' },
    el('span', {}, `${label}: `),
    el('b', {}, el('bdi', {}, value)),
    until === undefined ? undefined : el('span', { class: 'until' }, ` ${until}`),
  );
}
