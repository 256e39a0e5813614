/** What a snapshot says of the log of what was signed: its head, and what is kept of stolen keys (40-trust 17). */
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { digest } from '../signing/signature';
import { readEnvelope, requireRole, type Envelope, type Role } from './jws';
import { head, object, onlyMembers, payloadObject, text, time, uint, type Head } from './members';
import { corrupt, Refusal } from './refusal';
import type { Neighbour } from './neighbours';
import type { CertificateService, TrustList } from './trust-list';

export interface TreeHead extends Head {
  readonly envelope: Envelope;
  readonly treeSize: number;
  readonly rootHash: string;
}

export interface KeptLog extends Head {
  readonly envelope: Envelope;
  /** SHA-256 of the signer's certificate, hex. */
  readonly signer: string;
  /** From this moment on nothing that the key signed counts. */
  readonly before: number;
  readonly treeHead: { readonly issued: number; readonly treeSize: number; readonly rootHash: string };
  /** 16 bytes each, strictly ascending; a view into the snapshot, never copied. */
  readonly identities: Uint8Array;
}

export interface IssuedLogs {
  readonly treeHead?: TreeHead;
  /** Of signers that the list shows as revoked, by the SHA-256 of the certificate. */
  readonly kept: ReadonlyMap<string, KeptLog>;
  /** What all of these documents begin with, also of those that are not used. */
  readonly heads: readonly Head[];
}

const HEAD = 'log/head.json';
const MAX_BYTES = 262_144;
const MAX_COUNT = 1_000_000;
const LENGTH = 16;

export function isLogFile(name: string): boolean {
  return name === HEAD || /^log\/[0-9a-f]{16}\.(?:json|bin)$/.test(name);
}

/** @throws Refusal for what TRUST-185 refuses */
export async function readIssuedLogs(
  files: ReadonlyMap<string, Uint8Array>,
  role: Role,
  list: TrustList,
): Promise<IssuedLogs> {
  const heads: Head[] = [];
  const kept = new Map<string, KeptLog>();
  let treeHead: TreeHead | undefined;
  for (const name of [...files.keys()].filter(isLogFile).sort()) {
    if (name === HEAD) {
      treeHead = await readTreeHead(files.get(name) as Uint8Array, role);
      heads.push(treeHead);
      continue;
    }
    const stem = name.replace(/\.\w+$/, '');
    const [json, bin] = [files.get(`${stem}.json`), files.get(`${stem}.bin`)];
    if (json === undefined || bin === undefined) {
      throw new Refusal('MIXED', 'TRUST-185', 'a kept log without its identities, or the other way round');
    }
    if (!name.endsWith('.json')) continue;
    const neighbour = neighbourAt(stem, list);
    const log = await readKeptLog(json, bin, stem, roleOf(role, neighbour));
    if (neighbour === undefined) heads.push(log);
    else if (log.country !== neighbour.country || log.environment !== neighbour.environment) {
      throw new Refusal('MIXED', 'TRUST-228', 'a kept log of another country or environment');
    }
    if (isOfRevokedSigner(log, list, neighbour)) kept.set(log.signer, log);
  }
  // The head of a neighbour's log is not in this snapshot: who adopted it compared them.
  for (const log of kept.values()) if (log.country === list.country) refuseAnotherLog(log, treeHead);
  return { ...(treeHead === undefined ? {} : { treeHead }), kept, heads };
}

async function readTreeHead(bytes: Uint8Array, role: Role): Promise<TreeHead> {
  const envelope = readEnvelope(bytes, 'rp-tree-head+jws', MAX_BYTES);
  await requireRole(envelope, role);
  const payload = payloadObject(envelope.payload, MAX_BYTES);
  return {
    ...head(payload, 'tree-head'),
    envelope,
    treeSize: uint(payload.get('treeSize'), 'TRUST-183'),
    rootHash: sha256(text(payload.get('rootHash'), 'TRUST-183')),
  };
}

async function readKeptLog(json: Uint8Array, bin: Uint8Array, stem: string, role: Role): Promise<KeptLog> {
  const envelope = readEnvelope(json, 'rp-kept-log+jws', MAX_BYTES);
  await requireRole(envelope, role);
  const payload = payloadObject(envelope.payload, MAX_BYTES);
  const common = head(payload, 'kept-log');
  const signer = sha256(text(payload.get('signer'), 'TRUST-184'));
  const before = time(payload.get('before'));
  const taken = object(payload.get('treeHead'), 'TRUST-184');
  onlyMembers(taken, ['sequence', 'issued', 'treeSize', 'rootHash'], 'TRUST-184');
  uint(taken.get('sequence'), 'TRUST-184', 1);
  const treeHead = {
    issued: time(taken.get('issued')),
    treeSize: uint(taken.get('treeSize'), 'TRUST-184'),
    rootHash: sha256(text(taken.get('rootHash'), 'TRUST-184')),
  };
  const count = uint(payload.get('count'), 'TRUST-184');
  const named = sha256(text(payload.get('identities'), 'TRUST-184'));
  if (stem !== `log/${signer.slice(0, 16)}`) throw corrupt('TRUST-185', 'the name does not belong to the signer');
  if (count > MAX_COUNT || count > treeHead.treeSize) throw corrupt('TRUST-184', 'a count that its leaves do not have');
  if (treeHead.issued > before) throw corrupt('TRUST-184', 'a head from after the moment');
  if (bin.length !== count * LENGTH || toHex(await digest('SHA-256', bin)) !== named) {
    throw corrupt('TRUST-185', 'not the identities that the kept log names');
  }
  for (let at = LENGTH; at < bin.length; at += LENGTH) {
    if (order(bin, at - LENGTH, bin, at) >= 0) throw corrupt('TRUST-184', 'identities are not strictly ascending');
  }
  return { ...common, envelope, signer, before, treeHead, identities: bin };
}

/** The neighbour whose signer a kept log is named after: that one's role signed it (TRUST-228). */
function neighbourAt(stem: string, list: TrustList): Neighbour | undefined {
  return neighbourOf(
    signers(list).find((s) => stem === `log/${s.id.slice(0, 16)}`),
    list,
  );
}

function neighbourOf(signer: CertificateService | undefined, list: TrustList): Neighbour | undefined {
  return list.neighbours.find((n) => signer?.scope.countries.some((c) => n.countries.includes(c)));
}

function signers(list: TrustList): CertificateService[] {
  return list.services.filter((s): s is CertificateService => s.kind !== 'status' && s.kind !== 'csca');
}

function roleOf(own: Role, neighbour: Neighbour | undefined): Role {
  if (neighbour === undefined) return own;
  if (neighbour.log === undefined) throw corrupt('TRUST-228', 'a kept log of a neighbour without its role log');
  return neighbour.log;
}

/** One of a signer that the list does not show as revoked is not used, nor one of a neighbour that is withdrawn. */
function isOfRevokedSigner(log: KeptLog, list: TrustList, neighbour: Neighbour | undefined): boolean {
  const signer = signers(list).find((s) => s.id === log.signer);
  const state = signer?.history[0];
  if (state?.state !== 'revoked' || neighbour?.trusted === false) return false;
  if (neighbourOf(signer, list) !== neighbour) return false;
  if (log.before > (signer?.revocation?.compromisedSince ?? state.since))
    throw corrupt('TRUST-185', 'a moment from after the key was stolen');
  return true;
}

function refuseAnotherLog({ treeHead }: KeptLog, newest: TreeHead | undefined): void {
  if (newest === undefined) return;
  const longer = treeHead.treeSize > newest.treeSize;
  if (longer || (treeHead.treeSize === newest.treeSize && treeHead.rootHash !== newest.rootHash)) {
    throw corrupt('TRUST-185', 'a kept log of another log than its tree head');
  }
}

/** Whether exactly this identity, all 128 bits, is among those kept. */
export function holds({ identities }: KeptLog, identity: Uint8Array): boolean {
  let low = 0;
  let high = identities.length / LENGTH - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const compared = order(identities, middle * LENGTH, identity, 0);
    if (compared === 0) return equal(identities.subarray(middle * LENGTH, (middle + 1) * LENGTH), identity);
    if (compared < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function order(a: Uint8Array, from: number, b: Uint8Array, to: number): number {
  for (let i = 0; i < LENGTH; i++) {
    const difference = (a[from + i] as number) - (b[to + i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sha256(value: string): string {
  if (!/^[0-9a-f]{64}$/.test(value)) throw corrupt('TRUST-4', 'a digest of a wrong form');
  return value;
}
