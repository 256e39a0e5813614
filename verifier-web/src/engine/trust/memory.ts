/** What a reader remembers so that nothing older is ever taken again, and the judgement by it (TRUST-70 to TRUST-75). */
import { signersOf } from './jws';
import { compareLogs, logMemoryOf, logSigners, type LogMemory } from './log-memory';
import { older, refuseNumber, seen, type Seen } from './numbers';
import { replacedSince, statusReplacedSince } from './replaced';
import { sealKeys, statusKeys, type Snapshot } from './snapshot';
import { Refusal } from './refusal';

/** Plain data, as it is stored. */
export interface Memory {
  readonly root: { readonly sequence: number; readonly fingerprint: string };
  readonly list: Seen;
  readonly manifest: Seen;
  readonly sealRevocations?: Seen;
  /** Newest `iat` by status URI, milliseconds since 1970. */
  readonly statusLists: Readonly<Record<string, number>>;
  /** Certificates and keys that a list called revoked: SHA-256 or thumbprint. */
  readonly revoked: readonly string[];
  /** Missing in what an earlier version of this page stored. */
  readonly log?: LogMemory;
  /**
   * Thumbprints of the keys that were counted for a document, by `trust-list`, `manifest`, `seal-revocations`, status URI or
   * a name of log-memory.ts (TRUST-210); missing in what an earlier version of this page stored.
   */
  readonly signers?: Readonly<Record<string, readonly string[]>>;
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
  return {
    root: { sequence: root.sequence, fingerprint: root.fingerprint },
    list: await seen(list),
    manifest: await seen(manifest),
    ...(sealRevocations === undefined ? {} : { sealRevocations: await seen(sealRevocations) }),
    statusLists: Object.fromEntries([...statusLists].map(([uri, s]) => [uri, s.issued])),
    revoked: list.services.filter((s) => s.history[0]?.state === 'revoked').map((s) => s.id),
    log: await logMemoryOf(snapshot),
    signers: {
      'trust-list': signersOf(list.envelope, root.roles['trust-list']),
      manifest: signersOf(manifest.envelope, root.roles.snapshot),
      ...(sealRevocations === undefined ? {} : { 'seal-revocations': sealRevocations.signers }),
      ...Object.fromEntries([...statusLists].map(([uri, s]) => [uri, [s.signer]])),
      ...logSigners(snapshot),
    },
  };
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
  if (memory.sealRevocations !== undefined) {
    const since = statusReplacedSince(signers('seal-revocations'), sealKeys(list), snapshot, listReplaced);
    if (next.sealRevocations !== undefined && seals !== undefined) {
      refuseNumber('seal revocation list', next.sealRevocations, memory.sealRevocations, seals.issued, since);
    } else if (since === undefined) throw older('seal revocation list');
  }
  const kept: Record<string, number> = {};
  for (const [uri, issued] of Object.entries(memory.statusLists)) {
    const keys = statusKeys(list, uri);
    const since = statusReplacedSince(signers(uri), keys, snapshot, listReplaced);
    const now = next.statusLists[uri];
    if (now === undefined ? since === undefined && keys.length > 0 : now < (since ?? issued))
      throw older('status list');
    if (since === undefined) kept[uri] = issued;
  }
  const revokedNow = new Set(next.revoked);
  if (listReplaced === undefined && !memory.revoked.every((id) => revokedNow.has(id))) {
    throw new Refusal('CONFLICT', 'TRUST-46', 'a revoked key that is not revoked any more');
  }
  const { log, documents } = compareLogs(next.log ?? { kept: {} }, memory, snapshot);
  const keptSigners = Object.fromEntries([...Object.keys(kept), ...documents].map((d) => [d, signers(d)]));
  return {
    ...next,
    log,
    statusLists: { ...kept, ...next.statusLists },
    signers: { ...keptSigners, ...next.signers },
  };
}

function sameChain(next: Memory, memory: Memory, snapshot: Snapshot): void {
  const kept = snapshot.roots.find((r) => r.sequence === memory.root.sequence);
  if (next.root.sequence < memory.root.sequence) throw older('root');
  // A pin may have moved past the remembered root; then the walk does not contain it and proves nothing against it.
  if (
    kept === undefined
      ? (snapshot.roots[0]?.sequence ?? 0) <= memory.root.sequence
      : kept.fingerprint !== memory.root.fingerprint
  ) {
    throw new Refusal('CONFLICT', 'TRUST-72', 'another chain of roots than before');
  }
}
