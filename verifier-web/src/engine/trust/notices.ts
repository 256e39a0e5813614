/** Notices of the trust list: acts that move the end of a class of permits, or suspend one (TRUST-140 to TRUST-145). */
import { limits } from '../registry';
import { DOCUMENT_TYPES } from './extensions';
import type { Json, JsonObject } from './json';
import { array, localTexts, object, text, texts, type LocalText } from './members';
import { corrupt } from './refusal';

export interface Act {
  readonly reference: string;
  readonly published: string;
  /** Shown, and never opened. */
  readonly uri?: string;
}

/** A member that is not there is undefined; days are `YYYY-MM-DD`. */
export interface NoticeScope {
  readonly countries: readonly string[];
  readonly documentTypes: readonly string[];
  readonly categories?: readonly string[];
  readonly documentCodes?: readonly string[];
  readonly signers?: readonly string[];
  readonly endsFrom?: string;
  readonly endsUntil?: string;
  /** The last day of signing that is meant; extensions only (TRUST-192). */
  readonly signedUntil?: string;
}

interface Common {
  readonly id: string;
  readonly inForce: boolean;
  readonly act: Act;
  readonly text: readonly LocalText[];
  readonly scope: NoticeScope;
  readonly from?: string;
  /** The neighbour whose notice it is (TRUST-225). */
  readonly origin?: string;
}

export interface Extension extends Common {
  readonly kind: 'extension';
  readonly newEnd: string;
}

export interface Suspension extends Common {
  readonly kind: 'suspension';
  readonly until: string;
}

export type Notice = Extension | Suspension;

/** What a list with a suspension in force requires of its readers (TRUST-145). */
export const CLASS_SUSPENSION = 'class-suspension';

/**
 * Those that this version uses.
 *
 * @param required the names in the list's `requires`
 * @param neighbours how many the list has
 */
export function readNotices(value: Json | undefined, required: readonly string[], neighbours: number): Notice[] {
  const all = value === undefined ? [] : array(value, 0, limits.maxNotices * (1 + neighbours), 'TRUST-140');
  const ids = new Set<string>();
  const notices: Notice[] = [];
  for (const entry of all) {
    const members = object(entry, 'TRUST-140');
    const id = text(members.get('id'), 'TRUST-140');
    const origin = members.has('origin') ? text(members.get('origin'), 'TRUST-225') : '';
    if (members.has('origin') && !/^[A-Z]{1,3}$/.test(origin))
      throw corrupt('TRUST-225', 'an origin that is no country');
    const name = `${origin} ${id}`;
    if (!/^[A-Z0-9-]{3,64}$/.test(id) || ids.has(name)) throw corrupt('TRUST-140', 'an id of a wrong form, or twice');
    ids.add(name);
    const kind = text(members.get('kind'), 'TRUST-140');
    if (kind !== 'extension' && kind !== 'suspension') continue;
    const notice = readNotice(members, id, kind, origin);
    // TRUST-144: without a part of its scope it would reach permits that are not meant.
    const known = [...object(members.get('scope'), 'TRUST-142').keys()].every((m) => SCOPE.includes(m));
    if (known) notices.push(notice);
  }
  const counted = new Map<string | undefined, number>();
  for (const { origin } of notices) counted.set(origin, (counted.get(origin) ?? 0) + 1);
  if ([...counted.values()].some((n) => n > limits.maxNotices)) throw corrupt('TRUST-140', 'too many of one origin');
  if (notices.some((n) => n.kind === 'suspension' && n.inForce) && !required.includes(CLASS_SUSPENSION)) {
    throw corrupt('TRUST-145', 'a suspension that older readers would overlook');
  }
  return notices;
}

const SCOPE = [
  'countries',
  'documentTypes',
  'categories',
  'documentCodes',
  'signers',
  'endsFrom',
  'endsUntil',
  'signedUntil',
];

function readNotice(members: JsonObject, id: string, kind: Notice['kind'], origin: string): Notice {
  const state = text(members.get('state'), 'TRUST-140');
  if (state !== 'in-force' && state !== 'withdrawn') throw corrupt('TRUST-140', 'an unknown state');
  const scope = readScope(object(members.get('scope'), 'TRUST-142'));
  const from = day(members, 'from');
  const common: Common = {
    id,
    inForce: state === 'in-force',
    act: readAct(object(members.get('act'), 'TRUST-140')),
    text: localTexts(members.get('text')),
    scope,
    ...(from === undefined ? {} : { from }),
    ...(origin === '' ? {} : { origin }),
  };
  const [newEnd, until] = [day(members, 'newEnd'), day(members, 'until')];
  const last = kind === 'extension' ? newEnd : until;
  if (last === undefined || (newEnd !== undefined && until !== undefined)) {
    throw corrupt('TRUST-143', 'a notice without its end, or with two');
  }
  if (from !== undefined && from > last) throw corrupt('TRUST-143', 'a notice that begins after its end');
  if (kind === 'suspension') {
    if (scope.signedUntil !== undefined) throw corrupt('TRUST-192', 'a suspension by the day of signing');
    return { ...common, kind, until: last };
  }
  const { endsFrom, endsUntil } = scope;
  if (endsFrom === undefined || endsUntil === undefined || last <= endsUntil) {
    throw corrupt('TRUST-143', 'an extension that does not say what it moves, or moves it nowhere');
  }
  return { ...common, kind, newEnd: last };
}

function readAct(members: JsonObject): Act {
  const reference = text(members.get('reference'), 'TRUST-140');
  const published = day(members, 'published');
  const uri = members.has('uri') ? text(members.get('uri'), 'TRUST-140') : undefined;
  if (!/^[^\u0000-\u001f\u007f-\u009f]{1,200}$/.test(reference) || published === undefined) {
    throw corrupt('TRUST-140', 'an act without its reference or day');
  }
  if (uri !== undefined && !/^[\x21-\x7e]{1,500}$/.test(uri)) throw corrupt('TRUST-140', 'an address of a wrong form');
  return { reference, published, ...(uri === undefined ? {} : { uri }) };
}

function readScope(members: JsonObject): NoticeScope {
  const list = (name: string, form: RegExp) => {
    const entries = texts(members.get(name), 1, 1000, 'TRUST-142');
    if (!entries.every((e) => form.test(e))) throw corrupt('TRUST-142', 'an entry of a wrong form');
    return entries;
  };
  const optional = (name: string, form: RegExp) => (members.has(name) ? { [name]: list(name, form) } : {});
  const [endsFrom, endsUntil] = [day(members, 'endsFrom'), day(members, 'endsUntil')];
  const signedUntil = day(members, 'signedUntil');
  if (endsFrom !== undefined && endsUntil !== undefined && endsFrom > endsUntil) {
    throw corrupt('TRUST-142', 'ends in a wrong order');
  }
  return {
    countries: list('countries', /^[A-Z]{1,3}$/),
    documentTypes: list('documentTypes', ANY_DOCUMENT_TYPE),
    ...optional('categories', /^[a-z][a-z0-9-]{0,63}$/),
    ...optional('documentCodes', /^[A-Z][A-Z0-9]?$/),
    ...optional('signers', /^[0-9a-f]{64}$/),
    ...(endsFrom === undefined ? {} : { endsFrom }),
    ...(endsUntil === undefined ? {} : { endsUntil }),
    ...(signedUntil === undefined ? {} : { signedUntil }),
  };
}

const ANY_DOCUMENT_TYPE = new RegExp(
  Object.values(DOCUMENT_TYPES)
    .map((form) => form.source)
    .join('|'),
);

/** TRUST-141 */
function day(members: JsonObject, name: string): string | undefined {
  if (!members.has(name)) return undefined;
  const written = text(members.get(name), 'TRUST-141');
  const ms = /^2[01]\d{2}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
  // Date.parse carries some impossible days over; written back they differ.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(written)) {
    throw corrupt('TRUST-141', 'a day of a wrong form');
  }
  return written;
}
