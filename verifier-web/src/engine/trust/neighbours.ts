/** Other countries whose services stand in the list, and how far they are believed (TRUST-220 to TRUST-225). */
import { limits } from '../registry';
import { DOCUMENT_TYPES, PURPOSES, type Purpose } from './extensions';
import type { Json, JsonObject } from './json';
import { readJwk, type Role } from './jws';
import { array, country, environment, object, onlyMembers, text, texts, time, uint, type Environment } from './members';
import type { Notice } from './notices';
import { corrupt } from './refusal';
import type { Service } from './trust-list';

export interface Neighbour {
  /** MRZ code of its root; the name of the origin. */
  readonly country: string;
  readonly environment: Environment;
  /** Of its newest root, as adopted: 64 hex digits. */
  readonly rootFingerprint: string;
  readonly listSequence: number;
  readonly issued: number;
  /** After this moment nothing of it is VALID any more, milliseconds since 1970. */
  readonly nextUpdate: number;
  readonly countries: readonly string[];
  readonly documentTypes: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly prefixes: readonly string[];
  /** Its role `log`, which signs the kept logs of its signers. */
  readonly log?: Role;
  readonly trusted: boolean;
}

/** The list that names them. */
interface Namer {
  readonly country: string;
  readonly environment: Environment;
  readonly issued: number;
}

export async function readNeighbours(value: Json | undefined, list: Namer): Promise<Neighbour[]> {
  const all: Neighbour[] = [];
  for (const entry of value === undefined ? [] : array(value, 0, limits.maxNeighbours, FORM)) {
    all.push(await readNeighbour(object(entry, FORM), list));
  }
  refuseOverlap(all);
  return all;
}

const FORM = 'TRUST-220';
const TYPES = Object.values(DOCUMENT_TYPES);

async function readNeighbour(members: JsonObject, list: Namer): Promise<Neighbour> {
  const [issued, nextUpdate, fetched] = ['issued', 'nextUpdate', 'fetched'].map((m) => time(members.get(m))) as [
    number,
    number,
    number,
  ];
  const rootFingerprint = text(members.get('rootFingerprint'), FORM);
  const own = country(members.get('country'));
  const countries = texts(members.get('countries'), 1, 1000, FORM);
  const documentTypes = texts(members.get('documentTypes'), 1, 1000, FORM);
  const purposes = texts(members.get('purposes'), 0, PURPOSES.length, FORM) as Purpose[];
  const prefixes = texts(members.get('prefixes'), 0, 64, FORM);
  const state = text(members.get('state'), FORM);
  const log = members.has('log') ? { log: await readLog(object(members.get('log'), FORM)) } : {};
  const neighbour: Neighbour = {
    country: own,
    environment: environment(members.get('environment')),
    rootFingerprint,
    listSequence: uint(members.get('listSequence'), FORM, 1),
    issued,
    nextUpdate,
    countries,
    documentTypes,
    purposes,
    prefixes,
    ...log,
    trusted: state === 'trusted',
  };
  uint(members.get('rootSequence'), FORM, 1);
  const good =
    /^[0-9a-f]{64}$/.test(rootFingerprint) &&
    countries.includes(own) &&
    countries.every((c) => /^[A-Z]{1,3}$/.test(c)) &&
    documentTypes.every((t) => TYPES.some((form) => form.test(t))) &&
    purposes.every((p) => PURPOSES.includes(p)) &&
    prefixes.every((p) => /^[\x21-\x7e]{1,499}\/$/.test(p)) &&
    nextUpdate > issued &&
    (state === 'trusted' || state === 'withdrawn');
  if (!good) throw corrupt(FORM, 'a neighbour of another form');
  if (
    neighbour.environment !== list.environment ||
    countries.includes(list.country) ||
    issued > list.issued ||
    fetched > list.issued
  ) {
    throw corrupt('TRUST-221', 'a neighbour of another environment, of this country, or from after the list');
  }
  return neighbour;
}

async function readLog(members: JsonObject): Promise<Role> {
  onlyMembers(members, ['threshold', 'keys'], FORM);
  const keys = [];
  for (const key of array(members.get('keys'), 1, 16, FORM)) keys.push(await readJwk(key));
  const threshold = uint(members.get('threshold'), FORM, 1);
  if (threshold > keys.length || new Set(keys.map((k) => k.kid)).size !== keys.length) {
    throw corrupt(FORM, 'a role log that cannot accept anything, or with a key twice');
  }
  return { threshold, keys };
}

/** Each country, each root and each status address belongs to one neighbour. */
function refuseOverlap(all: readonly Neighbour[]): void {
  const countries = all.flatMap((n) => n.countries);
  const roots = all.map((n) => n.rootFingerprint);
  const nested = all.some((one) =>
    all.some((other) => other !== one && other.prefixes.some((prefix) => hasAddress(one, prefix))),
  );
  if (nested || new Set(countries).size !== countries.length || new Set(roots).size !== roots.length) {
    throw corrupt('TRUST-221', 'two neighbours of one country, root or status address');
  }
}

/** Whether a status address, or the beginning of one, is the neighbour's own. */
export function hasAddress(neighbour: Neighbour, uri: string): boolean {
  return neighbour.prefixes.some((prefix) => uri.startsWith(prefix));
}

/** TRUST-223, TRUST-224: whether a service of this origin counts; what a neighbour may not say is left aside. */
export function counts(service: Service, neighbours: readonly Neighbour[]): boolean {
  if (service.origin === undefined) return true;
  const neighbour = neighbours.find((n) => n.country === service.origin);
  if (neighbour === undefined) return false;
  if (!neighbour.trusted && service.history[0]?.state !== 'revoked') return false;
  if (service.kind === 'status') return service.status.prefixes.every((p) => hasAddress(neighbour, p));
  const { countries, documentTypes, purposes } = service.scope;
  return (
    countries.every((c) => neighbour.countries.includes(c)) &&
    documentTypes.every((t) => neighbour.documentTypes.includes(t)) &&
    purposes.every((p) => neighbour.purposes.includes(p))
  );
}

/** TRUST-222: nothing of the list's own speaks for a neighbour. */
export function refuseOwnServicesOf(services: readonly Service[], neighbours: readonly Neighbour[]): void {
  const touches = (service: Service, neighbour: Neighbour) =>
    service.kind === 'status'
      ? service.status.prefixes.some(
          (own) => hasAddress(neighbour, own) || neighbour.prefixes.some((theirs) => theirs.startsWith(own)),
        )
      : service.scope.countries.some((c) => neighbour.countries.includes(c));
  if (services.some((s) => s.origin === undefined && neighbours.some((n) => touches(s, n)))) {
    throw corrupt('TRUST-222', "a service of the list's own has a country or address of a neighbour");
  }
}

/** TRUST-225: a notice speaks for the countries of its origin alone. */
export function refuseNoticesForOthers(notices: readonly Notice[], neighbours: readonly Neighbour[]): void {
  const good = ({ origin, scope }: Notice) => {
    if (origin === undefined) return !neighbours.some((n) => n.countries.some((c) => scope.countries.includes(c)));
    const neighbour = neighbours.find((n) => n.country === origin);
    return neighbour !== undefined && scope.countries.every((c) => neighbour.countries.includes(c));
  };
  if (!notices.every(good)) throw corrupt('TRUST-225', "a notice for permits of another country's");
}
