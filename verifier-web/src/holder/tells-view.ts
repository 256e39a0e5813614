/** What a code tells, field by field as a verifier reads it, and which fields of the permit it leaves out. */
import { el } from '../page/dom';
import { messages, words } from './words';

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
const FIELDS = { ...messages.field, ...words.field } as Record<string, string>;

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
  return FIELDS[name] ?? name;
}

function said(name: string, value: unknown): string {
  if (name === 'photo') return words.photo;
  if (name === 'work') return (messages.work as Record<string, string>)[String(value)] ?? String(value);
  return String(value);
}
