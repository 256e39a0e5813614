/** Everything a person reads: verdicts from spec/registry/messages, the page's own words beside this file; in the language that is spoken now. */
import messagesFile from '../../../spec/registry/messages/en.json';
import wordsFile from './words/en.json';

export interface Spoken {
  /** BCP 47 */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: typeof messagesFile;
  readonly words: typeof wordsFile;
}

export const english: Spoken = { language: 'en', direction: 'ltr', messages: messagesFile, words: wordsFile };

/** Another language replaces these while the page is open: read them when something is shown, keep no copy. */
export let language = english.language;
export let messages = english.messages;
export let words = english.words;

export function speakWith(spoken: Spoken): void {
  ({ language, messages, words } = spoken);
}

/** BCP 47 tags for what others wrote in several languages: that of the page first, then those of the browser. */
export function readersLanguages(): readonly string[] {
  return [language, ...navigator.languages];
}

export function reasonWords(code: string): { text: string; next: string } {
  return (messages.reason as Record<string, { text: string; next: string }>)[code] ?? { text: code, next: '' };
}

/** Dates of the printed permit's calendar, with the digits that it is printed with. */
function locale(): string {
  return language === 'en' ? 'en-GB' : `${language}-u-ca-gregory-nu-latn`;
}

/** `2026-11-22` as a person writes it; parts that are zeros are left out. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (year === '0000') return words.unknownDate;
  if (month === '00') return year;
  const parts = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return date === '00'
    ? new Intl.DateTimeFormat(locale(), parts).format(Date.parse(`${year}-${month}-01`))
    : new Intl.DateTimeFormat(locale(), { ...parts, day: 'numeric' }).format(Date.parse(`${day}T00:00:00Z`));
}

export function momentWords(ms: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}

export type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** "3 days", with the plural of the language. */
export function measureWords(n: number, unit: Unit): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(n);
}

/** How long ago, in the largest unit that says something. */
export function ageWords(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return measureWords(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 72 ? measureWords(hours, 'hour') : measureWords(Math.round(hours / 24), 'day');
}
