/**
 * A whole snapshot, from its ZIP to what a verifier may believe, in the order of TRUST-76. Nothing of a refused snapshot is kept.
 * Rollback and freshness are judged apart (memory.ts), because a kept snapshot is read again without them.
 */
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { FormatError } from '../format-error';
import type { Certificate } from '../signing/certificate';
import { digest } from '../signing/signature';
import { readStatusList, type StatusList } from '../status/status-list';
import { crlSignedBy, readCrl, type Crl, type UnjudgedCrl } from './crl';
import { namesUri } from './extensions';
import { requireRole, type Jwk } from './jws';
import { isLogFile, readIssuedLogs, type IssuedLogs } from './issued-log';
import { fileBound, readManifest, type Manifest, type ManifestFile } from './manifest';
import { corrupt, Refusal } from './refusal';
import { walkRoots, type Root } from './root';
import { readSealRevocations, type SealRevocations } from './seal-revocations';
import { isShard } from './seal-shards';
import { readTrustList, type CertificateService, type StatusService, type TrustList } from './trust-list';
import { readZip } from './zip';

const SEALS = 'seal-revocations.json';
const CRL = /^crl\/[A-Z]{1,3}(?:-[1-9][0-9]?)?\.crl$/;

export interface Snapshot {
  /** From the pinned root to the newest. */
  readonly roots: readonly Root[];
  readonly root: Root;
  readonly manifest: Manifest;
  readonly list: TrustList;
  readonly statusLists: ReadonlyMap<string, StatusList>;
  readonly sealRevocations?: SealRevocations;
  /** Of neighbours, by their country (TRUST-226). */
  readonly neighbourSeals: ReadonlyMap<string, SealRevocations>;
  readonly crls: readonly Crl[];
  readonly logs: IssuedLogs;
}

/**
 * @param pinned fingerprint of the root that this verifier was given
 * @throws Refusal
 */
export async function readSnapshot(zip: Uint8Array, pinned: string): Promise<Snapshot> {
  const files = await readZip(zip, fileBound);
  const manifestBytes = files.get('manifest.json');
  if (manifestBytes === undefined) throw corrupt('TRUST-61', 'no manifest: not a snapshot');
  const manifest = readManifest(manifestBytes);
  const roots = await walkRoots(rootChain(files), pinned);
  const root = roots[roots.length - 1] as Root;
  await requireRole(manifest.envelope, root.roles.snapshot);
  const misfits = await compareFiles(files, manifest);
  const list = await readTrustList(required(files, 'trust-list.json'));
  await requireRole(list.envelope, root.roles['trust-list']);
  const statusLists = await readStatusLists(files, manifest, list);
  const sealRevocations = await readSealRevocations(files, SEALS, sealKeys(list));
  const neighbourSeals = await readNeighbourSeals(files, list);
  const crls = await readCrls(files, list);
  const logs = await readIssuedLogs(files, root.roles.log, list);
  // What does not fit although each document is genuine was put together from two snapshots.
  if (misfits) throw new Refusal('MIXED', 'TRUST-62', 'files that do not belong to this manifest');
  checkNumbers(manifest, root, list, sealRevocations, logs);
  checkNeighbourSeals(manifest, list, neighbourSeals);
  return {
    roots,
    root,
    manifest,
    list,
    statusLists,
    ...(sealRevocations === undefined ? {} : { sealRevocations }),
    neighbourSeals,
    crls,
    logs,
  };
}

function required(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Refusal('MIXED', 'TRUST-62', `${name} is missing`);
  return bytes;
}

function rootChain(files: ReadonlyMap<string, Uint8Array>): Map<number, Uint8Array> {
  const chain = new Map<number, Uint8Array>();
  for (const [name, bytes] of files) {
    const n = /^root\/([1-9][0-9]{0,8})\.json$/.exec(name)?.[1];
    if (n !== undefined) chain.set(Number(n), bytes);
  }
  return chain;
}

/** Missing and unlisted files refuse at once; whether a digest differs is told after the documents were judged. */
async function compareFiles(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Promise<boolean> {
  const listed = new Set(['manifest.json', ...manifest.files.map((f) => f.name)]);
  for (const name of files.keys()) {
    if (!listed.has(name)) throw new Refusal('MIXED', 'TRUST-62', 'a file that is not listed');
  }
  let misfits = false;
  for (const file of manifest.files) {
    const bytes = required(files, file.name);
    const same = bytes.length === file.length && toHex(await digest('SHA-256', bytes)) === file.sha256;
    if (!same && !isKnown(file.name)) throw corrupt('TRUST-62', 'a file that was changed');
    misfits ||= !same;
  }
  return misfits;
}

function isKnown(name: string): boolean {
  if (isLogFile(name) || isShard(SEALS, name) || /^seal-revocations-[A-Z]{1,3}[./]/.test(name)) return true;
  return (
    /^(?:root\/[1-9][0-9]*\.json|trust-list\.json|status\/[0-9a-f]{16}\.cwt|seal-revocations\.json)$/.test(name) ||
    CRL.test(name)
  );
}

async function readStatusLists(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  list: TrustList,
): Promise<Map<string, StatusList>> {
  const lists = new Map<string, StatusList>();
  for (const file of manifest.files.filter((f) => f.name.startsWith('status/'))) {
    const uri = file.statusUri;
    if (uri === undefined || (await statusFileName(uri)) !== file.name) {
      throw new Refusal('MIXED', 'TRUST-62', 'a status list under another name');
    }
    try {
      lists.set(uri, await readStatusList(required(files, file.name), uri, statusKeys(list, uri)));
    } catch (e) {
      if (!(e instanceof FormatError)) throw e;
      throw new Refusal(e.kind === 'UNSUPPORTED' ? 'UNSUPPORTED' : 'CORRUPT', e.rule, e.message);
    }
  }
  return lists;
}

async function statusFileName(uri: string): Promise<string> {
  const hash = await digest('SHA-256', new TextEncoder().encode(uri));
  return `status/${toHex(hash.subarray(0, 8))}.cwt`;
}

/** TRUST-44: keys that may sign the list of this URI now. */
export function statusKeys(list: TrustList, uri: string): Jwk[] {
  return liveStatusServices(list)
    .filter((s) => namesUri(s.status, uri))
    .map((s) => s.key);
}

/**
 * Keys that may sign the seal revocation list now.
 *
 * @param origin a neighbour's country, for its list (TRUST-226)
 */
export function sealKeys(list: TrustList, origin?: string): Jwk[] {
  return liveStatusServices(list)
    .filter((s) => s.status.sealRevocations && s.origin === origin)
    .map((s) => s.key);
}

function liveStatusServices(list: TrustList): StatusService[] {
  return list.services.filter(
    (s): s is StatusService => s.kind === 'status' && ['active', 'retiring'].includes(s.history[0]?.state ?? ''),
  );
}

async function readNeighbourSeals(
  files: ReadonlyMap<string, Uint8Array>,
  list: TrustList,
): Promise<Map<string, SealRevocations>> {
  for (const name of files.keys()) {
    const country = /^seal-revocations-([A-Z]{1,3})\.json$/.exec(name)?.[1];
    if (country !== undefined && !list.neighbours.some((n) => n.country === country)) {
      throw corrupt('TRUST-226', 'seal revocations of no neighbour');
    }
  }
  const all = new Map<string, SealRevocations>();
  for (const { country } of list.neighbours) {
    const seals = await readSealRevocations(files, sealsOf(country), sealKeys(list, country));
    if (seals !== undefined) all.set(country, seals);
  }
  return all;
}

/** The name of a neighbour's seal revocation list in a snapshot. */
function sealsOf(country: string): string {
  return `seal-revocations-${country}.json`;
}

function checkNeighbourSeals(manifest: Manifest, list: TrustList, seals: ReadonlyMap<string, SealRevocations>): void {
  for (const [country, { sequence, country: own, environment }] of seals) {
    const listed = manifest.files.find((f) => f.name === sealsOf(country));
    if (listed?.sequence !== sequence || own !== country || environment !== list.environment) {
      throw new Refusal('MIXED', 'TRUST-226', 'seal revocations of another number, country or environment');
    }
  }
}

async function readCrls(files: ReadonlyMap<string, Uint8Array>, list: TrustList): Promise<Crl[]> {
  const cscas = list.services.filter((s): s is CertificateService => s.kind === 'csca').map((s) => s.certificate);
  const crls: Crl[] = [];
  for (const [name, bytes] of files) {
    if (!CRL.test(name)) continue;
    crls.push(await acceptedCrl(bytes, cscas));
  }
  return crls;
}

async function acceptedCrl(bytes: Uint8Array, cscas: readonly Certificate[]): Promise<Crl> {
  let crl: UnjudgedCrl;
  try {
    crl = readCrl(bytes);
  } catch {
    throw corrupt('TRUST-62', 'an unreadable revocation list');
  }
  for (const csca of cscas) {
    if (equal(crl.issuer, csca.subject) && (await crlSignedBy(crl, csca))) return { ...crl, signer: csca };
  }
  throw corrupt('TRUST-62', 'a revocation list that no listed authority signed');
}

function checkNumbers(
  manifest: Manifest,
  root: Root,
  list: TrustList,
  seals: SealRevocations | undefined,
  logs: IssuedLogs,
): void {
  const sealFile: ManifestFile | undefined = manifest.files.find((f) => f.name === SEALS);
  const fits =
    manifest.root === root.sequence &&
    manifest.trustList === list.sequence &&
    (seals === undefined || sealFile?.sequence === seals.sequence);
  if (!fits) throw new Refusal('MIXED', 'TRUST-62', 'documents of other numbers than the manifest says');
  const places = [manifest, list, ...(seals === undefined ? [] : [seals]), ...logs.heads];
  if (places.some((d) => d.country !== root.country || d.environment !== root.environment)) {
    throw new Refusal('MIXED', 'TRUST-21', 'documents of different countries or environments');
  }
}
