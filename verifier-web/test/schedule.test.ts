/** When the page fetches again (STATUS-61). */
import { describe, expect, test } from 'vitest';
import type { StatusList } from '../src/engine/status/status-list';
import type { Snapshot } from '../src/engine/trust/snapshot';
import { fetchAfter, ownStatusLists } from '../src/store/schedule';

const MINUTE = 60_000;

describe('a page that is online', () => {
  test('waits for as long as the list that is soonest says', () => {
    expect(fetchAfter([{ ttl: 30 * MINUTE }, { ttl: 10 * MINUTE }, {}])).toBe(10 * MINUTE);
  });

  test('is hurried by no neighbour', () => {
    const own = { ttl: 10 * MINUTE } as StatusList;
    const snapshot = {
      list: { neighbours: [{ prefixes: ['https://residence.atlantis.example/status/'] }] },
      statusLists: new Map([
        ['https://residence.atlantis.example/status/0', { ttl: MINUTE } as StatusList],
        ['https://permits.utopia.example/status/0', own],
      ]),
    } as unknown as Snapshot;
    expect(ownStatusLists(snapshot)).toEqual([own]);
    expect(ownStatusLists(undefined)).toEqual([]);
  });

  test('waits a quarter of an hour where no list says it', () => {
    expect(fetchAfter([])).toBe(15 * MINUTE);
    expect(fetchAfter([{}])).toBe(15 * MINUTE);
  });

  test('neither asks without end nor stays away for ever', () => {
    expect(fetchAfter([{ ttl: 1000 }])).toBe(MINUTE);
    expect(fetchAfter([{ ttl: 0xffff_ffff * 1000 }])).toBe(24 * 60 * MINUTE);
  });
});
