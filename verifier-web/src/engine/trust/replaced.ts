/**
 * Whether the keys that signed what is remembered were replaced since, so that a thief's numbers do not count any more (TRUST-210,
 * TRUST-211). Only root keys can do that, and for the keys of status lists the trust list.
 */
import type { Jwk } from './jws';
import type { Neighbour } from './neighbours';
import type { Snapshot } from './snapshot';

/**
 * For trust list, manifest, tree head and kept logs.
 * @param signers keys that were counted for what is remembered
 * @param keptRoot number of the newest root that is remembered
 * @returns undefined while it counts; else when the root was issued that first left out one of them
 */
export function replacedSince(
  role: 'trust-list' | 'snapshot' | 'log',
  signers: readonly string[],
  keptRoot: number,
  offered: Snapshot,
): number | undefined {
  const now = offered.root.roles[role];
  const left = signers.filter((kid) => has(now.keys, kid)).length;
  if (left === signers.length || left >= now.threshold) return undefined;
  const after = offered.roots.filter((root) => root.sequence > keptRoot);
  return after.find((root) => !signers.every((kid) => has(root.roles[role].keys, kid)))?.issued;
}

/**
 * For the seal revocation list and status lists.
 * @param keys that may sign it now
 * @param origin the neighbour whose document it is, if it is one's
 * @param listReplaced of the trust list, by `replacedSince`
 * @returns undefined while it counts; else from when on it does not
 */
export function statusReplacedSince(
  remembered: readonly string[],
  keys: readonly Jwk[],
  origin: string | undefined,
  offered: Snapshot,
  listReplaced: number | undefined,
): number | undefined {
  const neighbour = origin === undefined ? undefined : offered.list.neighbours.find((n) => n.country === origin);
  // TRUST-229: it counts for the root under which it was adopted. Who adopted it compared with what came before.
  if (neighbour !== undefined && remembered.length > 0 && !remembered.some((s) => s.endsWith(atRoot(neighbour)))) {
    return 0;
  }
  const signers = remembered.map((s) => s.replace(/@.*/, ''));
  if (signers.length === 0 || signers.some((kid) => has(keys, kid))) return undefined;
  if (listReplaced !== undefined) return listReplaced;
  const revoked = offered.list.services.flatMap((s) => {
    const now = s.history[0];
    return s.kind === 'status' && s.origin === origin && signers.includes(s.key.kid) && now?.state === 'revoked'
      ? [now.since]
      : [];
  });
  // Every one of them: a key that is merely retired signed what still counts.
  return revoked.length === signers.length ? Math.min(...revoked) : undefined;
}

/** What is remembered of a neighbour is remembered with its root. */
export function atRoot(neighbour: Neighbour | undefined): string {
  return neighbour === undefined ? '' : `@${neighbour.rootFingerprint}`;
}

function has(keys: readonly Jwk[], kid: string): boolean {
  return keys.some((key) => key.kid === kid);
}
