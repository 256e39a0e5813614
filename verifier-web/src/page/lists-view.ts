/** The foot of the page: which lists there are, how old, and whether the last update worked. */
import type { Lists } from '../store/keeper';
import { isCurrent, type Bulletin } from '../engine/trust/bulletins';
import { bulletinItems } from './bulletin-view';
import { el, fill } from './dom';
import { clockIsBefore, oldLists } from '../store/list-age';
import { ageWords, momentWords, readersLanguages, words } from './words';

/** @param warnAfter milliseconds after which lists are called old (TRUST-214) */
export function listsView(
  lists: Lists,
  warnAfter: number,
  update: () => void,
  take: (file: File) => void,
): HTMLElement {
  const button = el('button', { type: 'button', id: 'update' }, words.update);
  const busy = () => {
    button.disabled = true;
    button.replaceChildren(words.updating);
  };
  if (lists.updating === true) busy();
  button.addEventListener('click', () => {
    busy();
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
      lists.erased === true ? el('p', { class: 'warning', id: 'erased' }, words.erased) : undefined,
      ...warnings(lists, warnAfter),
      trouble === undefined ? undefined : el('p', {}, trouble),
      ...neighbours(lists),
      ...bulletinItems(current(lists), readersLanguages()),
    ),
    el('div', { class: 'lists-actions' }, button, ...fromFile(take)),
  );
}

/** For a machine that is never online. */
function fromFile(take: (file: File) => void): HTMLElement[] {
  const input = el('input', { type: 'file', id: 'lists-file', accept: '.zip,application/zip' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) take(file);
    input.value = '';
  });
  return [input, el('label', { class: 'button', for: 'lists-file' }, words.listsFile)];
}

/** A wrong clock makes every age wrong: then only it is spoken of. */
function warnings(lists: Lists, warnAfter: number): HTMLElement[] {
  const now = Date.now();
  const made = clockIsBefore(lists, now);
  if (made !== undefined) {
    return [el('p', { class: 'warning', id: 'clock' }, fill(words.clockBefore, { made: momentWords(made) }))];
  }
  const age = oldLists(lists, now, warnAfter);
  if (age === undefined) return [];
  return [el('p', { class: 'warning', id: 'old-lists' }, fill(words.oldList, { age: ageWords(age) }))];
}

function state(lists: Lists): string {
  const { list, known } = lists.sources;
  if (known === 'UNKNOWN_ROOT') return words.listsForeign;
  if (list === undefined) return words.listsNone;
  const values = { n: list.sequence, made: momentWords(list.issued), until: momentWords(list.nextUpdate) };
  return fill(Date.now() > list.nextUpdate ? words.listsOver : words.listsGood, values);
}

/** Other countries that the list speaks for, how old what it says of them is, and which of them it withdrew. */
function neighbours({ sources }: Lists): HTMLElement[] {
  return sources.neighbours.map(({ country, sequence, issued, nextUpdate, withdrawn }) => {
    const values = { country, n: sequence, made: momentWords(issued), until: momentWords(nextUpdate) };
    const fresh = Date.now() > nextUpdate ? words.neighbourOver : words.neighbourGood;
    const line = fill(withdrawn ? words.neighbourWithdrawn : fresh, values);
    return el('p', { class: 'soft', 'data-neighbour': country }, line);
  });
}

function current({ sources }: Lists): readonly Bulletin[] {
  return sources.bulletins.filter((bulletin) => isCurrent(bulletin, Date.now()));
}
