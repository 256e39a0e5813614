/** Before a permit is on this device: what to ask for, and where the number of the letter is typed. */
import { el, fill } from '../page/dom';
import { NotBound } from './authority';
import { words } from './words';

export function noneView(): HTMLElement {
  const { title, text, then } = words.none;
  return el('section', { class: 'card', id: 'none' }, el('h1', {}, title), el('p', {}, text), el('p', {}, then));
}

export interface EnterView {
  readonly root: HTMLElement;
  readonly tell: (text: string) => void;
  readonly busy: () => boolean;
}

/** @param go with what was typed, once at a time */
export function enterView(replaces: boolean, go: (letterNumber: string) => void): EnterView {
  const note = el('p', { class: 'notice', role: 'alert', id: 'note' });
  const input = el('input', {
    class: 'letter',
    id: 'letter-number',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '20',
    'aria-describedby': 'note',
  });
  const button = el('button', { type: 'button', class: 'primary', id: 'put' }, words.enter.go);
  const ask = () => {
    button.disabled = true;
    go(input.value);
  };
  button.addEventListener('click', ask);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !button.disabled) ask();
  });
  const root = el(
    'section',
    { class: 'card', id: 'enter' },
    el('h1', {}, words.enter.title),
    el('p', {}, words.enter.text),
    replaces ? el('p', {}, words.enter.replaces) : undefined,
    el('label', { for: 'letter-number' }, words.enter.label),
    input,
    note,
    el('div', { class: 'put' }, button),
  );
  const tell = (text: string) => {
    note.textContent = text;
    button.disabled = text === words.enter.working;
  };
  return { root, tell, busy: () => button.disabled };
}

/** What a holder can do about it. */
export function refusalWords(failure: unknown): string {
  const { refused } = words;
  if (!(failure instanceof NotBound)) return refused.FAILED;
  const text = (refused as Record<string, string>)[failure.rule] ?? refused.FAILED;
  return failure.left === undefined ? text : `${text} ${fill(refused.left, { n: failure.left })}`;
}
