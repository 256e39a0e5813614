/** Beside an answer: the lines printed on the permit and those of the passport, typed in and compared (60-verification 6). */
import type { Check, Verdict } from '../engine/verify/verdict';
import { el, fill, icon } from './dom';
import { messages, words } from './words';
import { helpWith } from './zone-help';

/** As typed; empty where nothing was. Gone with the answer: they are about a person. */
export interface Lines {
  readonly mrz: string;
  readonly passportMrz: string;
}

export const NO_LINES: Lines = { mrz: '', passportMrz: '' };

/** What of the question the lines are: white space alone is nothing. */
export function askedBeside({ mrz, passportMrz }: Lines): { mrz?: string; passportMrz?: string } {
  return {
    ...(mrz.trim() === '' ? {} : { mrz }),
    ...(passportMrz.trim() === '' ? {} : { passportMrz }),
  };
}

/** What stands in the fields now, sent or not. */
export function typedLines(): Lines | undefined {
  const area = (id: string) => (document.getElementById(id) as HTMLTextAreaElement | null)?.value;
  const [mrz, passportMrz] = [area('mrz'), area('passport-mrz')];
  return mrz === undefined || passportMrz === undefined ? undefined : { mrz, passportMrz };
}

/**
 * Nothing for a code that says nothing of a document.
 *
 * @param typed what stands in the fields
 * @param compare judges anew, with what stands there then
 */
export function compareView(verdict: Verdict, typed: Lines, compare: (lines: Lines) => void): HTMLElement | undefined {
  if (Object.keys(verdict.document).length === 0) return undefined;
  const printed = field('mrz', words.compare.document, words.compare.documentHint, typed.mrz, verdict, 'printed-mrz');
  const passport = field(
    'passport-mrz',
    words.compare.passport,
    words.compare.passportHint,
    typed.passportMrz,
    verdict,
    'passport-mrz',
  );
  const form = el(
    'form',
    { class: 'inside' },
    el('p', { class: 'soft' }, words.compare.hint),
    printed.root,
    passport.root,
    el('button', { type: 'submit', id: 'compare' }, words.compare.go),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    compare({ mrz: printed.area.value, passportMrz: passport.area.value });
  });
  return el(
    'details',
    { class: 'full compare', open: typed.mrz !== '' || typed.passportMrz !== '' },
    el('summary', {}, words.compare.title),
    form,
  );
}

function field(id: string, label: string, hint: string, text: string, verdict: Verdict, name: string) {
  const check = verdict.checks.find((c) => c.name === name);
  const unread = check !== undefined && isUnread(check);
  const area = el('textarea', {
    id,
    rows: '3',
    dir: 'ltr',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'characters',
    'aria-describedby': `${id}-hint ${id}-result`,
    'aria-invalid': unread ? 'true' : undefined,
  });
  area.value = text;
  const root = el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    el('small', { id: `${id}-hint`, class: 'soft' }, hint),
    area,
    el('p', { id: `${id}-result`, class: 'result' }, ...(check === undefined ? [] : resultOf(check, text))),
  );
  return { root, area };
}

/** The lines do not add up, so nothing was compared (VER-48). */
function isUnread(check: Check): boolean {
  return check.reason?.startsWith('INVALID_') === true;
}

function resultOf(check: Check, typed: string): (Node | string)[] {
  const shape = check.result === 'MATCHED' ? 'valid' : check.result === 'MISMATCH' ? 'invalid' : 'unknown';
  const mark = icon(shape);
  mark.classList.add('mark');
  const said = isUnread(check) ? words.compare.unread : messages.result[check.result];
  const why = isUnread(check) ? unread(check, typed) : el('span', { lang: 'en', dir: 'ltr' }, check.detail);
  return [mark, el('span', {}, el('b', {}, said), ' – ', why)];
}

/** Where to look again, instead of the number of a rule. */
function unread({ detail }: Check, typed: string): string {
  const help = helpWith(typed);
  return help === '' ? fill(words.compare.help.format, { detail }) : help;
}
