/** Notices of the trust list that decided something, and the legal effect of the signer (VER-68). An address is words: no link, never opened. */
import type { LocalText } from '../engine/trust/members';
import type { AppliedNotice, Verdict } from '../engine/verify/verdict';
import { el, fill } from './dom';
import { dayWords, messages } from './words';

/** @param languages BCP 47 tags, the reader's first one first */
export function noticeCards({ notices = [] }: Verdict, languages: readonly string[]): HTMLElement[] {
  return notices.map((notice) => {
    const words = forReader(notice.text, languages);
    return el(
      'section',
      { class: 'card full', 'data-notice': notice.id },
      el('h2', {}, messages.notice.title),
      el('p', {}, el('strong', {}, what(notice))),
      el('p', { lang: words.lang, dir: 'auto' }, words.value),
      el('p', { class: 'soft address' }, where(notice)),
    );
  });
}

export function legalEffectCard({ legalEffect }: Verdict): HTMLElement | undefined {
  if (legalEffect === undefined) return undefined;
  const { notification, territory, onlyWithPassport } = legalEffect;
  const place = fill(messages.legalEffect.territory, { territory: territory.join(', ') });
  return el(
    'section',
    { class: 'card full', id: 'legal-effect' },
    el('h2', {}, messages.legalEffect.title),
    el('p', {}, el('bdi', {}, notification)),
    onlyWithPassport ? el('p', {}, el('strong', {}, messages.legalEffect.onlyWithPassport)) : undefined,
    territory.length === 0 ? undefined : el('p', { class: 'soft' }, place),
  );
}

function what({ kind, act, newEnd, until, printedEnd }: AppliedNotice): string {
  const day = (written: string | undefined) => (written === undefined ? '' : dayWords(written));
  return fill(messages.notice[kind], {
    act: act.reference,
    newEnd: day(newEnd),
    until: day(until),
    printedEnd: day(printedEnd),
  });
}

function where({ act }: AppliedNotice): string {
  const published = dayWords(act.published);
  return act.uri === undefined
    ? fill(messages.notice.published, { published })
    : fill(messages.notice.address, { published, uri: act.uri });
}

/** In the first of the languages that there is, by its tag or by the first part of it, else in English, else the first. */
export function forReader(texts: readonly LocalText[], languages: readonly string[]): LocalText {
  for (const tag of [...languages, 'en']) {
    const wanted = tag.toLowerCase();
    const found =
      texts.find((t) => t.lang.toLowerCase() === wanted) ?? texts.find((t) => primary(t.lang) === primary(tag));
    if (found !== undefined) return found;
  }
  return texts[0] as LocalText;
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
