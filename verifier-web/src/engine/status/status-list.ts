/** Status lists (50-status part 1): Token Status List as CWT. */
import type { Jwk } from '../trust/jws';

export interface StatusList {
  readonly uri: string;
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly expires: number;
  readonly bits: number;
  readonly packed: Uint8Array;
}

export async function readStatusList(_bytes: Uint8Array, _uri: string, _keys: readonly Jwk[]): Promise<StatusList> {
  return Promise.reject(new Error('not yet'));
}

/** The entry at an index; undefined when the list has no such index. */
export function statusAt(list: StatusList, index: number): number | undefined {
  const perByte = 8 / list.bits;
  const byte = list.packed[Math.floor(index / perByte)];
  return byte === undefined ? undefined : (byte >> ((index % perByte) * list.bits)) & ((1 << list.bits) - 1);
}
