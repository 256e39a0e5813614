/** The person and the permit, as the code shows them. */
import { categories } from '../engine/registry';
import { documentTitle as idbTitle } from '../engine/registry/idb-messages';
import { profileTitle, standardProfiles, type Profiles } from '../engine/registry/profiles';
import { ncType } from '../engine/registry/vds-nc-types';
import type { Verdict } from '../engine/verify/verdict';
import { el, fill } from './dom';
import { photoAddress, showsFace } from './photo';
import { dayWords, language, measureWords, messages, words, type Unit } from './words';

type Field = keyof typeof words.field;
type Row = readonly [Field, string | undefined, string?];

let types: Profiles = standardProfiles;

/** From now on, seals are called as these types are: an authority's own files have names too. */
export function nameTypesBy(profiles: Profiles): void {
  types = profiles;
}

export function personCard(verdict: Verdict): HTMLElement | undefined {
  const d = reader(verdict);
  const name = d('fullName') ?? [d('surname'), d('givenNames')].filter((n) => n !== undefined).join(', ');
  if (name === '') return undefined;
  const rows: Row[] = [
    ['name', name, 'name'],
    ['nameInOwnScript', d('nameOwnScript')],
    ['birthDate', day(d('birthDate'))],
    ['birthPlace', d('birthPlace')],
    ['sex', d('sex')],
    ['nationality', d('nationality')],
    ['personalNumber', d('personalNumber')],
    ['travelDocument', travelDocument(d)],
  ];
  const person = el('div', { class: 'person' }, list(rows));
  const card = el('section', { class: 'card' }, el('h2', {}, words.person), person);
  void showPhoto(verdict, person, card);
  return card;
}

/** When it is decoded; a code without a photo, or with one that cannot or may not be shown, says so. */
async function showPhoto(verdict: Verdict, person: HTMLElement, card: HTMLElement): Promise<void> {
  if (verdict.document['photo'] !== undefined && !showsFace(verdict)) {
    card.append(el('p', { class: 'soft', id: 'withheld' }, words.withheldPhoto));
    return;
  }
  const address = await photoAddress(verdict.document['photo'], verdict.document['photoType']);
  if (address === undefined) {
    card.append(
      el('p', { class: 'soft' }, verdict.document['photo'] === undefined ? words.noPhoto : words.unreadablePhoto),
    );
    return;
  }
  const photo = el('img', { alt: words.photo, class: 'photo' });
  photo.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
  photo.src = address;
  person.prepend(photo);
}

export function permitCard(verdict: Verdict): HTMLElement | undefined {
  const d = reader(verdict);
  if (Object.keys(verdict.document).length === 0) return undefined;
  const features = (verdict.document['features'] ?? {}) as Record<string, string>;
  const rows: Row[] = [
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
  return el('section', { class: 'card' }, el('h2', {}, words.rights), list(rows));
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
  const category = categories.find((c) => c.name === d('category'));
  if (category !== undefined) return category.title[language] ?? category.title['en'] ?? category.name;
  return (
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
