/** When a page that is online fetches again (STATUS-61). What it decides is no part of any verdict. */
import type { StatusList } from '../engine/status/status-list';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where no list says it. */
const UNSAID = 15 * MINUTE;

/** Milliseconds until then: the shortest `ttl` of the lists at hand, a minute at least and a day at most. */
export function fetchAfter(lists: Iterable<Pick<StatusList, 'ttl'>>): number {
  const said = [...lists].flatMap(({ ttl }) => (ttl === undefined ? [] : [ttl]));
  return said.length === 0 ? UNSAID : Math.min(DAY, Math.max(MINUTE, Math.min(...said)));
}
