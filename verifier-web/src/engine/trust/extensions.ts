/** Extensions of a service: what its key may be used for (TRUST-43 to TRUST-47). */
import type { Json, JsonObject } from './json';
import { array, flag, object, text, texts, time } from './members';
import { corrupt } from './refusal';

export type Purpose = 'full' | 'work' | 'bank' | 'stay';
export const PURPOSES: readonly Purpose[] = ['full', 'work', 'bank', 'stay'];

/** What is not listed is not allowed. */
export interface Scope {
  readonly countries: readonly string[];
  /** Seals: four upper-case hex digits, feature reference then category; IDBs: `IDB-86-0E`; VDS-NCs: their type; the residence credential: `RP1`. */
  readonly documentTypes: readonly string[];
  readonly purposes: readonly Purpose[];
}

/** From when until when a key signs, milliseconds since 1970; planned while it is announced. */
export interface Term {
  readonly signsFrom: number;
  readonly signsUntil: number;
}

export interface StatusScope {
  readonly prefixes: readonly string[];
  readonly sealRevocations: boolean;
}

export interface Extensions {
  readonly scope?: Scope;
  readonly term?: Term;
  readonly status?: StatusScope;
  readonly legalEffect?: LegalEffect;
}

/** What the law gives to what a signer signs; shown, not judged (TRUST-45). */
export interface LegalEffect {
  readonly notification: string;
  readonly territory: readonly string[];
  readonly onlyWithPassport: boolean;
}

/** Undefined when one is critical and not known: then the service is not used. */
export function readExtensions(value: Json | undefined, kind: string | undefined): Extensions | undefined {
  let found: Extensions = {};
  let usable = true;
  const types = new Set<string>();
  for (const v of value === undefined ? [] : array(value, 0, 100, 'TRUST-47')) {
    const members = object(v, 'TRUST-47');
    const type = text(members.get('type'), 'TRUST-47');
    const critical = flag(members.get('critical'), 'TRUST-47');
    if (types.has(type)) throw corrupt('TRUST-47', 'an extension twice');
    types.add(type);
    if (kind === undefined) continue;
    if (type === 'urn:stayseal:scope:1') found = { ...found, scope: scope(members, kind) };
    else if (type === 'urn:stayseal:term:1') found = { ...found, term: term(members) };
    else if (type === 'urn:stayseal:status:1') found = { ...found, status: status(members) };
    else if (type === 'urn:stayseal:legal-effect:1') found = { ...found, legalEffect: legalEffect(members) };
    else if (type === 'urn:stayseal:revocation:1') revocation(members);
    else if (critical) usable = false;
  }
  return usable ? found : undefined;
}

/** TRUST-43: how each kind of signer names the documents that it signs. */
export const DOCUMENT_TYPES: Record<string, RegExp> = {
  'seal-signer': /^([0-9A-F]{4}|IDB-[0-9A-F]{2}(-[0-9A-F]{2})?)$/,
  'credential-signer': /^RP1$/,
  'vds-nc-signer': /^(?=.{3,64}$)[a-z0-9-]+(\.[a-z0-9-]+){1,7}$/,
};

function scope(members: JsonObject, kind: string): Scope {
  const list = (name: string, asked: boolean) => {
    if (asked) return texts(members.get(name), 1, 1000, 'TRUST-43');
    if (members.has(name)) throw corrupt('TRUST-43', 'a scope that its type does not have');
    return [];
  };
  const countries = list('countries', true);
  const documentTypes = list(
    'documentTypes',
    kind === 'seal-signer' || kind === 'credential-signer' || kind === 'vds-nc-signer',
  );
  const purposes = list('purposes', kind === 'credential-signer') as Purpose[];
  if (!countries.every((c) => /^[A-Z]{1,3}$/.test(c))) throw corrupt('TRUST-43', 'a country of a wrong form');
  if (!documentTypes.every((t) => DOCUMENT_TYPES[kind]?.test(t) === true))
    throw corrupt('TRUST-43', 'a document type of a wrong form');
  if (!purposes.every((p) => PURPOSES.includes(p))) throw corrupt('TRUST-43', 'an unknown purpose');
  return { countries, documentTypes, purposes };
}

function term(members: JsonObject): Term {
  const [signsFrom, signsUntil] = [time(members.get('signsFrom')), time(members.get('signsUntil'))];
  if (signsUntil <= signsFrom) throw corrupt('TRUST-43', 'a term that ends before it begins');
  return { signsFrom, signsUntil };
}

function status(members: JsonObject): StatusScope {
  const prefixes = texts(members.get('prefixes'), 0, 64, 'TRUST-44');
  if (!prefixes.every((p) => p.endsWith('/'))) throw corrupt('TRUST-44', 'a prefix that does not end in a slash');
  return { prefixes, sealRevocations: flag(members.get('sealRevocations'), 'TRUST-44') };
}

/** TRUST-44: a prefix, then one short segment, compared octet by octet. */
export function namesUri(status: StatusScope, uri: string): boolean {
  return status.prefixes.some((p) => uri.startsWith(p) && /^[A-Za-z0-9_-]{1,64}$/.test(uri.slice(p.length)));
}

function legalEffect(members: JsonObject): LegalEffect {
  return {
    notification: text(members.get('notification'), 'TRUST-45'),
    territory: texts(members.get('territory'), 0, 1000, 'TRUST-45'),
    onlyWithPassport: flag(members.get('onlyWithPassport'), 'TRUST-45'),
  };
}

function revocation(members: JsonObject): void {
  text(members.get('cause'), 'TRUST-45');
  if (members.has('compromisedSince')) time(members.get('compromisedSince'));
}
