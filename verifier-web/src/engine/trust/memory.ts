/** What a reader remembers so that nothing older is ever taken again, and the judgement by it (TRUST-70 to TRUST-75). */
import { signersOf } from './jws';
import { compareLogs, logMemoryOf, logSigners, logsIssued, type LogMemory } from './log-memory';
import { boundsOf, judgeBounds, type LowerBounds } from './lower-bounds';
import { older, refuseNumber, seen, type Seen } from './numbers';
import { hasAddress, type Neighbour } from './neighbours';
import { atRoot, replacedSince, statusReplacedSince } from './replaced';
import { sealKeys, statusKeys, type Snapshot } from './snapshot';
import { Refusal } from './refusal';
import type { Service, TrustList } from './trust-list';

/** Plain data, as it is stored. */
export interface Memory {
  readonly root: { readonly sequence: number; readonly fingerprint: string };
  readonly list: Seen;
  readonly manifest: Seen;
  readonly sealRevocations?: Seen;
  /** Of neighbours, by country (TRUST-226); missing in what an earlier version of this page stored. */
  readonly neighbourSeals?: Readonly<Record<string, Seen>>;
  /** Newest `iat` by status URI, milliseconds since 1970. */
  readonly statusLists: Readonly<Record<string, number>>;
  /** Certificates and keys that a list called revoked: SHA-256 or thumbprint; of a neighbour's, `@` and the fingerprint of its root after it (TRUST-229). */
  readonly revoked: readonly string[];
  /** Missing in what an earlier version of this page stored. */
  readonly log?: LogMemory;
  /**
   * Thumbprints of the keys that were counted for a document, by `trust-list`, `manifest`, `seal-revocations`, status URI or
   * a name of log-memory.ts (TRUST-210); missing in what an earlier version of this page stored.
   */
  readonly signers?: Readonly<Record<string, readonly string[]>>;
  /** By the same names, a neighbour's at its root; missing in what an earlier version of this page stored. */
  readonly lowerBounds?: LowerBounds;
}

/** TRUST-74: lowest sequences that a deployment takes, for a reader without memory. */
export interface Floor {
  readonly root?: number;
  readonly trustList?: number;
  readonly snapshot?: number;
}

/**
 * @throws Refusal OLDER, CONFLICT or EXPIRED when this snapshot may not replace what is remembered
 */
export async function admit(
  snapshot: Snapshot,
  memory: Memory | undefined,
  floor: Floor,
  now: number,
): Promise<Memory> {
  const next = await memoryOf(snapshot);
  belowFloor(next, floor);
  const admitted = memory === undefined ? next : compare(next, memory, snapshot);
  const { root, list, manifest } = snapshot;
  if ([root, list, manifest].some((d) => now > d.nextUpdate)) {
    throw new Refusal('EXPIRED', 'TRUST-71', 'the snapshot is over');
  }
  return admitted;
}

async function memoryOf(snapshot: Snapshot): Promise<Memory> {
  const { root, list, manifest, sealRevocations, statusLists } = snapshot;
  const neighbourSeals: Record<string, Seen> = {};
  for (const [country, seals] of snapshot.neighbourSeals) neighbourSeals[country] = await seen(seals);
  return {
    root: { sequence: root.sequence, fingerprint: root.fingerprint },
    list: await seen(list),
    manifest: await seen(manifest),
    ...(sealRevocations === undefined ? {} : { sealRevocations: await seen(sealRevocations) }),
    neighbourSeals,
    statusLists: Object.fromEntries([...statusLists].map(([uri, s]) => [uri, s.issued])),
    revoked: list.services.filter((s) => s.history[0]?.state === 'revoked').map((s) => idAtRoot(s, list)),
    log: await logMemoryOf(snapshot),
    signers: {
      'trust-list': signersOf(list.envelope, root.roles['trust-list']),
      manifest: signersOf(manifest.envelope, root.roles.snapshot),
      ...(sealRevocations === undefined ? {} : { 'seal-revocations': sealRevocations.signers }),
      ...Object.fromEntries([...statusLists].map(([uri, s]) => [uri, [s.signer + rootAt(uri, list)]])),
      ...Object.fromEntries(
        [...snapshot.neighbourSeals].map(([country, s]) => [
          sealsOf(country),
          s.signers.map((kid) => kid + atRoot(list.neighbours.find((n) => n.country === country))),
        ]),
      ),
      ...logSigners(snapshot),
    },
  };
}

/** When each document was issued that may be left out, by the names of `lowerBounds`. */
function issuedOf({ list, sealRevocations, neighbourSeals, statusLists, logs }: Snapshot): Record<string, number> {
  return {
    ...(sealRevocations === undefined ? {} : { 'seal-revocations': sealRevocations.issued }),
    ...Object.fromEntries(
      [...neighbourSeals].map(([country, s]) => [sealsOf(country) + atRoot(neighbourOf(list, country)), s.issued]),
    ),
    ...Object.fromEntries([...statusLists].map(([uri, s]) => [uri + rootAt(uri, list), s.issued])),
    ...logsIssued(logs, list),
  };
}

function neighbourOf(list: TrustList, country: string): Neighbour | undefined {
  return list.neighbours.find((n) => n.country === country);
}

/** As which document the seal revocation list of a neighbour is remembered. */
function sealsOf(country: string): string {
  return `seal-revocations-${country}`;
}

/** Of a neighbour's service together with its root: what a thief called revoked there is void with the root that replaces him (TRUST-229). */
function idAtRoot(service: Service, list: TrustList): string {
  const { origin } = service;
  return service.id + (origin === undefined ? '' : atRoot(list.neighbours.find((n) => n.country === origin)));
}

function rootAt(uri: string, list: TrustList): string {
  return atRoot(list.neighbours.find((n) => hasAddress(n, uri)));
}

function belowFloor(next: Memory, floor: Floor): void {
  const low =
    next.root.sequence < (floor.root ?? 0) ||
    next.list.sequence < (floor.trustList ?? 0) ||
    next.manifest.sequence < (floor.snapshot ?? 0);
  if (low) throw new Refusal('OLDER', 'TRUST-74', 'the snapshot is below the floor of this page');
}

/** @returns what to remember next: a status list whose address is no longer named stays, since the address could come back */
function compare(next: Memory, memory: Memory, snapshot: Snapshot): Memory {
  sameChain(next, memory, snapshot);
  const signers = (document: string) => memory.signers?.[document] ?? [];
  const { list, manifest, sealRevocations: seals } = snapshot;
  const listReplaced = replacedSince('trust-list', signers('trust-list'), memory.root.sequence, snapshot);
  const manifestReplaced = replacedSince('snapshot', signers('manifest'), memory.root.sequence, snapshot);
  refuseNumber('trust list', next.list, memory.list, list.issued, listReplaced);
  refuseNumber('manifest', next.manifest, memory.manifest, manifest.issued, manifestReplaced);
  const bounds = boundsOf(memory.lowerBounds, list, listReplaced);
  if (memory.sealRevocations !== undefined) {
    const since = statusReplacedSince(signers('seal-revocations'), sealKeys(list), undefined, snapshot, listReplaced);
    if (next.sealRevocations !== undefined && seals !== undefined) {
      refuseNumber('seal revocation list', next.sealRevocations, memory.sealRevocations, seals.issued, since);
    } else if (since === undefined) throw older('seal revocation list');
    else bounds.leftOut('seal-revocations', undefined, since);
  }
  const keptSeals: Record<string, Seen> = {};
  for (const [country, before] of Object.entries(memory.neighbourSeals ?? {})) {
    const known = list.neighbours.some((n) => n.country === country);
    const keys = known ? sealKeys(list, country) : [];
    const since = statusReplacedSince(signers(sealsOf(country)), keys, country, snapshot, listReplaced);
    const [now, theirs] = [next.neighbourSeals?.[country], snapshot.neighbourSeals.get(country)];
    if (now !== undefined && theirs !== undefined)
      refuseNumber('seal revocation list', now, before, theirs.issued, since);
    else if (since === undefined && keys.length > 0) throw older('seal revocation list');
    else if (since !== undefined) bounds.leftOut(sealsOf(country), neighbourOf(list, country), since);
    if (since === undefined) keptSeals[country] = before;
  }
  const kept: Record<string, number> = {};
  for (const [uri, issued] of Object.entries(memory.statusLists)) {
    const keys = statusKeys(list, uri);
    const neighbour = list.neighbours.find((n) => hasAddress(n, uri));
    const since = statusReplacedSince(signers(uri), keys, neighbour?.country, snapshot, listReplaced);
    const now = next.statusLists[uri];
    if (now === undefined ? since === undefined && keys.length > 0 : now < (since ?? issued))
      throw older('status list');
    if (now === undefined && since !== undefined) bounds.leftOut(uri, neighbour, since);
    if (since === undefined) kept[uri] = issued;
  }
  const revokedNow = new Set(next.revoked);
  const own = memory.revoked.filter((id) => !id.includes('@'));
  // What was revoked of a neighbour may be left out, and not be shown in another state under the same root (TRUST-229).
  const revived = list.services.some(
    (s) => s.origin !== undefined && s.history[0]?.state !== 'revoked' && memory.revoked.includes(idAtRoot(s, list)),
  );
  if (listReplaced === undefined && (revived || !own.every((id) => revokedNow.has(id)))) {
    throw new Refusal('CONFLICT', 'TRUST-46', 'a revoked key that is not revoked any more');
  }
  const { log, documents: logs } = compareLogs(next.log ?? { kept: {} }, memory, snapshot, bounds);
  const lowerBounds = judgeBounds(bounds, issuedOf(snapshot));
  const documents = [...Object.keys(kept), ...Object.keys(keptSeals).map(sealsOf), ...logs];
  const keptSigners = Object.fromEntries(documents.map((document) => [document, signers(document)]));
  const roots = list.neighbours.map(atRoot);
  const theirs = memory.revoked.filter((id) => roots.some((root) => id.endsWith(root)));
  return {
    ...next,
    log,
    neighbourSeals: { ...keptSeals, ...next.neighbourSeals },
    revoked: [...new Set([...next.revoked, ...(listReplaced === undefined ? theirs : [])])],
    statusLists: { ...kept, ...next.statusLists },
    lowerBounds,
    signers: { ...keptSigners, ...next.signers },
  };
}

function sameChain(next: Memory, memory: Memory, snapshot: Snapshot): void {
  const kept = snapshot.roots.find((r) => r.sequence === memory.root.sequence);
  if (next.root.sequence < memory.root.sequence) throw older('root');
  // A walk from a pin past the remembered root does not contain it either: nothing shows that it is the same chain.
  if (kept?.fingerprint !== memory.root.fingerprint) {
    throw new Refusal('CONFLICT', 'TRUST-72', 'another chain of roots than before');
  }
}
