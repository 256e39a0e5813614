/** The person and the permit, as the code shows them. */
import { documentTitle as idbTitle } from '../engine/registry/idb-messages';
import { profileTitle, standardProfiles, type Profiles } from '../engine/registry/profiles';
import { ncType } from '../engine/registry/vds-nc-types';
import type { Verdict } from '../engine/verify/verdict';
import type { Purpose } from '../engine/trust/extensions';
import { categoryWords } from './category-words';
import { el, fill } from './dom';
import { end } from './purpose-answer';
import { photoAddress, showsFace } from './photo';
import { dayWords, measureWords, messages, words, type Unit } from './words';

type Field = keyof typeof words.field;
type Row = readonly [Field, string | undefined, string?];

let types: Profiles = standardProfiles;

/** From now on, seals are called as these types are: an authority's own files have names too. */
export function nameTypesBy(profiles: Profiles): void {
  types = profiles;
}

/**
 * Who it is, large: what anybody compares with the person. What the purpose has no need of folds away.
 *
 * @param purpose as whom somebody asks
 */
export function personCard(verdict: Verdict, purpose: Purpose | undefined): HTMLElement | undefined {
  const d = reader(verdict);
  const name = d('fullName') ?? [d('surname'), d('givenNames')].filter((n) => n !== undefined).join(', ');
  if (name === '') return undefined;
  // Beside "revoked", a good date would be read as an answer.
  const last = verdict.outcome === 'VALID' ? end(verdict) : undefined;
  const first: Row[] = [
    ['name', name, 'name'],
    ['nameInOwnScript', d('nameOwnScript')],
    ['birthDate', day(d('birthDate'))],
    ['number', numberOf(verdict)],
    ['rightUntil', last === 'unlimited' ? words.unlimited : day(last)],
  ];
  const more: Row[] = [
    ['nationality', d('nationality')],
    ['birthPlace', d('birthPlace')],
    ['sex', d('sex')],
    ['personalNumber', d('personalNumber')],
    ['travelDocument', travelDocument(d)],
  ];
  const narrow = purpose === 'work' || purpose === 'stay';
  const person = el('div', { class: 'person' }, list(narrow ? first : [...first, ...more]));
  const card = el('section', { class: 'card' }, el('h2', {}, words.person), person);
  const face = el('div', {});
  card.append(face, ...(narrow ? folded(words.morePerson, more) : []));
  void showPhoto(verdict, person, face);
  return card;
}

function numberOf({ document }: Verdict): string | undefined {
  const features = (document['features'] ?? {}) as Record<string, unknown>;
  const numbers = [document['permitNumber'], document['documentNumber'], features['documentNumber']];
  return numbers.find((n): n is string => typeof n === 'string' && n !== '');
}

function folded(title: string, rows: readonly Row[]): HTMLElement[] {
  if (rows.every(([, value]) => value === undefined)) return [];
  return [el('details', { class: 'more' }, el('summary', {}, title), el('div', { class: 'inside' }, list(rows)))];
}

/** When it is decoded; a code without a photo, or with one that cannot or may not be shown, says so. */
async function showPhoto(verdict: Verdict, person: HTMLElement, said: HTMLElement): Promise<void> {
  if (verdict.document['photo'] !== undefined && !showsFace(verdict)) {
    said.append(el('p', { class: 'soft', id: 'withheld' }, words.withheldPhoto));
    return;
  }
  const address = await photoAddress(verdict.document['photo'], verdict.document['photoType']);
  if (address === undefined) {
    said.append(
      el('p', { class: 'soft' }, verdict.document['photo'] === undefined ? words.noPhoto : words.unreadablePhoto),
    );
    return;
  }
  const photo = el('img', { alt: words.photo, class: 'photo' });
  photo.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
  photo.src = address;
  person.prepend(photo);
}

/** What leads for each purpose; the rest folds. Whoever asks about everything sees everything. */
const LEADING: Readonly<Record<Purpose, readonly Field[] | undefined>> = {
  work: ['title', 'form', 'purpose', 'work', 'selfEmployment', 'right'],
  bank: ['title', 'form', 'purpose', 'right', 'authority', 'country', 'passportNumber'],
  stay: ['title', 'form', 'purpose', 'right'],
  full: undefined,
};

export function permitCard(verdict: Verdict, purpose: Purpose | undefined): HTMLElement | undefined {
  if (Object.keys(verdict.document).length === 0) return undefined;
  const rows = permitRows(verdict);
  const leading = purpose === undefined ? undefined : LEADING[purpose];
  const leads = ([field]: Row) => leading === undefined || leading.includes(field);
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, words.rights),
    list(rows.filter(leads)),
    ...folded(
      words.morePermit,
      rows.filter((row) => !leads(row)),
    ),
  );
}

function permitRows(verdict: Verdict): Row[] {
  const d = reader(verdict);
  const features = (verdict.document['features'] ?? {}) as Record<string, string>;
  return [
    ['title', documentTitle(verdict)],
    ['form', form(verdict)],
    [
      'purpose',
      d('purpose') === undefined ? undefined : messages.purpose[d('purpose') as keyof typeof messages.purpose],
    ],
    ['right', range(d('rightFrom') ?? d('continuesFrom'), d('rightUntil') ?? d('continuesUntil'))],
    ['work', work(d)],
    ['selfEmployment', granted(d('selfEmployment'), d('selfEmploymentConditions'))],
    ['study', granted(d('study'), d('studyConditions'))],
    ['permitNumber', d('permitNumber')],
    ['documentNumber', d('documentNumber') ?? features['documentNumber']],
    ['documentReference', features['documentReference']],
    ['azrNumber', features['azrNumber']],
    ['passportNumber', features['passportNumber'] ?? features['visa.passportNumber']],
    ['entries', features['entries'] ?? features['visa.entries']],
    ['durationOfStay', duration(features['durationOfStay'] ?? features['visa.durationOfStay'])],
    ['authority', d('authority')],
    ['country', d('country')],
    ['placeOfIssue', d('issuePlace')],
    ['legalGround', d('legalGround')],
    [
      'issued',
      day(
        d('issueDate') ?? d('issued') ?? d('signed') ?? (verdict.format === 'continuation' ? d('signedOn') : undefined),
      ),
    ],
    ['lastDay', day(d('documentUntil'))],
    ['remarks', d('remarks')],
  ];
}

type Reader = (name: string) => string | undefined;

function reader(verdict: Verdict): Reader {
  return (name) => {
    const value = verdict.document[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
}

function list(rows: readonly Row[]): HTMLElement {
  const items = rows.flatMap(([field, value, look]) =>
    value === undefined
      ? []
      : [
          el('dt', {}, words.field[field]),
          // Isolated: a name in another script must not reorder what stands beside it.
          el('dd', look === undefined ? {} : { class: look }, el('bdi', {}, value)),
        ],
  );
  return el('dl', {}, ...items);
}

/** What to call a document, in a person's words. */
export function documentTitle(verdict: Verdict): string | undefined {
  return verdict.format === 'continuation' ? words.continuation.kind : title(reader(verdict));
}

function title(d: Reader): string | undefined {
  return (
    categoryWords(d('category')) ??
    profileTitle(types, d('profile')) ??
    idbTitle(d('profile')) ??
    ncType(d('type') ?? '')?.name ??
    unknownType(d('type'))
  );
}

function unknownType(type: string | undefined): string | undefined {
  return type === undefined ? undefined : fill(words.unknownType, { type });
}

function day(value: string | undefined): string | undefined {
  return value === undefined ? undefined : dayWords(value);
}

function range(from: string | undefined, until: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  const last = until === undefined || until === 'unlimited' ? words.unlimited : dayWords(until);
  return fill(words.range, { from: dayWords(from), until: last });
}

function work(d: Reader): string | undefined {
  const kind = d('work') as keyof typeof words.work | undefined;
  return kind === undefined ? undefined : fill(words.work[kind], { text: d('workConditions') ?? '' }).trim();
}

/** NC-34: nobody shall take a country's own type for one of ICAO's. */
function form({ document }: Verdict): string | undefined {
  return document['national'] === true ? fill(words.nationalType, { country: String(document['country']) }) : undefined;
}

const UNITS: Readonly<Record<string, Unit>> = { Y: 'year', M: 'month', D: 'day' };

/** `P3M` and the three words of VDS-19. */
function duration(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const known = words.duration[value as keyof typeof words.duration];
  if (known !== undefined) return known;
  const parts = [...value.matchAll(/([0-9]+)([YMD])/g)];
  return parts.map(([, n, unit = '']) => measureWords(Number(n), UNITS[unit] as Unit)).join(', ') || value;
}

function granted(value: string | undefined, conditions: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const answer = value === 'yes' ? words.yes : words.no;
  return conditions === undefined ? answer : `${answer}: ${conditions}`;
}

function travelDocument(d: Reader): string | undefined {
  const number = d('travelDocumentNumber');
  if (number === undefined) return undefined;
  const until = d('travelDocumentUntil');
  return [
    number,
    d('travelDocumentIssuer'),
    until === undefined ? undefined : fill(words.until, { day: dayWords(until) }),
  ]
    .filter((p) => p !== undefined)
    .join(', ');
}
