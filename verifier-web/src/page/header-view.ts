/** The head of every screen: what this is, whose it is, and the language. */
import { el, icon } from './dom';
import { LANGUAGES, nameOf } from './languages';
import { language, words } from './words';

export interface Head {
  readonly title: string;
  readonly authority: string;
  /** What is said of a demonstration. */
  readonly demo: string | undefined;
}

/** @param speak asks for another language */
export function headerView({ title, authority, demo }: Head, speak: (language: string) => void): HTMLElement[] {
  const bar = el(
    'div',
    { class: 'wide' },
    icon('seal'),
    el('div', { class: 'whose' }, el('strong', {}, title), el('span', { dir: 'auto' }, authority)),
    languageSwitch(speak),
  );
  return demo === undefined ? [bar] : [bar, el('div', { class: 'demo' }, el('div', { class: 'wide' }, demo))];
}

/** Each language by its own name, so that whoever cannot read this one finds theirs. */
function languageSwitch(speak: (language: string) => void): HTMLElement {
  const options = LANGUAGES.map((tag) => ({ tag, name: nameOf(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ tag, name }) => el('option', { value: tag, lang: tag, selected: tag === language }, name));
  const select = el('select', { id: 'language', 'aria-label': words.language }, ...options);
  select.addEventListener('change', () => speak(select.value));
  return select;
}
