/** Papers about a pending renewal: what one beside the permit is worth (VER-98), and the way to bring the other of the two. */
import type { PresentedBeside, Verdict } from '../engine/verify/verdict';
import { el, fill } from './dom';
import { dayWords, messages, words } from './words';

export function continuationCards({ continuations = [] }: Verdict): HTMLElement[] {
  const { title, ground } = messages.continuation;
  return continuations.map((paper) =>
    el(
      'section',
      { class: 'card full', 'data-continuation': paper.result },
      el('h2', {}, title),
      el('p', {}, el('strong', {}, what(paper))),
      paper.legalGround === undefined
        ? undefined
        : el('p', { class: 'soft' }, el('bdi', {}, fill(ground, { ground: paper.legalGround }))),
    ),
  );
}

function what({ result, reason, until, printedEnd }: PresentedBeside): string {
  const { counts, open, refused } = messages.continuation;
  if (result === 'FAILED') {
    return fill(refused, { why: (messages.continuationFault as Record<string, string>)[reason ?? ''] ?? '' });
  }
  const day = (written: string | undefined) => (written === undefined ? '–' : dayWords(written));
  return fill(result === 'PASSED' ? counts : open, { until: day(until), printedEnd: day(printedEnd) });
}

/** Whether the other of permit and paper would help: the permit is over, or the paper is alone. */
export function otherHalf(verdict: Verdict): string | undefined {
  const signed = verdict.checks.some((c) => c.name === 'signature' && c.result === 'PASSED');
  if (!signed) return undefined;
  if (verdict.reason === 'CONTINUATION_ALONE') return words.continuation.scanPermit;
  return verdict.checks.some((c) => c.name === 'dates' && c.reason === 'EXPIRED')
    ? words.continuation.scanPaper
    : undefined;
}
