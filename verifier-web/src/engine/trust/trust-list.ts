/** The trust list: entities, their services, and the history of each (TRUST-40 to TRUST-48). */
import { fromBase64 } from '../bytes/base64';
import { toHex } from '../bytes/hex';
import { readCertificate, type Certificate } from '../signing/certificate';
import { digest } from '../signing/signature';
import type { Json, JsonObject } from './json';
import { readEnvelope, readJwk, type Envelope, type Jwk } from './jws';
import {
  extensionMap,
  needsNewer,
  readExtensions,
  readOrigin,
  type Extensions,
  type LegalEffect,
  type Revocation,
  type Scope,
  type StatusScope,
  type Term,
} from './extensions';
import { array, country, environment, multilingual, object, payloadObject, requireOnly } from './members';
import { text, time, uint, type Environment } from './members';
import { readBulletins, type Bulletin } from './bulletins';
import { counts, readNeighbours, refuseNoticesForOthers, refuseOwnServicesOf, type Neighbour } from './neighbours';
import { CLASS_SUSPENSION, readNotices, type Notice } from './notices';
import { corrupt, Refusal } from './refusal';

export const STATES = ['announced', 'active', 'retiring', 'retired', 'revoked'] as const;
export type State = (typeof STATES)[number];

/** A state and when it began, milliseconds since 1970. */
export interface Period {
  readonly state: State;
  readonly since: number;
}

interface Common {
  readonly name: string;
  readonly entity: string;
  /** Newest first: the present one is the first. */
  readonly history: readonly Period[];
  /** SHA-256 of the certificate or thumbprint of the key, by which two lists are compared. */
  readonly id: string;
  readonly legalEffect?: LegalEffect;
  readonly revocation?: Revocation;
  /** The neighbour from whose list it is (TRUST-222). */
  readonly origin?: string;
}

export interface CertificateService extends Common {
  readonly kind: 'csca' | 'seal-signer' | 'credential-signer' | 'vds-nc-signer';
  readonly certificate: Certificate;
  readonly scope: Scope;
  /** Signers only. */
  readonly term?: Term;
}

export interface StatusService extends Common {
  readonly kind: 'status';
  readonly key: Jwk;
  readonly status: StatusScope;
}

export type Service = CertificateService | StatusService;

export interface TrustList {
  readonly sequence: number;
  readonly country: string;
  readonly environment: Environment;
  readonly operator: string;
  readonly issued: number;
  readonly nextUpdate: number;
  /** Services that this reader can use; others are left out. */
  readonly services: readonly Service[];
  /** Notices that this reader can use, withdrawn ones among them. */
  readonly notices: readonly Notice[];
  /** Other countries, believed or not. */
  readonly neighbours: readonly Neighbour[];
  /** What verifiers are told of incidents. */
  readonly bulletins: readonly Bulletin[];
  readonly envelope: Envelope;
}

const MAX_BYTES = 8_388_608;

/** The list's envelope and content; its signatures are judged by whoever holds the root. */
export async function readTrustList(bytes: Uint8Array): Promise<TrustList> {
  const envelope = readEnvelope(bytes, 'rp-trust-list+jws', MAX_BYTES);
  const lote = object(payloadObject(envelope.payload, MAX_BYTES).get('LoTE'), 'TRUST-40');
  const information = object(lote.get('ListAndSchemeInformation'), 'TRUST-40');
  if (uint(information.get('LoTEVersionIdentifier'), 'TRUST-40') !== 1) {
    throw new Refusal('UNSUPPORTED', 'TRUST-40', 'a trust list of a newer version');
  }
  if (information.get('LoTEType') !== 'urn:stayseal:list:residence-permits')
    throw corrupt('TRUST-40', 'a list of another type');
  multilingual(information.get('SchemeName'));
  if (!/^[A-Z]{2}$/.test(text(information.get('SchemeTerritory'), 'TRUST-40')))
    throw corrupt('TRUST-40', 'a wrong territory');
  const issued = time(information.get('ListIssueDateTime'));
  const nextUpdate = time(information.get('NextUpdate'));
  if (nextUpdate <= issued) throw corrupt('TRUST-40', 'a list that ends before it begins');
  const { requires, ...scheme } = readScheme(information.get('SchemeExtensions'));
  const neighbours = await readNeighbours(lote.get('Neighbours'), { ...scheme, issued });
  const services = await readServices(lote.get('TrustedEntitiesList'), issued, neighbours);
  const notices = readNotices(lote.get('Notices'), requires, neighbours.length);
  const bulletins = readBulletins(lote.get('Bulletin'), issued);
  refuseOwnServicesOf(services, neighbours);
  refuseNoticesForOthers(notices, neighbours);
  return {
    sequence: uint(information.get('LoTESequenceNumber'), 'TRUST-40', 1),
    ...scheme,
    operator: multilingual(information.get('SchemeOperatorName')),
    issued,
    nextUpdate,
    services,
    notices,
    neighbours,
    bulletins,
    envelope,
  };
}

interface Scheme {
  readonly country: string;
  readonly environment: Environment;
  readonly requires: readonly string[];
}

const SCHEME = 'urn:stayseal:scheme:1';

function readScheme(value: Json | undefined): Scheme {
  const extensions = extensionMap(value ?? [], 1);
  const only = extensions.get(SCHEME);
  for (const [type, members] of extensions)
    if (type !== SCHEME && members.get('critical') === true)
      throw new Refusal('UNSUPPORTED', 'TRUST-47', 'the list needs something newer');
  if (only === undefined) throw corrupt('TRUST-40', 'a list without its scheme');
  const requires = requireOnly(only.get('requires'), [CLASS_SUSPENSION]);
  return { country: country(only.get('country')), environment: environment(only.get('environment')), requires };
}

async function readServices(
  value: Json | undefined,
  issued: number,
  neighbours: readonly Neighbour[],
): Promise<Service[]> {
  const services: Service[] = [];
  let count = 0;
  for (const e of array(value, 1, 1000, 'TRUST-41')) {
    const entity = object(e, 'TRUST-41');
    const name = multilingual(object(entity.get('TrustedEntityInformation'), 'TRUST-41').get('TEName'));
    const origins = new Set<string | undefined>();
    for (const s of array(entity.get('TrustedEntityServices'), 1, 10_000, 'TRUST-41')) {
      if (++count > 10_000) throw corrupt('TRUST-41', 'too many services');
      origins.add(originOf(object(s, 'TRUST-41')));
      const service = await readService(object(s, 'TRUST-41'), name, issued);
      if (service !== undefined && counts(service, neighbours)) services.push(service);
    }
    if (origins.size > 1) throw corrupt('TRUST-222', 'services of several origins in one entity');
  }
  // A status key, which everybody can copy, is in one service of its origin; a certificate in one service.
  const ids = services.map((s) => (s.kind === 'status' ? `${s.origin ?? ''} ${s.id}` : s.id));
  if (new Set(ids).size !== ids.length) throw corrupt('TRUST-42', 'one key in two services');
  return services;
}

function originOf(members: JsonObject): string | undefined {
  const information = object(members.get('ServiceInformation'), 'TRUST-41');
  return readOrigin(extensionMap(information.get('ServiceInformationExtensions')));
}

const TYPE = /^urn:stayseal:service:(csca|seal-signer|credential-signer|vds-nc-signer|status)$/;

/** Undefined for a service that this version does not use: another type, an unknown state, an unknown critical extension. */
async function readService(members: JsonObject, entity: string, issued: number): Promise<Service | undefined> {
  const information = object(members.get('ServiceInformation'), 'TRUST-41');
  const kind = TYPE.exec(text(information.get('ServiceTypeIdentifier'), 'TRUST-41'))?.[1] as
    Service['kind'] | undefined;
  const periods = readPeriods(information, members.get('ServiceHistory'));
  const all = extensionMap(information.get('ServiceInformationExtensions'));
  if (kind === undefined || periods === undefined || needsNewer(all)) return undefined;
  const history = requireOrder(periods, issued);
  const [now] = history;
  const extensions = readExtensions(all, kind, now?.state === 'revoked' ? now.since : undefined);
  const name = multilingual(information.get('ServiceName'));
  const { origin } = extensions;
  const common = { name, entity, history, ...explanations(extensions), ...(origin === undefined ? {} : { origin }) };
  const identity = object(information.get('ServiceDigitalIdentity'), 'TRUST-42');
  if (kind === 'status') {
    const [jwk] = array(identity.get('PublicKeyValues'), 1, 1, 'TRUST-42');
    const key = await readJwk(jwk);
    if (extensions.status === undefined) throw corrupt('TRUST-44', 'a status service without its addresses');
    return { ...common, kind, key, id: key.kid, status: extensions.status };
  }
  const [entry] = array(identity.get('X509Certificates'), 1, 1, 'TRUST-42');
  const der = fromBase64(text(object(entry, 'TRUST-42').get('val'), 'TRUST-42'));
  if (der === undefined || der.length > 16_384) throw corrupt('TRUST-42', 'an unreadable certificate');
  if (extensions.scope === undefined) throw corrupt('TRUST-43', 'a signer without its scope');
  const id = toHex(await digest('SHA-256', der));
  const signer = { ...common, kind, certificate: certificate(der), id, scope: extensions.scope };
  return kind === 'csca' ? signer : { ...signer, term: termOf(extensions, history) };
}

function certificate(der: Uint8Array): Certificate {
  try {
    return readCertificate(der);
  } catch {
    throw corrupt('TRUST-42', 'an unreadable certificate');
  }
}

/** A retired key's term ends no later than its retirement (TRUST-43). */
function termOf(extensions: Extensions, history: readonly Period[]): Term {
  const { term } = extensions;
  const [now] = history;
  if (term === undefined) throw corrupt('TRUST-43', 'a signer without its term');
  if (now?.state === 'retired' && term.signsUntil > now.since)
    throw corrupt('TRUST-43', 'a term beyond its retirement');
  return term;
}

function explanations({ legalEffect, revocation }: Extensions): Pick<Extensions, 'legalEffect' | 'revocation'> {
  return {
    ...(legalEffect === undefined ? {} : { legalEffect }),
    ...(revocation === undefined ? {} : { revocation }),
  };
}

/** The form of all states (TRUST-47, 1); undefined when one is not known. */
function readPeriods(information: JsonObject, past: Json | undefined): Period[] | undefined {
  const entries = [
    information,
    ...(past === undefined ? [] : array(past, 0, 1000, 'TRUST-46').map((h) => object(h, 'TRUST-46'))),
  ];
  const periods = entries.map((h) => {
    const uri = text(h.get('ServiceStatus'), 'TRUST-46');
    return {
      state: STATES.find((name) => uri === `urn:stayseal:state:${name}`),
      since: time(h.get('StatusStartingTime')),
    };
  });
  return periods.every((p): p is Period => p.state !== undefined) ? periods : undefined;
}

/** TRUST-46: newest first, rightwards only, none from after the list. */
function requireOrder(periods: readonly Period[], issued: number): readonly Period[] {
  periods.forEach((p, i) => {
    const before = periods[i + 1];
    if (p.since > issued) throw corrupt('TRUST-46', 'a state from after the list');
    if (before !== undefined && before.since >= p.since) throw corrupt('TRUST-46', 'a history out of order');
    if (before !== undefined && STATES.indexOf(before.state) >= STATES.indexOf(p.state))
      throw corrupt('TRUST-46', 'a state that went backwards');
  });
  return periods;
}
