/** Extensions of a service: what its key may be used for (TRUST-43 to TRUST-47). */
import type { Json, JsonObject } from './json';
import { array, flag, object, text, texts, time } from './members';
import { corrupt } from './refusal';

export type Purpose = 'full' | 'work' | 'bank' | 'stay';
export const PURPOSES: readonly Purpose[] = ['full', 'work', 'bank', 'stay'];

/** What is not listed is not allowed. */
export interface Scope {
  readonly countries: readonly string[];
  /** Seals: four upper-case hex digits, feature reference then category; IDBs: `IDB-86-0E`; VDS-NCs: their type; the residence credential: `RP1`, the continuation: `RPC1`. */
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
  readonly revocation?: Revocation;
  /** The neighbour from whose list the service is (TRUST-222). */
  readonly origin?: string;
}

/** Why a key was revoked (TRUST-45). */
export interface Revocation {
  readonly cause: string;
  /** From when on somebody else may have signed with it, milliseconds since 1970. */
  readonly compromisedSince: number;
}

/** What the law gives to what a signer signs; shown, not judged (TRUST-45). */
export interface LegalEffect {
  readonly notification: string;
  readonly territory: readonly string[];
  readonly onlyWithPassport: boolean;
}

/** Extensions by their type, as long as their form holds (TRUST-47, 1). */
export type ExtensionMap = ReadonlyMap<string, JsonObject>;

/** TRUST-47: the form of an array of extensions, whatever they say. */
export function extensionMap(value: Json | undefined, least = 0): ExtensionMap {
  const found = new Map<string, JsonObject>();
  for (const v of value === undefined ? [] : array(value, least, 64, 'TRUST-47')) {
    const members = object(v, 'TRUST-47');
    const type = text(members.get('type'), 'TRUST-47');
    flag(members.get('critical'), 'TRUST-47');
    if (found.has(type)) throw corrupt('TRUST-47', 'an extension twice');
    found.set(type, members);
  }
  return found;
}

const SCOPE = 'urn:stayseal:scope:1';
const TERM = 'urn:stayseal:term:1';
const STATUS = 'urn:stayseal:status:1';
const LEGAL_EFFECT = 'urn:stayseal:legal-effect:1';
const REVOCATION = 'urn:stayseal:revocation:1';
const ORIGIN = 'urn:stayseal:origin:1';
const KNOWN = [SCOPE, TERM, STATUS, LEGAL_EFFECT, REVOCATION, ORIGIN];

/** What each type of service may have (TRUST-42, TRUST-45); a revocation is the question of its state. */
function allowed(kind: string): readonly string[] {
  const everywhere = [REVOCATION, ORIGIN];
  if (kind === 'csca') return [SCOPE, ...everywhere];
  return kind === 'status' ? [STATUS, ...everywhere] : [SCOPE, TERM, LEGAL_EFFECT, ...everywhere];
}

/** Whether one is critical and not known: then the service is not used (TRUST-47, 2). */
export function needsNewer(extensions: ExtensionMap): boolean {
  return [...extensions].some(([type, members]) => !KNOWN.includes(type) && members.get('critical') === true);
}

/**
 * Those of a service that is used (TRUST-47, 3).
 * @param revoked when the service was revoked, milliseconds since 1970; undefined in another state
 */
export function readExtensions(extensions: ExtensionMap, kind: string, revoked: number | undefined): Extensions {
  for (const type of extensions.keys())
    if (KNOWN.includes(type) && !allowed(kind).includes(type))
      throw corrupt('TRUST-47', 'an extension that this kind of service does not have');
  const [s, t, status, effect, why, origin] = KNOWN.map((type) => extensions.get(type));
  return {
    ...(s === undefined ? {} : { scope: scope(s, kind) }),
    ...(t === undefined ? {} : { term: term(t) }),
    ...(status === undefined ? {} : { status: statusScope(status) }),
    ...(effect === undefined ? {} : { legalEffect: legalEffect(effect) }),
    ...(why === undefined ? {} : { revocation: revocation(why, revoked) }),
    ...(origin === undefined ? {} : { origin: originOf(origin) }),
  };
}

/** Whose a service is, whether it can be used or not (TRUST-222). */
export function readOrigin(extensions: ExtensionMap): string | undefined {
  const own = extensions.get(ORIGIN);
  return own === undefined ? undefined : originOf(own);
}

function originOf(members: JsonObject): string {
  const country = text(members.get('country'), 'TRUST-222');
  if (!/^[A-Z]{1,3}$/.test(country)) throw corrupt('TRUST-222', 'an origin that is no country');
  return country;
}

/** TRUST-43: how each kind of signer names the documents that it signs. */
export const DOCUMENT_TYPES: Record<string, RegExp> = {
  'seal-signer': /^([0-9A-F]{4}|IDB-[0-9A-F]{2}(-[0-9A-F]{2})?)$/,
  'credential-signer': /^RPC?1$/,
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

function statusScope(members: JsonObject): StatusScope {
  const prefixes = texts(members.get('prefixes'), 0, 64, 'TRUST-44');
  if (!prefixes.every((p) => /^[!-~]{1,499}\/$/.test(p)))
    throw corrupt('TRUST-44', 'a prefix that does not end in a slash');
  return { prefixes, sealRevocations: flag(members.get('sealRevocations'), 'TRUST-44') };
}

/** TRUST-44: a prefix, then one short segment, compared octet by octet. */
export function namesUri(status: StatusScope, uri: string): boolean {
  return status.prefixes.some((p) => uri.startsWith(p) && /^[A-Za-z0-9_-]{1,64}$/.test(uri.slice(p.length)));
}

function legalEffect(members: JsonObject): LegalEffect {
  const territory = texts(members.get('territory'), 0, 1000, 'TRUST-45');
  if (!territory.every((code) => /^[A-Z]{2}$/.test(code))) throw corrupt('TRUST-45', 'a territory of a wrong form');
  return {
    notification: words(members.get('notification')),
    territory,
    onlyWithPassport: flag(members.get('onlyWithPassport'), 'TRUST-45'),
  };
}

function revocation(members: JsonObject, revoked: number | undefined): Revocation {
  const cause = words(members.get('cause'));
  const since = time(members.get('compromisedSince'));
  if (revoked === undefined) throw corrupt('TRUST-45', 'a revocation is explained where none is');
  if (since > revoked) throw corrupt('TRUST-45', 'a key stolen after it was revoked');
  return { cause, compromisedSince: since };
}

function words(value: Json | undefined): string {
  const written = text(value, 'TRUST-45');
  if (written.length < 1 || written.length > 1000) throw corrupt('TRUST-45', 'a text of a wrong length');
  return written;
}
