/** When a page that is online fetches again (STATUS-61). What it decides is no part of any verdict. */
import type { StatusList } from '../engine/status/status-list';
import { hasAddress } from '../engine/trust/neighbours';
import type { Snapshot } from '../engine/trust/snapshot';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where no list says it. */
const UNSAID = 15 * MINUTE;

/** Milliseconds until then: the shortest `ttl` of the lists at hand, a minute at least and a day at most. */
export function fetchAfter(lists: Iterable<Pick<StatusList, 'ttl'>>): number {
  const said = [...lists].flatMap(({ ttl }) => (ttl === undefined ? [] : [ttl]));
  return said.length === 0 ? UNSAID : Math.min(DAY, Math.max(MINUTE, Math.min(...said)));
}

/** The status lists whose `ttl` counts: the country's own. What a neighbour says of its lists hurries nobody here. */
export function ownStatusLists(snapshot: Pick<Snapshot, 'list' | 'statusLists'> | undefined): StatusList[] {
  const neighbours = snapshot?.list.neighbours ?? [];
  return [...(snapshot?.statusLists ?? [])]
    .filter(([uri]) => !neighbours.some((neighbour) => hasAddress(neighbour, uri)))
    .map(([, list]) => list);
}
