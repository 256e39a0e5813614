/**
 * Deterministic CBOR (RFC 8949 4.2), read strictly: shortest lengths, definite only, map keys in byte order and once each,
 * well-formed text, no floating point, nothing after the end. What is not deterministic is refused rather than normalised,
 * so that one credential has one form.
 */
import { compare, utf8 } from '../bytes/arrays';
import { wrongFormat } from '../format-error';

export type CborKey = number | bigint | string;
export type CborMap = ReadonlyMap<CborKey, Cbor>;
export interface CborTag {
  readonly tag: number;
  readonly value: Cbor;
}
/** Integers outside of JavaScript's safe range are bigint, all others number. */
export type Cbor = number | bigint | string | Uint8Array | boolean | null | readonly Cbor[] | CborMap | CborTag;

export interface CborLimits {
  readonly depth: number;
  readonly items: number;
  readonly rule: string;
  /** Map keys may stand in any order, at most 64 in a map (STATUS-10); none twice all the same. */
  readonly anyOrder?: boolean;
}

/**
 * Exactly one item.
 * @param bytes already bounded in length by the caller
 * @throws FormatError WRONG_FORMAT for whatever is not deterministic CBOR within the limits
 */
export function readCbor(bytes: Uint8Array, limits: CborLimits): Cbor {
  const reader = new Reader(bytes, limits);
  const value = reader.item(0);
  if (reader.at !== bytes.length) throw wrongFormat(limits.rule, 'bytes after the end of the CBOR item');
  return value;
}

export function isMap(value: Cbor | undefined): value is CborMap {
  return value instanceof Map;
}

export function isTag(value: Cbor | undefined): value is CborTag {
  return typeof value === 'object' && value !== null && 'tag' in value;
}

class Reader {
  at = 0;
  private items = 0;
  private readonly bytes: Uint8Array;
  private readonly limits: CborLimits;

  constructor(bytes: Uint8Array, limits: CborLimits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  item(depth: number): Cbor {
    if (depth > this.limits.depth) throw this.fault('CBOR nested too deeply');
    if (++this.items > this.limits.items) throw this.fault('too many CBOR items');
    const initial = this.byte();
    const major = initial >> 5;
    if (major === 7) return this.simple(initial & 0x1f);
    const argument = this.argument(initial & 0x1f);
    switch (major) {
      case 0:
        return argument;
      case 1:
        return typeof argument === 'number' && argument < Number.MAX_SAFE_INTEGER
          ? -1 - argument
          : -1n - BigInt(argument);
      case 2:
        return this.take(this.count(argument));
      case 3:
        return this.text(this.count(argument));
      case 4:
        return this.array(this.count(argument), depth);
      case 5:
        return this.map(this.count(argument), depth);
      default:
        if (depth > 0) throw this.fault('a tag inside (CRED-10)');
        return { tag: this.count(argument), value: this.item(depth + 1) };
    }
  }

  private array(count: number, depth: number): Cbor[] {
    const values: Cbor[] = [];
    for (let i = 0; i < count; i++) values.push(this.item(depth + 1));
    return values;
  }

  private map(count: number, depth: number): CborMap {
    const map = new Map<CborKey, Cbor>();
    let before: Uint8Array | undefined;
    if (this.limits.anyOrder === true && count > 64) throw this.fault('CBOR map with too many members');
    for (let i = 0; i < count; i++) {
      const start = this.at;
      const key = this.item(depth + 1);
      const bytes = this.bytes.subarray(start, this.at);
      if (typeof key !== 'number' && typeof key !== 'string' && typeof key !== 'bigint') {
        throw this.fault('CBOR map key that is neither number nor text');
      }
      if (map.has(key)) throw this.fault('CBOR map with a duplicate key');
      if (before !== undefined && this.limits.anyOrder !== true && compare(before, bytes) > 0) {
        throw this.fault('CBOR map keys not in order');
      }
      map.set(key, this.item(depth + 1));
      before = bytes;
    }
    return map;
  }

  private text(count: number): string {
    const text = utf8(this.take(count));
    if (text === undefined) throw this.fault('CBOR text that is not UTF-8');
    return text;
  }

  private simple(info: number): boolean | null {
    if (info === 20) return false;
    if (info === 21) return true;
    if (info === 22) return null;
    throw this.fault('CBOR floating point or simple value');
  }

  private argument(info: number): number | bigint {
    if (info < 24) return info;
    if (info > 27) throw this.fault(info === 31 ? 'CBOR of indefinite length' : 'reserved CBOR length');
    const size = 1 << (info - 24);
    let n = 0n;
    for (const b of this.take(size)) n = (n << 8n) | BigInt(b);
    const least = size === 1 ? 24n : 1n << BigInt(4 * size);
    if (n < least) throw this.fault('CBOR number longer than needed');
    return n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : n;
  }

  /** A length, which can never exceed what is left: so nothing is allocated on a promise. */
  private count(argument: number | bigint): number {
    if (typeof argument === 'bigint' || argument > 2 ** 31) throw this.fault('CBOR length beyond the end');
    return argument;
  }

  private take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw this.fault('CBOR ends early');
    const part = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return part;
  }

  private byte(): number {
    const [b] = this.take(1);
    return b as number;
  }

  private fault(message: string) {
    return wrongFormat(this.limits.rule, message);
  }
}
