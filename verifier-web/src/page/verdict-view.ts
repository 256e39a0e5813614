/** The answer: one colour, one shape, one word, one sentence, what to do; then how we know. */
import type { Purpose } from '../engine/trust/extensions';
import { graver, reason } from '../engine/registry';
import type { Check, Outcome, Verdict } from '../engine/verify/verdict';
import { el, fill, icon, type Shape } from './dom';
import { continuationCards } from './continuation-view';
import { documentTitle, permitCard, personCard } from './document-view';
import { bulletinCards } from './bulletin-view';
import { purposeAnswer, purposeLine } from './purpose-answer';
import { legalEffectCard, noticeCards } from './notice-view';
import { warnedAge } from '../store/list-age';
import { ageWords, messages, readersLanguages, reasonWords, words } from './words';

const SHAPE: Readonly<Record<Outcome, Shape>> = { VALID: 'valid', INVALID: 'invalid', INDETERMINATE: 'unknown' };
const ORDER: readonly Outcome[] = ['INVALID', 'INDETERMINATE', 'VALID'];

/** Why there is no code where the camera saw one for long. */
export const UNREADABLE_CODE = 'a code is there, and cannot be read';

/** Gravest first. */
export function byGravity(a: Verdict, b: Verdict): number {
  const order = ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome);
  if (order !== 0 || a.reason === null || b.reason === null) return order;
  return graver(reason(a.reason), reason(b.reason));
}

/**
 * The one sentence under the word, and what to do.
 *
 * @param said whether the conditions are said already
 */
export function sentences(verdict: Verdict, said = false): { text: string; next: string } {
  const { sentence } = messages;
  if (verdict.checks.some((c) => c.reason === 'NO_CODE_FOUND' && c.detail === UNREADABLE_CODE)) {
    return words.unreadableCode;
  }
  if (verdict.checks.some((c) => c.reason === 'NO_CODE_FOUND' && /^(damaged|unreadable): /.test(c.detail))) {
    return { text: sentence.UNREADABLE, next: sentence.NEXT_UNREADABLE };
  }
  if (verdict.outcome !== 'VALID') return reasonWords(verdict.reason ?? 'UNSUPPORTED');
  const compare = verdict.holder !== 'LIVE';
  const conditions = verdict.checks.find((c) => c.reason === 'WITH_CONDITIONS')?.detail;
  if (verdict.reason === 'EXTENDED_BY_NOTICE' || verdict.reason === 'EXTENDED_BY_CONTINUATION') {
    const { next } = reasonWords(verdict.reason);
    // The extension leads, and must not hide that there are conditions.
    const more = conditions === undefined || said ? '' : ` ${fill(words.conditions, { text: conditions })}`;
    const text = verdict.reason === 'EXTENDED_BY_NOTICE' ? sentence.VALID_EXTENDED : sentence.VALID_CONTINUED;
    return { text, next: next + more };
  }
  if (conditions !== undefined) {
    const { text } = reasonWords('WITH_CONDITIONS');
    const next = said ? sentence.NEXT_VALID : fill(words.conditions, { text: conditions });
    return { text: compare ? sentence.VALID_CONDITIONS : text, next };
  }
  const stale = verdict.checks.some((c) => c.reason === 'STALE_LIVE_CODE');
  return stale && verdict.holder === 'COMPARE'
    ? { text: sentence.VALID_STALE, next: reasonWords('STALE_LIVE_CODE').next }
    : { text: fitting(verdict.holder), next: sentence.NEXT_VALID };
}

function fitting(holder: Verdict['holder']): string {
  const { sentence } = messages;
  if (holder === 'LIVE') return sentence.VALID_LIVE;
  return { COMPARE: sentence.VALID_COMPARE, MATCHED: sentence.VALID_MATCHED }[holder as string] ?? sentence.VALID;
}

/**
 * @param purpose as whom somebody asked
 * @param now milliseconds since 1970, for the age of the list
 * @param warnAfter milliseconds after which a VALID says the age of its list (TRUST-214)
 * @param comparison where the printed lines are typed in, if there is something to compare
 * @param others what stands between the answer and its grounds: the list of several codes
 */
export function verdictView(
  verdict: Verdict,
  purpose: Purpose | undefined,
  now: number,
  warnAfter: number,
  comparison: Node | undefined,
  ...others: readonly Node[]
): HTMLElement {
  const lead = purposeAnswer(verdict, purpose);
  const { text, next } = sentences(verdict, lead?.conditions === true);
  return el(
    'article',
    { class: 'answer', 'data-outcome': verdict.outcome, 'data-reason': verdict.reason ?? '' },
    el(
      'div',
      { class: `band ${verdict.outcome}` },
      el(
        'div',
        { class: 'wide' },
        icon(SHAPE[verdict.outcome]),
        el('h1', { tabindex: '-1', id: 'word' }, messages.outcome[verdict.outcome]),
        lead === undefined ? undefined : purposeLine(lead),
        el('p', { id: 'sentence' }, text),
        el('p', { class: 'next' }, next),
        oldList(verdict, warnAfter),
      ),
    ),
    ...others,
    el(
      'div',
      { class: 'wide parts' },
      ...bulletinCards(verdict, readersLanguages()),
      ...content(verdict, purpose),
      questions(verdict, purpose),
      comparison,
      how(verdict, now),
      supportCode(verdict),
    ),
  );
}

function oldList(verdict: Verdict, warnAfter: number): HTMLElement | undefined {
  const age = warnedAge(verdict, warnAfter);
  return age === undefined
    ? undefined
    : el('p', { class: 'next', id: 'list-age' }, fill(words.oldList, { age: ageWords(age) }));
}

/**
 * The person and the permit, once a signature vouches for them. A forger's photo and name are not shown: they would look official here, and pictures
 * from unknown hands are not given to the browser's decoders. The photo asks for more, and showPhoto for it.
 */
function content(verdict: Verdict, purpose: Purpose | undefined): (HTMLElement | undefined)[] {
  if (Object.keys(verdict.document).length === 0) return [];
  const signed = verdict.checks.some((c) => c.name === 'signature' && c.result === 'PASSED');
  return signed
    ? [
        ...noticeCards(verdict, readersLanguages()),
        ...continuationCards(verdict),
        personCard(verdict, purpose),
        permitCard(verdict, purpose),
        legalEffectCard(verdict),
      ]
    : [el('section', { class: 'card full', id: 'unproven' }, el('p', {}, messages.sentence.NOT_SHOWN))];
}

function questions(verdict: Verdict, purpose: Purpose | undefined): HTMLElement {
  const rows = (['authentic', 'right', 'holder'] as const).map((question) => {
    const result = verdict[question];
    return el(
      'li',
      { 'data-question': question, 'data-result': result },
      mark(result),
      el('span', {}, messages.question[question]),
      el('b', {}, messages.result[result]),
    );
  });
  const asker = fill(words.askedAs, { asker: words.asker[purpose ?? 'residence'] });
  return el(
    'section',
    { class: 'card full' },
    el('ul', { class: 'questions' }, ...rows),
    el('p', { class: 'soft asked', id: 'asked' }, asker),
  );
}

function mark(result: Check['result']): SVGSVGElement {
  const good = ['PASSED', 'LIVE', 'MATCHED'].includes(result);
  const bad = ['FAILED', 'MISMATCH'].includes(result);
  const svg = icon(good ? 'valid' : bad ? 'invalid' : result === 'COMPARE' ? 'person' : 'unknown');
  svg.classList.add('mark');
  return svg;
}

/** What is left to whoever looks: the page cannot pass or fail it. Lines that did not fit, or could not be compared, are no such thing. */
function isForThePerson(check: Check): boolean {
  return check.result === 'COMPARE' && check.reason === null;
}

function how(verdict: Verdict, now: number): HTMLElement {
  const asked = verdict.checks.filter((c) => c.result !== 'NOT_ASKED' && !isForThePerson(c));
  const passed = asked.filter((c) => c.result === 'PASSED' || c.result === 'MATCHED').length;
  const { madeAt, listSequence } = verdict.trust;
  const judged =
    madeAt === null || listSequence === null
      ? words.noList
      : fill(words.byList, { n: listSequence, age: ageWords(now - Date.parse(madeAt)) });
  const rows = verdict.checks.map((check) =>
    el(
      'tr',
      { 'data-check': check.name, 'data-result': check.result },
      el('td', {}, check.result === 'NOT_ASKED' ? undefined : mark(check.result)),
      el(
        'td',
        {},
        messages.check[check.name as keyof typeof messages.check] ?? check.name,
        el('small', {}, `${messages.result[check.result]} – `, el('span', { lang: 'en', dir: 'ltr' }, check.detail)),
        check.reason === null ? undefined : el('span', { class: 'code', dir: 'ltr' }, check.reason),
      ),
    ),
  );
  return el(
    'details',
    { class: 'full' },
    el('summary', {}, `${words.how}: ${fill(words.checks, { passed, asked: asked.length })}`),
    el(
      'div',
      { class: 'inside' },
      el('p', { class: 'soft' }, judged),
      el('table', { class: 'checks' }, el('tbody', {}, ...rows)),
    ),
  );
}

/** Short, without personal data: the reason, the list and the time. */
function supportCode(verdict: Verdict): HTMLElement {
  const stamp = verdict.at.replace(/[^0-9TZ]/g, '').slice(0, 13);
  const code = [verdict.reason ?? verdict.outcome, verdict.trust.listSequence ?? 0, stamp].join('-');
  return el(
    'p',
    { class: 'soft full', id: 'quote' },
    `${words.supportCode}: `,
    el('span', { class: 'code', dir: 'ltr' }, code),
  );
}

/** One line for each code when there are several; choosing one shows it. */
export function severalView(
  verdicts: readonly Verdict[],
  chosen: number,
  choose: (index: number) => void,
): HTMLElement {
  const rows = verdicts.map((verdict, index) => {
    const svg = mark(
      verdict.outcome === 'VALID' ? 'PASSED' : verdict.outcome === 'INVALID' ? 'FAILED' : 'INDETERMINATE',
    );
    const purpose = verdict.document['purpose'] as keyof typeof messages.purpose | undefined;
    const parts = [documentTitle(verdict), purpose === undefined ? undefined : messages.purpose[purpose]];
    const what = [...parts, sentences(verdict).text].filter((p) => p !== undefined).join(' · ');
    const line = el(
      'button',
      { type: 'button', 'aria-pressed': String(index === chosen) },
      svg,
      el('span', {}, messages.outcome[verdict.outcome], el('br'), el('small', {}, what)),
    );
    line.addEventListener('click', () => choose(index));
    return line;
  });
  return el(
    'nav',
    { class: 'wide several', 'aria-label': fill(words.several, { n: verdicts.length }) },
    el('p', { class: 'soft' }, fill(words.several, { n: verdicts.length })),
    ...rows,
  );
}
