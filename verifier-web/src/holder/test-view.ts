/** "Test it yourself": the code as it would be shown now, judged by the verifier's own engine and the lists on this device. */
import { verify } from '../engine/verify/verifier';
import { typedCode } from '../engine/verify/verifier';
import { reasonOf } from './verdict-words';
import type { Lists } from '../store/keeper';
import { el, fill } from '../page/dom';
import { messages, momentWords, words } from './words';

export function testCard(make: () => Promise<string>, lists: () => Lists | undefined): HTMLElement {
  const result = el('div', { role: 'status', id: 'result' });
  const button = el('button', { type: 'button', id: 'test' }, words.test.go);
  button.addEventListener('click', () => {
    result.replaceChildren(words.test.working);
    void test(make, lists()).then((node) => result.replaceChildren(node));
  });
  const { title, text } = words.test;
  return el('section', { class: 'card' }, el('h2', {}, title), el('p', {}, text), button, result);
}

async function test(make: () => Promise<string>, lists: Lists | undefined): Promise<HTMLElement> {
  if (lists?.snapshot === undefined) return el('p', { class: 'notice' }, words.test.noLists);
  const now = Date.now();
  const verdict = await verify(typedCode(await make()), {}, lists.sources, now);
  const made = verdict.trust.madeAt === null ? '' : momentWords(Date.parse(verdict.trust.madeAt));
  return el(
    'div',
    { class: 'tested', 'data-outcome': verdict.outcome, 'data-holder': verdict.holder },
    el('strong', {}, messages.outcome[verdict.outcome]),
    el('p', {}, reasonOf(verdict)),
    el('p', {}, `${messages.question.holder} ${messages.result[verdict.holder]}`),
    el('p', {}, fill(words.test.lists, { moment: made })),
  );
}
