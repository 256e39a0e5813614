/** The foot of the page: which lists there are, how old, and whether the last update worked. */
import type { Lists } from '../store/keeper';
import { el, fill } from './dom';
import { momentWords, words } from './words';

export function listsView(lists: Lists, update: () => void): HTMLElement {
  const button = el('button', { type: 'button', id: 'update' }, words.update);
  button.addEventListener('click', () => {
    button.disabled = true;
    button.replaceChildren(words.updating);
    update();
  });
  const trouble = lists.trouble === undefined ? undefined : words.trouble[lists.trouble as keyof typeof words.trouble];
  return el(
    'div',
    { class: 'wide', 'data-trouble': lists.trouble ?? '', 'data-sequence': String(lists.sources.list?.sequence ?? '') },
    el(
      'div',
      {},
      el('p', {}, el('strong', {}, words.lists)),
      el('p', { class: 'soft' }, state(lists)),
      trouble === undefined ? undefined : el('p', {}, trouble),
    ),
    button,
  );
}

function state(lists: Lists): string {
  const { list, known } = lists.sources;
  if (known === 'UNKNOWN_ROOT') return words.listsForeign;
  if (list === undefined) return words.listsNone;
  const values = { n: list.sequence, made: momentWords(list.issued), until: momentWords(list.nextUpdate) };
  return fill(Date.now() > list.nextUpdate ? words.listsOver : words.listsGood, values);
}
