/**
 * Moments before which a document must not have been issued, although none of that name is remembered (TRUST-287): what was
 * remembered of it became void, and the snapshot that made it so lacked it.
 */
import { Refusal } from './refusal';
import type { Neighbour } from './neighbours';
import { atRoot } from './replaced';
import type { TrustList } from './trust-list';

/** Milliseconds since 1970 by the name of a document, a neighbour's with `@` and the fingerprint of its root after it. */
export type LowerBounds = Readonly<Record<string, number>>;

/** As which documents those of the issued log are remembered. */
export const LOG_DOCUMENT = { treeHead: 'tree-head', keptLog: 'kept-log:' } as const;

const AT_A_ROOT = /@[0-9a-f]{64}$/;

export interface Bounds {
  readonly next: Map<string, number>;
  /** That document is remembered from now on by this moment alone; 0 is none (TRUST-229). */
  leftOut(document: string, origin: Neighbour | undefined, since: number): void;
}

/** @param listReplaced of the trust list: what a thief of its key said of a moment binds no longer than that */
export function boundsOf(kept: LowerBounds | undefined, list: TrustList, listReplaced: number | undefined): Bounds {
  const roots = list.neighbours.map(atRoot);
  const next = new Map<string, number>();
  for (const [name, moment] of Object.entries(kept ?? {})) {
    if (AT_A_ROOT.test(name) && !roots.some((root) => name.endsWith(root))) continue;
    next.set(name, isOfTheLog(name) ? moment : Math.min(moment, listReplaced ?? moment));
  }
  const leftOut: Bounds['leftOut'] = (document, origin, since) => {
    const name = document + atRoot(origin);
    if (since > 0) next.set(name, Math.max(since, next.get(name) ?? since));
  };
  return { next, leftOut };
}

/**
 * @param issued of each document of the snapshot, by the same names
 * @returns those of documents that the snapshot lacks: of the others number or moment counts from now on
 * @throws Refusal OLDER
 */
export function judgeBounds({ next }: Bounds, issued: Readonly<Record<string, number>>): LowerBounds {
  for (const [name, moment] of Object.entries(issued)) {
    if (moment < (next.get(name) ?? moment)) {
      throw new Refusal('OLDER', 'TRUST-287', `a ${name} from before its keys were replaced`);
    }
    next.delete(name);
  }
  return Object.fromEntries(next);
}

/** Its keys are the root's to say, not the trust list's. */
function isOfTheLog(name: string): boolean {
  return name === LOG_DOCUMENT.treeHead || name.startsWith(LOG_DOCUMENT.keptLog);
}
