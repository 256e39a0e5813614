/** Binds a credential of Utopia to a device (CRED-34). */
import type { Writable } from './cbor';

/** @param point x and y, 32 bytes each */
export function boundTo(point: Uint8Array): (claims: Map<number, Writable>) => void {
  const key = new Map<number, Writable>([[1, 2], [-1, 1], [-2, point.slice(0, 32)], [-3, point.slice(32)]]); // prettier-ignore
  return (claims) => claims.set(8, new Map<number, Writable>([[1, key]]));
}
