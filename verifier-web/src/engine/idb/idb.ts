/** ICAO's datastructure for barcodes, decoded to the letter of 21-idb parts 1 and 2: text, header, messages, signature. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal } from '../bytes/arrays';
import { decodeBase32 } from '../bytes/base32';
import { derLength } from '../bytes/der';
import { inflateZlib } from '../bytes/inflate';
import { unsupported, wrongFormat } from '../format-error';
import { readCountry, readDate, type Day, type Feature } from '../vds/seal';

export interface IdbLimits {
  readonly maxIdbBytes: number;
  readonly maxInflateRatio: number;
}

/** What a signed content has beyond its messages. */
export interface IdbSeal {
  readonly hash: string;
  /** The last five bytes of the SHA-1 of the signer's certificate. */
  readonly reference: Uint8Array;
  readonly signedOn: Day;
  readonly certificate?: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Idb {
  readonly country: string;
  readonly messages: readonly Feature[];
  /** Header and message group, as received (IDB-15). */
  readonly signed: Uint8Array;
  readonly seal?: IdbSeal;
}

const HASHES: Readonly<Record<number, string>> = { 1: 'SHA-256', 2: 'SHA-384', 3: 'SHA-512' };
const GROUP = 0x61;
const CERTIFICATE = 0x7e;
const SIGNATURE = 0x7f;

/**
 * @param text begins with `RDB1` or `NDB1`
 * @throws FormatError
 */
export async function readIdb(text: string, limits: IdbLimits): Promise<Idb> {
  const flag = text.charAt(4);
  if (/^[E-Z]$/.test(flag)) throw unsupported('IDB-2', 'a flag of a later version');
  if (!/^[A-D]$/.test(flag)) throw wrongFormat('IDB-2', 'there is no flag');
  let content: Uint8Array = decodeBase32(text.slice(5), 'IDB-3');
  if (flag === 'C' || flag === 'D') {
    const cap = Math.min(limits.maxIdbBytes, content.length * limits.maxInflateRatio);
    content = await inflateZlib(content, cap, 'IDB-4');
  }
  if (content.length > limits.maxIdbBytes) throw wrongFormat('IDB-5', 'the content is too long');
  return readContent(content, flag === 'B' || flag === 'D');
}

function readContent(content: Uint8Array, isSigned: boolean): Idb {
  const reader = new Reader(content);
  const country = readCountry(reader.take(2, 'IDB-5'), 'IDB-6');
  const header = isSigned ? readHeader(reader) : undefined;
  const group = reader.element(GROUP, 'IDB-11');
  const messages = readFeatures(group, 'IDB-12');
  if (messages.length === 0) throw wrongFormat('IDB-11', 'the message group is empty');
  const signed = content.subarray(0, reader.at);
  if (header === undefined) {
    reader.end('IDB-11');
    return { country, messages, signed };
  }
  const certificate = reader.next() === CERTIFICATE ? reader.element(CERTIFICATE, 'IDB-13') : undefined;
  if (certificate !== undefined && !fits(certificate, header.reference)) {
    throw wrongFormat('IDB-13', 'the certificate inside is not the one that is named');
  }
  const signature = reader.element(SIGNATURE, 'IDB-14');
  if (signature.length === 0) throw wrongFormat('IDB-14', 'the signature is empty');
  reader.end('IDB-14');
  const seal = { ...header, signature, ...(certificate === undefined ? {} : { certificate }) };
  return { country, messages, signed, seal };
}

function readHeader(reader: Reader): Pick<IdbSeal, 'hash' | 'reference' | 'signedOn'> {
  const hash = HASHES[reader.take(1, 'IDB-5')[0] as number];
  if (hash === undefined) throw unsupported('IDB-8', 'signed with an unknown algorithm');
  const reference = reader.take(5, 'IDB-5');
  // IDB-10: the number of a date never begins with 00, so that byte can only be the mask of the longer form.
  if (reader.next() === 0) reader.take(1, 'IDB-10');
  const signedOn = readDate(reader.take(3, 'IDB-5'), 'IDB-10');
  return { hash, reference, signedOn };
}

/** Whether a certificate is of the reference (IDB-9). */
export function fits(certificate: Uint8Array, reference: Uint8Array): boolean {
  const known = certificate.length >= 1 && certificate.length <= 16_384;
  return known && equal(sha1(certificate).subarray(-5), reference);
}

/** IDB-16 */
export function idbIdentity({ signed, seal }: Idb): Uint8Array {
  const r = seal === undefined ? new Uint8Array() : seal.signature.subarray(0, Math.floor(seal.signature.length / 2));
  return sha256(concat(signed, r)).subarray(0, 16);
}

/** Tag, DER length, value; none twice (IDB-12, VDS-12). */
export function readFeatures(bytes: Uint8Array, rule: string): Feature[] {
  const reader = new Reader(bytes);
  const features: Feature[] = [];
  for (let tag = reader.next(); tag !== undefined; tag = reader.next()) {
    if (features.some((f) => f.tag === tag)) throw wrongFormat(rule, 'a tag comes twice');
    features.push({ tag, value: reader.element(tag, rule) });
  }
  return features;
}

class Reader {
  at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  next(): number | undefined {
    return this.bytes[this.at];
  }

  take(count: number, rule: string): Uint8Array {
    if (this.at + count > this.bytes.length) throw wrongFormat(rule, 'the content ends early');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  element(tag: number, rule: string): Uint8Array {
    if (this.next() !== tag) throw wrongFormat(rule, `no element ${tag.toString(16)} where one must be`);
    const { length, next } = derLength(this.bytes, this.at + 1, rule);
    if (next - this.at - 1 > 3) throw wrongFormat(rule, 'a length of more than two bytes');
    this.at = next;
    return this.take(length, 'IDB-5');
  }

  end(rule: string): void {
    if (this.at !== this.bytes.length) throw wrongFormat(rule, 'something follows');
  }
}
