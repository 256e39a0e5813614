/** What the authority tells its verifiers of incidents (TRUST-236, VER-87): beside a verdict that it concerns, and at the lists. It changes no answer. */
import type { Bulletin } from '../engine/trust/bulletins';
import type { ShownBulletin, Verdict } from '../engine/verify/verdict';
import { instant } from '../engine/verify/verdict';
import { el, fill } from './dom';
import { forReader } from './notice-view';
import { messages, momentWords } from './words';

/** @param languages BCP 47 tags, the reader's first one first */
export function bulletinCards({ bulletins = [] }: Verdict, languages: readonly string[]): HTMLElement[] {
  return bulletins.map((bulletin) =>
    el('section', { class: 'card full', ...marks(bulletin) }, ...content(bulletin, languages, 'h2')),
  );
}

/** The same for bulletins of the list at hand, whatever they are about. */
export function bulletinItems(bulletins: readonly Bulletin[], languages: readonly string[]): HTMLElement[] {
  return bulletins.map(({ published, until, ...rest }) => {
    const bulletin = { ...rest, published: instant(published), until: instant(until) };
    return el('div', { class: 'bulletin', ...marks(bulletin) }, ...content(bulletin, languages, 'strong'));
  });
}

function marks({ id, severity }: ShownBulletin): Record<string, string> {
  return { 'data-bulletin': id, 'data-severity': severity };
}

function content(bulletin: ShownBulletin, languages: readonly string[], title: 'h2' | 'strong'): HTMLElement[] {
  const words = forReader(bulletin.text, languages);
  const moment = (written: string) => momentWords(Date.parse(written));
  const dates = fill(messages.bulletin.dates, {
    id: bulletin.id,
    published: moment(bulletin.published),
    until: moment(bulletin.until),
  });
  return [
    el(title, {}, messages.bulletin[bulletin.severity]),
    el('p', { lang: words.lang, dir: 'auto' }, words.value),
    el('p', { class: 'soft' }, dates),
  ];
}
