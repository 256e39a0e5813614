/** The languages of the page: English is built in, the others are files of their own, which come when they are asked for. */
import { english, speakWith, type Spoken } from './words';

/** What every file of words says of itself. */
export interface Reviewed {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** `machine` until a person who speaks the language has read all of it. */
  readonly review: 'machine' | 'person';
}

/** A file of src/page/words: what is missing in it is shown in English. */
export interface Translation extends Reviewed {
  readonly messages: object;
  readonly words: object;
}

const FILES = import.meta.glob<{ default: Translation }>([
  './words/*.json',
  '!./words/en.json',
  '!./words/pending.json',
]);

/** Tags of all languages there are, English among them. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(FILES).map((name) => name.slice(8, -5))].sort();

/** Names of languages that not every browser knows: Chromium would say them in another language. */
const OWN_NAMES: Readonly<Record<string, string>> = { ga: 'Gaeilge', mt: 'Malti' };

/** What the language is called in itself. */
export function nameOf(language: string): string {
  const name = OWN_NAMES[language] ?? new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The first of the wanted languages that there is, by its tag or the first part of it; else English. */
export function fitting(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split('-', 1);
    const found = LANGUAGES.find((l) => l.toLowerCase() === tag.toLowerCase()) ?? LANGUAGES.find((l) => l === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Asked last wins: an earlier file that comes later changes nothing. */
let asked = 'en';

/** @returns whether the page speaks it now: offline, a file that was never kept is missing */
export async function speak(language: string): Promise<boolean> {
  asked = language;
  let spoken: Spoken = english;
  if (language !== 'en') {
    try {
      const file = (await FILES[`./words/${language}.json`]?.())?.default;
      if (file === undefined) return false;
      spoken = translated(file);
    } catch {
      return false;
    }
  }
  if (asked !== language) return false;
  speakWith(spoken);
  document.documentElement.lang = spoken.language;
  document.documentElement.dir = spoken.direction;
  document.title = spoken.words.title;
  return true;
}

export function translated({ language, direction, messages, words }: Translation): Spoken {
  return { language, direction, messages: over(english.messages, messages), words: over(english.words, words) };
}

/** Every text of `base`, by `other` where it has one. */
export function over<T>(base: T, other: unknown): T {
  if (typeof base === 'string') return (typeof other === 'string' ? other : base) as T;
  const given = (other ?? {}) as Record<string, unknown>;
  if (Array.isArray(base)) return base.map((v: unknown, i) => over(v, given[i])) as T;
  return Object.fromEntries(Object.entries(base as object).map(([k, v]) => [k, over(v, given[k])])) as T;
}
