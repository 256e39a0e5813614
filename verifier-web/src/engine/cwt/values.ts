/** Values of a credential's maps, each by its rule (30-residence-credential 4 to 6). */
import { wrongFormat } from '../format-error';
import { isAssigned } from '../registry/unicode';
import { isDay } from '../vds/seal';
import { isMap, type Cbor, type CborKey, type CborMap } from './cbor';

export function map(value: Cbor | undefined, rule: string): CborMap {
  if (!isMap(value)) throw wrongFormat(rule, 'a map is missing');
  return value;
}

export function keysWithin(value: CborMap, keys: readonly CborKey[], rule: string): void {
  for (const key of value.keys()) if (!keys.includes(key)) throw wrongFormat(rule, 'an unknown member');
}

export function keysExactly(value: CborMap, keys: readonly CborKey[], rule: string): void {
  if (value.size !== keys.length || !keys.every((k) => value.has(k)))
    throw wrongFormat(rule, 'other members than the rule says');
}

export function uint(value: Cbor | undefined, most: number, rule: string): number {
  if (typeof value !== 'number' || value < 0 || value > most)
    throw wrongFormat(rule, 'a number is missing or out of range');
  return value;
}

/** An unsigned integer of any size; those that a number cannot hold come back as infinity, which equals no known code. */
export function anyUint(value: Cbor | undefined, rule: string): number {
  if (typeof value === 'bigint' && value > 0n) return Number.POSITIVE_INFINITY;
  return uint(value, Number.MAX_SAFE_INTEGER, rule);
}

export function byteString(value: Cbor | undefined, least: number, most: number, rule: string): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length < least || value.length > most) {
    throw wrongFormat(rule, 'a byte string is missing or of a wrong length');
  }
  return value;
}

/** Categories that change how other text is read, and the controls of writing direction (CRED-31). */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** @param most bytes of UTF-8 (CRED-30) */
export function text(value: Cbor | undefined, most: number): string {
  if (typeof value !== 'string') throw wrongFormat('CRED-30', 'a text is missing');
  const size = new TextEncoder().encode(value).length;
  if (size < 1 || size > most) throw wrongFormat('CRED-30', 'a text is empty or too long');
  if (value.startsWith(' ') || value.endsWith(' ') || FORBIDDEN.test(value) || !isAssigned(value)) {
    throw wrongFormat('CRED-31', 'a text with characters that may not be');
  }
  if (value.normalize('NFC') !== value) throw wrongFormat('CRED-32', 'a text not in normal form');
  return value;
}

export function country(value: Cbor | undefined, rule: string): string {
  if (typeof value !== 'string' || !/^(?:D|[A-Z]{3})$/.test(value))
    throw wrongFormat(rule, 'a country of a wrong form');
  return value;
}

export function documentNumber(value: Cbor | undefined): string {
  const number = text(value, 20);
  if (!/^[A-Z0-9]+$/.test(number)) throw wrongFormat('CRED-55', 'a number of a wrong form');
  return number;
}

/** An unsigned integer YYYYMMDD that is a day, 1900 to 2999; written back as `YYYY-MM-DD`. */
export function date(value: Cbor | undefined, rule: string): string {
  const n = uint(value, 29_991_231, rule);
  const day = { year: Math.floor(n / 10_000), month: Math.floor(n / 100) % 100, day: n % 100 };
  if (n < 19_000_101 || !isDay(day)) throw wrongFormat(rule, 'a date that is no day');
  return `${String(n).slice(0, 4)}-${String(n).slice(4, 6)}-${String(n).slice(6)}`;
}

/** CRED-43, written back as `YYYY-MM-DD` with zeros for what is unknown. */
export function birthDate(value: Cbor | undefined): string {
  const m = typeof value === 'string' ? /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(value) : null;
  if (m === null) throw wrongFormat('CRED-43', 'a birth date of a wrong form');
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const whole = year >= 1850 && year <= 2999;
  const good =
    (year === 0 && month === 0 && day === 0) ||
    (whole && month === 0 && day === 0) ||
    (whole && month >= 1 && month <= 12 && day === 0) ||
    (whole && isDay({ year, month, day }));
  if (!good) throw wrongFormat('CRED-43', 'a birth date that is no date');
  return `${m[1]}-${m[2]}-${m[3]}`;
}
