/** What a reader remembers of the issued log, so that no older or wider one comes back (TRUST-190). */
import type { KeptLog } from './issued-log';
import { signersOf } from './jws';
import { LOG_DOCUMENT, type Bounds } from './lower-bounds';
import type { Memory } from './memory';
import { refuseNumber, seen, type Seen } from './numbers';
import { Refusal } from './refusal';
import { replacedSince } from './replaced';
import type { Snapshot } from './snapshot';

/** Plain data, as it is stored. */
export interface LogMemory {
  readonly treeHead?: Seen & { readonly size: number; readonly rootHash: string };
  /** By the SHA-256 of the signer's certificate; `before` in milliseconds since 1970. */
  readonly kept: Readonly<Record<string, Seen & { readonly before: number; readonly count: number }>>;
}

const TREE_HEAD = LOG_DOCUMENT.treeHead;
const keptLog = (signer: string) => LOG_DOCUMENT.keptLog + signer;
const IDENTITY = 16;

/** A neighbour's own reader remembers what is kept there (TRUST-228). */
function ownLogs({ logs, list }: Pick<Snapshot, 'logs' | 'list'>): [string, KeptLog][] {
  return [...logs.kept].filter(([, log]) => log.country === list.country);
}

export async function logMemoryOf(snapshot: Snapshot): Promise<LogMemory> {
  const kept: Record<string, Seen & { before: number; count: number }> = {};
  for (const [signer, log] of ownLogs(snapshot))
    kept[signer] = { ...(await seen(log)), before: log.before, count: count(log) };
  const { treeHead } = snapshot.logs;
  if (treeHead === undefined) return { kept };
  return { treeHead: { ...(await seen(treeHead)), size: treeHead.treeSize, rootHash: treeHead.rootHash }, kept };
}

/** By the same names as their signers. */
export function logsIssued(logs: Snapshot['logs'], list: Snapshot['list']): Record<string, number> {
  return {
    ...(logs.treeHead === undefined ? {} : { [TREE_HEAD]: logs.treeHead.issued }),
    ...Object.fromEntries(ownLogs({ logs, list }).map(([signer, log]) => [keptLog(signer), log.issued])),
  };
}

function count(log: KeptLog): number {
  return log.identities.length / IDENTITY;
}

/** Keys that were counted, by the names under which a memory has them (TRUST-210). */
export function logSigners(snapshot: Snapshot): Record<string, readonly string[]> {
  const { logs, root } = snapshot;
  const { log } = root.roles;
  return {
    ...(logs.treeHead === undefined ? {} : { [TREE_HEAD]: signersOf(logs.treeHead.envelope, log) }),
    ...Object.fromEntries(ownLogs(snapshot).map(([signer, d]) => [keptLog(signer), signersOf(d.envelope, log)])),
  };
}

/**
 * @returns what to remember next, and the documents whose signers stay remembered
 * @throws Refusal OLDER or CONFLICT
 */
export function compareLogs(
  next: LogMemory,
  memory: Memory,
  snapshot: Snapshot,
  bounds: Bounds,
): { readonly log: LogMemory; readonly documents: readonly string[] } {
  const before = memory.log ?? { kept: {} };
  const since = (document: string) =>
    replacedSince('log', memory.signers?.[document] ?? [], memory.root.sequence, snapshot);
  const treeSince = since(TREE_HEAD);
  compareTree(before.treeHead, next.treeHead, snapshot, treeSince);
  if (before.treeHead !== undefined && next.treeHead === undefined && treeSince !== undefined)
    bounds.leftOut(TREE_HEAD, undefined, treeSince);
  const stays: Record<string, LogMemory['kept'][string]> = {};
  for (const [signer, kept] of Object.entries(before.kept)) {
    const replaced = since(keptLog(signer));
    compareKept(kept, signer, next, snapshot, replaced);
    if (replaced === undefined) stays[signer] = kept;
    else if (next.kept[signer] === undefined) bounds.leftOut(keptLog(signer), undefined, replaced);
  }
  return { log: { ...next, kept: { ...stays, ...next.kept } }, documents: Object.keys(stays).map(keptLog) };
}

function compareTree(
  before: LogMemory['treeHead'],
  now: LogMemory['treeHead'],
  { logs }: Snapshot,
  replaced: number | undefined,
): void {
  if (before === undefined) return;
  if (now === undefined || logs.treeHead === undefined) {
    if (replaced === undefined) throw missing('a head of the issued log');
    return;
  }
  refuseNumber('head of the issued log', now, before, logs.treeHead.issued, replaced);
  const another = now.size < before.size || (now.size === before.size && now.rootHash !== before.rootHash);
  if (replaced === undefined && another)
    throw new Refusal('CONFLICT', 'TRUST-190', 'an issued log that does not begin with the one at hand');
}

function compareKept(
  before: LogMemory['kept'][string],
  signer: string,
  next: LogMemory,
  { logs, list }: Snapshot,
  replaced: number | undefined,
): void {
  const [now, log] = [next.kept[signer], logs.kept.get(signer)];
  if (now === undefined || log === undefined) {
    const revoked = list.services.some((s) => s.id === signer && s.history[0]?.state === 'revoked');
    if (replaced === undefined && revoked) throw missing('the log kept for a revoked signer');
    return;
  }
  refuseNumber('log kept for a revoked signer', now, before, log.issued, replaced);
  if (replaced === undefined && (now.before > before.before || now.count > before.count))
    throw new Refusal('CONFLICT', 'TRUST-190', 'a log of a revoked signer that holds more than the one at hand');
}

function missing(what: string): Refusal {
  return new Refusal('OLDER', 'TRUST-190', `the snapshot lacks ${what}`);
}
