/** What a verifier was told: signers and statuses from a snapshot whose signatures were checked. Data, never a judgement. */
import { equal } from '../bytes/arrays';
import { fromHex } from '../bytes/hex';
import type { Certificate } from '../signing/certificate';
import { statusAt } from '../status/status-list';
import type { Crl } from '../trust/crl';
import type { Bulletin } from '../trust/bulletins';
import type { LegalEffect, Scope, Term } from '../trust/extensions';
import type { KeptLog } from '../trust/issued-log';
import { hasAddress, type Neighbour } from '../trust/neighbours';
import type { Notice } from '../trust/notices';
import { revokedKeys, type IsRevoked } from '../trust/revoked-keys';
import { sealStatus } from '../trust/seal-revocations';
import type { Snapshot } from '../trust/snapshot';
import type { CertificateService, State } from '../trust/trust-list';
import { subjectNames } from './certificate-profile';
import { instant, type NeighbourSummary, type TrustSummary } from './verdict';

/** A listed certificate that may have signed the code. */
export interface Candidate {
  readonly certificate: Certificate;
  /** SHA-256 of it. */
  readonly id?: string;
  readonly authorities: readonly Certificate[];
  readonly revokedAuthorities: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly state: State;
  readonly scope: Scope;
  readonly term?: Term;
  readonly legalEffect?: LegalEffect;
  /** What stays good although the key is revoked (TRUST-184). */
  readonly kept?: KeptLog;
}

export interface StatusEntry {
  /** 0 valid, 1 revoked, 2 suspended, 3 superseded. */
  readonly value: number;
  readonly country: string;
  readonly issued: number;
  readonly expires: number;
  /** What to call the list. */
  readonly list: string;
}

/** What was adopted of a neighbour's list (TRUST-220). */
export interface NeighbourAtHand {
  readonly country: string;
  readonly sequence: number;
  readonly issued: number;
  readonly nextUpdate: number;
  readonly withdrawn: boolean;
}

export interface ListAtHand {
  readonly root: string;
  readonly country: string;
  readonly demo: boolean;
  readonly sequence: number;
  readonly issued: number;
  readonly nextUpdate: number;
}

export interface Sources {
  readonly known: TrustSummary['known'];
  readonly list?: ListAtHand;
  /** Of the list, withdrawn ones among them. */
  readonly notices: readonly Notice[];
  /** What the list tells of incidents (TRUST-235). */
  readonly bulletins: readonly Bulletin[];
  /** Countries beside its own for which the list speaks, believed or not. */
  readonly neighbours: readonly NeighbourAtHand[];
  /** What was adopted of the neighbour that speaks for this issuing country; undefined for the list's own. */
  neighbour(issuingCountry: string): NeighbourAtHand | undefined;
  /** Listed signers of a kind whose certificate fits. */
  signers(kind: 'seal-signer' | 'vds-nc-signer', fits: (certificate: Certificate) => boolean): readonly Candidate[];
  credentialSigners(kid: Uint8Array): readonly Candidate[];
  credentialStatus(uri: string, index: number): StatusEntry | undefined;
  sealStatus(country: string, identity: Uint8Array): StatusEntry | undefined;
}

const NOTHING = {
  notices: [],
  bulletins: [],
  neighbours: [],
  neighbour: () => undefined,
  signers: () => [],
  credentialSigners: () => [],
  credentialStatus: () => undefined,
  sealStatus: () => undefined,
};

/** No list at hand, or only one of a foreign root, of which nothing counts (VER-36). */
export function withoutList(known: 'NO_LIST' | 'UNKNOWN_ROOT'): Sources {
  return { known, ...NOTHING };
}

/** @param pinned fingerprint of the root that this verifier was given */
export function fromSnapshot(snapshot: Snapshot, pinned: string): Sources {
  const { list, root, crls, statusLists, sealRevocations, logs } = snapshot;
  const services = list.services.filter((s): s is CertificateService => s.kind !== 'status');
  const isRevoked = revokedKeys(services);
  const candidates = (kind: CertificateService['kind'], fits: (s: CertificateService) => boolean) =>
    services
      .filter((s) => s.kind === kind && fits(s))
      .map((s) => candidate(s, services, isRevoked, crls, logs.kept.get(s.id)));
  return {
    known: 'PINNED',
    list: {
      root: pinned,
      country: list.country,
      demo: list.environment === 'demo',
      sequence: list.sequence,
      issued: list.issued,
      // TRUST-70: a stale root or revocation list is no better than a stale list.
      nextUpdate: Math.min(list.nextUpdate, root.nextUpdate, ...endsOfCrls(snapshot, undefined)),
    },
    notices: list.notices,
    bulletins: list.bulletins,
    neighbours: list.neighbours.map((n) => neighbourAtHand(n, snapshot)),
    neighbour: (issuing) => {
      const found = list.neighbours.find((n) => n.countries.includes(issuing));
      return found === undefined ? undefined : neighbourAtHand(found, snapshot);
    },
    signers: (kind, fits) => candidates(kind, (s) => fits(s.certificate)),
    credentialSigners: (kid) =>
      candidates('credential-signer', (s) => equal((fromHex(s.id) ?? new Uint8Array()).subarray(0, 8), kid)),
    credentialStatus: (uri, index) => {
      const found = statusLists.get(uri);
      const value = found === undefined ? undefined : statusAt(found, index);
      if (found === undefined || value === undefined) return undefined;
      // A status address belongs to one country (TRUST-221, TRUST-222).
      const country = list.neighbours.find((n) => hasAddress(n, uri))?.country ?? list.country;
      return { value, country, issued: found.issued, expires: found.expires, list: uri };
    },
    sealStatus: (country, identity) => {
      const seals = sealRevocations?.country === country ? sealRevocations : snapshot.neighbourSeals.get(country);
      if (seals === undefined) return undefined;
      const { issued, nextUpdate, sequence } = seals;
      const value = sealStatus(seals, identity);
      return { value, country, issued, expires: nextUpdate, list: `seal revocation list ${sequence}` };
    },
  };
}

/** TRUST-227: what was adopted counts no longer than the neighbour and its CRLs say. */
function neighbourAtHand(neighbour: Neighbour, snapshot: Snapshot): NeighbourAtHand {
  const { country, listSequence, issued, nextUpdate, trusted } = neighbour;
  const end = Math.min(nextUpdate, ...endsOfCrls(snapshot, country));
  return { country, sequence: listSequence, issued, nextUpdate: end, withdrawn: !trusted };
}

/** Of the CRLs that authorities of one origin signed: an old one of a neighbour makes nothing else old. */
function endsOfCrls({ crls, list }: Snapshot, origin: string | undefined): number[] {
  return crls
    .filter(({ signer }) => {
      const authority = list.services.find((s) => s.kind === 'csca' && s.certificate === signer);
      return authority?.origin === origin;
    })
    .map((crl) => crl.nextUpdate);
}

/** VDS-16 */
export function namedBySeal(certificate: Certificate, country: string, name: string, reference: string): boolean {
  const subject = subjectNames(certificate);
  const serial = reference.toLowerCase().replace(/^0+(?=.)/, '');
  return subject.country === country && subject.commonName === name && certificate.serial === serial;
}

function candidate(
  service: CertificateService,
  services: readonly CertificateService[],
  isRevoked: IsRevoked,
  crls: readonly Crl[],
  kept: KeptLog | undefined,
): Candidate {
  // TRUST-53: an authority that is only announced vouches for nothing yet.
  const authorities = services.filter(
    (s) =>
      s.kind === 'csca' &&
      s.history[0]?.state !== 'announced' &&
      service.scope.countries.every((c) => s.scope.countries.includes(c)),
  );
  const of = (revoked: boolean) => authorities.filter((s) => isRevoked(s) === revoked).map((s) => s.certificate);
  return {
    certificate: service.certificate,
    id: service.id,
    authorities: of(false),
    revokedAuthorities: of(true),
    crls,
    state: isRevoked(service) ? 'revoked' : (service.history[0]?.state ?? 'revoked'),
    scope: service.scope,
    ...(service.term === undefined ? {} : { term: service.term }),
    ...(service.legalEffect === undefined ? {} : { legalEffect: service.legalEffect }),
    ...(kept === undefined ? {} : { kept }),
  };
}

/** @param neighbour whose permit it is, if it is one's (VER-85) */
export function trustSummary(sources: Sources, neighbour?: NeighbourAtHand): TrustSummary {
  const list = sources.list;
  return {
    known: sources.known,
    root: list?.root ?? null,
    country: list?.country ?? null,
    demo: list?.demo ?? null,
    listSequence: list?.sequence ?? null,
    madeAt: list === undefined ? null : instant(list.issued),
    validUntil: list === undefined ? null : instant(list.nextUpdate),
    ...(neighbour === undefined ? {} : { neighbour: neighbourSummary(neighbour) }),
  };
}

/** VER-86 */
function neighbourSummary({ country, sequence, issued, nextUpdate, withdrawn }: NeighbourAtHand): NeighbourSummary {
  return { country, listSequence: sequence, madeAt: instant(issued), validUntil: instant(nextUpdate), withdrawn };
}
