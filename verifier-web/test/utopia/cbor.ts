/** Deterministic CBOR writing, for fixtures. */
import { compare, concat } from '../../src/engine/bytes/arrays';

export type Writable =
  number | string | boolean | Uint8Array | readonly Writable[] | ReadonlyMap<number | string, Writable>;

export function cbor(value: Writable): Uint8Array {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'boolean') return new Uint8Array([value ? 0xf5 : 0xf4]);
  if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    return concat(head(3, text.length), text);
  }
  if (value instanceof Uint8Array) return concat(head(2, value.length), value);
  if (value instanceof Map) {
    const pairs = [...(value as ReadonlyMap<number | string, Writable>)].map(([k, v]) => [cbor(k), cbor(v)] as const);
    pairs.sort(([a], [b]) => compare(a, b));
    return concat(head(5, pairs.length), ...pairs.flat());
  }
  const list = value as readonly Writable[];
  return concat(head(4, list.length), ...list.map(cbor));
}

export function tagged(tag: number, content: Uint8Array): Uint8Array {
  return concat(head(6, tag), content);
}

function head(major: number, n: number): Uint8Array {
  const m = major << 5;
  if (n < 24) return new Uint8Array([m | n]);
  if (n < 0x100) return new Uint8Array([m | 24, n]);
  if (n < 0x10000) return new Uint8Array([m | 25, n >> 8, n & 255]);
  if (n < 2 ** 32) return new Uint8Array([m | 26, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]);
  const wide = new Uint8Array(9);
  wide[0] = m | 27;
  new DataView(wide.buffer).setBigUint64(1, BigInt(n));
  return wide;
}
