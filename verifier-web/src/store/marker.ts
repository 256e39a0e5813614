/**
 * A mark in the browser's other store (localStorage) of how far the lists were that are kept in the first (IndexedDB): if those are gone and it is not, the
 * browser erased them, a person is told, and nothing older is taken than what the mark names. A browser that erased both knows neither; then the floor
 * of the deployment is all there is (TRUST-74).
 */
import type { Floor, Memory } from '../engine/trust/memory';
import type { Snapshot } from '../engine/trust/snapshot';

const NAME = 'stayseal-verifier-kept';

export interface Marker {
  readonly pinned: string;
  readonly root: number;
  readonly trustList: number;
  readonly snapshot: number;
}

/** Undefined where there is none for this pin, or one that nobody wrote here. */
export function readMarker(pinned: string): Marker | undefined {
  try {
    const marker = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Marker | null;
    const numbers = [marker?.root, marker?.trustList, marker?.snapshot];
    const whole = numbers.every((n) => Number.isSafeInteger(n) && (n as number) >= 0);
    return marker?.pinned === pinned && whole ? marker : undefined;
  } catch {
    return undefined;
  }
}

export function writeMarker(pinned: string, { root, list, manifest }: Memory): void {
  const marker: Marker = {
    pinned,
    root: root.sequence,
    trustList: list.sequence,
    snapshot: manifest.sequence,
  };
  try {
    localStorage.setItem(NAME, JSON.stringify(marker));
  } catch {
    // Without a second store nothing can be told of the first.
  }
}

/** The deployment's floor, or the mark where that is higher. Under a newer root numbers may have begun anew (TRUST-72): then only the root counts. */
export function floorOf(floor: Floor, marker: Marker | undefined, snapshot: Pick<Snapshot, 'root'>): Floor {
  if (marker === undefined) return floor;
  const root = Math.max(floor.root ?? 0, marker.root);
  if (snapshot.root.sequence !== marker.root) return { ...floor, root };
  return {
    root,
    trustList: Math.max(floor.trustList ?? 0, marker.trustList),
    snapshot: Math.max(floor.snapshot ?? 0, marker.snapshot),
  };
}
