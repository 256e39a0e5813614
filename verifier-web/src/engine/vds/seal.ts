/**
 * A visible digital seal, decoded to the letter of 20-vds (Doc 9303-13): header, features, signature. What its features mean is the
 * profile's business (profile.ts).
 */
import { concat } from '../bytes/arrays';
import { decodeC40 } from '../bytes/c40';
import { derLength } from '../bytes/der';
import { notAPermit, unsupported, wrongFormat } from '../format-error';
import { digest } from '../signing/signature';

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Feature {
  readonly tag: number;
  readonly value: Uint8Array;
}

export interface Seal {
  readonly bytes: Uint8Array;
  readonly version: 3 | 4;
  /** Letters of the machine readable zone without fillers: `D`, `UTO`. */
  readonly country: string;
  /** Country of the signer (C), and its identifier (CN). */
  readonly signerCountry: string;
  readonly signerName: string;
  /** Certificate reference: upper-case hex digits. */
  readonly reference: string;
  readonly issued: Day;
  readonly signedOn: Day;
  /** Four upper-case hex digits: feature reference, then category. */
  readonly documentType: string;
  readonly features: readonly Feature[];
  /** Magic to the byte before the signature zone, as received (VDS-14). */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * @param maxBytes `maxSealBytes` of limits.json
 * @throws FormatError
 */
export function readSeal(bytes: Uint8Array, maxBytes: number): Seal {
  if (bytes[0] !== 0xdc) throw notAPermit('VDS-1', 'the code is not a seal');
  if (bytes.length > maxBytes) throw wrongFormat('VDS-2', 'the seal is too long');
  const reader = new Reader(bytes);
  reader.take(1);
  const versionByte = reader.byte();
  if (versionByte !== 2 && versionByte !== 3) throw unsupported('VDS-3', 'the seal is of an unknown version');
  const version = versionByte === 2 ? 3 : 4;
  const country = readCountry(reader.take(2));
  const signer = version === 3 ? fixedReference(reader) : variableReference(reader);
  const issued = readDate(reader.take(3));
  const signedOn = readDate(reader.take(3));
  const documentType = [reader.byte(), reader.byte()]
    .map((b) => b.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
  const features: Feature[] = [];
  for (;;) {
    const start = reader.at;
    const tag = reader.byte();
    if (tag === 0xff) {
      const signature = reader.take(reader.derLength('VDS-13'));
      if (signature.length === 0) throw wrongFormat('VDS-13', 'the signature is empty');
      if (reader.at !== bytes.length) throw wrongFormat('VDS-13', 'something follows the signature');
      const signed = bytes.subarray(0, start);
      return { bytes, version, country, ...signer, issued, signedOn, documentType, features, signed, signature };
    }
    if (features.some((f) => f.tag === tag)) throw wrongFormat('VDS-12', 'a feature comes twice');
    features.push({ tag, value: reader.take(version === 3 ? reader.rawLength() : reader.derLength('VDS-11')) });
  }
}

/** One to three letters, filled to three (VDS-4). */
export function readCountry(bytes: Uint8Array, rule = 'VDS-4'): string {
  const m = /^([A-Z]{1,3}) *$/.exec(decodeC40(bytes, rule));
  // Three letters always fill both bytes; a shorter C40 form of the same code is refused.
  if (m === null || bytes[0] === 0xfe || decodeC40(bytes, rule).length !== 3) {
    throw wrongFormat(rule, 'the issuing country is malformed');
  }
  return m[1] as string;
}

interface SignerReference {
  readonly signerCountry: string;
  readonly signerName: string;
  readonly reference: string;
}

function fixedReference(reader: Reader): SignerReference {
  const m = /^([A-Z]{2})([0-9A-Z]{2})([0-9A-F]{5})$/.exec(decodeC40(reader.take(6), 'VDS-5'));
  if (m === null) throw wrongFormat('VDS-5', 'the signer reference is malformed');
  return { signerCountry: m[1] as string, signerName: m[2] as string, reference: m[3] as string };
}

function variableReference(reader: Reader): SignerReference {
  const start = decodeC40(reader.take(4), 'VDS-6');
  const m = /^([A-Z]{2})([0-9A-Z]{2})([0-9A-F]{2})$/.exec(start);
  if (m === null) throw wrongFormat('VDS-6', 'the signer reference is malformed');
  const length = parseInt(m[3] as string, 16);
  if (length < 1 || length > 40) throw wrongFormat('VDS-6', 'the reference has an impossible length');
  const reference = decodeC40(reader.take(2 * Math.ceil(length / 3)), 'VDS-6');
  if (reference.length !== length || !/^[1-9A-F][0-9A-F]*$/.test(reference)) {
    throw wrongFormat('VDS-6', 'the signer reference is malformed');
  }
  return { signerCountry: m[1] as string, signerName: m[2] as string, reference };
}

/** MMDDYYYY as a number in three bytes (VDS-7). */
export function readDate(bytes: Uint8Array, rule = 'VDS-7'): Day {
  const n = ((bytes[0] as number) << 16) | ((bytes[1] as number) << 8) | (bytes[2] as number);
  const date = { month: Math.floor(n / 1_000_000), day: Math.floor(n / 10_000) % 100, year: n % 10_000 };
  if (date.year < 1900 || date.year > 2999 || !isDay(date)) throw wrongFormat(rule, 'a date that is no day');
  return date;
}

/** Whether this is a day of the Gregorian calendar. */
export function isDay({ year, month, day }: Day): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `2025-05-14` */
export function dayText(day: Day): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`;
}

/** VDS-17: the seal's identity, the same under (r, n-s). */
export async function sealIdentity(seal: Seal): Promise<Uint8Array> {
  const r = seal.signature.subarray(0, Math.floor(seal.signature.length / 2));
  return (await digest('SHA-256', concat(seal.signed, r))).subarray(0, 16);
}

class Reader {
  at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw wrongFormat('VDS-2', 'the seal ends early');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  byte(): number {
    return this.take(1)[0] as number;
  }

  rawLength(): number {
    const length = this.byte();
    if (length === 0xff) throw wrongFormat('VDS-10', 'a length that version 3 does not have');
    return length;
  }

  derLength(rule: string): number {
    const { length, next } = derLength(this.bytes, this.at, rule);
    if (next - this.at > 3) throw wrongFormat(rule, 'a length of more than two bytes');
    this.at = next;
    return length;
  }
}
