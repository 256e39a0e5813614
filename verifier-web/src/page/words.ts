/** Everything a person reads: verdicts from spec/registry/messages, the page's own words beside this file. */
import messagesFile from '../../../spec/registry/messages/en.json';
import wordsFile from './words/en.json';
import { fill } from './dom';

export const messages = messagesFile;
export const words = wordsFile;

export function reasonWords(code: string): { text: string; next: string } {
  return (messages.reason as Record<string, { text: string; next: string }>)[code] ?? { text: code, next: '' };
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** `2026-11-22` as a person writes it; parts that are zeros are left out. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (year === '0000') return words.unknownDate;
  if (month === '00') return year;
  if (date === '00') {
    return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${year}-${month}-01`),
    );
  }
  return DAY.format(Date.parse(`${day}T00:00:00Z`));
}

export function momentWords(ms: number): string {
  return MOMENT.format(ms);
}

/** How long ago, in the largest unit that says something. */
export function ageWords(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return fill(words.age.minutes, { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 72 ? fill(words.age.hours, { n: hours }) : fill(words.age.days, { n: Math.round(hours / 24) });
}
