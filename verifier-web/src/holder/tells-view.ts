/** What a code tells, field by field as a verifier reads it, and which fields of the permit it leaves out. */
import { categoryWords } from '../page/category-words';
import { el, fill } from '../page/dom';
import { checkWords, dayWords, words } from './words';

type Document = Readonly<Record<string, unknown>>;

/** Shown with another field, or of no meaning to a person. */
const WITHOUT_A_ROW = [
  'photoType',
  'nameLanguage',
  'keyId',
  'algorithm',
  'statusUri',
  'deviceBound',
  'liveOnly',
  'purpose',
];
/** What a verifier reads by another name. */
const CALLED: Readonly<Record<string, keyof typeof checkWords.field>> = {
  nameOwnScript: 'nameInOwnScript',
  documentUntil: 'lastDay',
  issuePlace: 'placeOfIssue',
  issueDate: 'issued',
};
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

export function tellsCard(shown: Document, all: Document): HTMLElement {
  const rows = Object.entries(shown)
    .filter(([name]) => !WITHOUT_A_ROW.includes(name))
    .flatMap(([name, value]) => [el('dt', {}, label(name)), el('dd', { 'data-field': name }, said(name, value))]);
  const hidden = Object.keys(all).filter((name) => !(name in shown) && !WITHOUT_A_ROW.includes(name));
  return el(
    'section',
    { class: 'card', id: 'tells' },
    el('h2', {}, words.shows),
    el('dl', { class: 'tells' }, ...rows),
    el('p', { class: 'soft' }, words.phoneKey),
    hidden.length === 0 ? undefined : el('h2', {}, words.hides),
    hidden.length === 0 ? undefined : el('p', { id: 'hides' }, hidden.map(label).join(', ')),
  );
}

function label(name: string): string {
  const own = (words.field as Record<string, string>)[name];
  if (name === 'photo') return checkWords.photo;
  return own ?? (checkWords.field as Record<string, string>)[CALLED[name] ?? name] ?? name;
}

function said(name: string, value: unknown): string {
  if (name === 'photo') return words.photo;
  const text = String(value);
  if (DAY.test(text)) return dayWords(text);
  switch (name) {
    case 'category':
      return categoryWords(text) ?? text;
    case 'work':
      // The conditions have a row of their own.
      return fill((checkWords.work as Record<string, string>)[text] ?? text, { text: '' }).replace(/[:\s]+$/, '');
    case 'selfEmployment':
    case 'study':
      return text === 'yes' ? checkWords.yes : checkWords.no;
    case 'rightUntil':
      return checkWords.unlimited;
    default:
      return text;
  }
}
