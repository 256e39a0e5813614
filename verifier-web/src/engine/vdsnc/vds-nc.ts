/** A VDS-NC, decoded to the letter of 22-vds-nc parts 1 to 3: the envelope, and the bytes that are signed. */
import { sha256 } from '@noble/hashes/sha2.js';
import { ascii, concat } from '../bytes/arrays';
import { fromBase64Url } from '../bytes/base64';
import { unsupported, wrongFormat } from '../format-error';
import { ncType, type NcType } from '../registry/vds-nc-types';
import { algorithmOfJose, type Algorithm } from '../signing/algorithms';
import { canonical, hasOtherNumber, isObject, readJson, type Json, type JsonObject } from './json';

export interface VdsNc {
  readonly type: string;
  readonly version: number;
  readonly country: string;
  /** Undefined for a type that is not listed. */
  readonly known?: NcType;
  readonly message: JsonObject;
  readonly algorithm: Algorithm;
  /** In DER as received; proves nothing by being there (NC-9). */
  readonly certificate: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const ALGORITHMS = ['ES256', 'ES384', 'ES512'];

/** @throws FormatError, in the order of NC-40 as far as country and version of a listed type */
export function readVdsNc(bytes: Uint8Array, maxDepth: number): VdsNc {
  const whole = members(readJson(bytes, maxDepth), ['data', 'sig']);
  const data = members(whole.get('data'), ['hdr', 'msg']);
  const header = members(data.get('hdr'), ['t', 'v', 'is']);
  const message = data.get('msg');
  if (!isObject(message)) throw wrongFormat('NC-5', 'msg is no object');
  const [type, version, country] = [header.get('t'), header.get('v'), header.get('is')];
  const typed = typeof type === 'string' && type.length <= 64 && /^[a-z0-9-]+(\.[a-z0-9-]+){1,7}$/.test(type);
  const numbered = typeof version === 'number' && version >= 1 && version <= 999;
  const issued = typeof country === 'string' && /^(?:D|[A-Z]{3})$/.test(country);
  if (!typed || !numbered || !issued) throw wrongFormat('NC-6', 'type, version or country of a wrong form');
  const seal = members(whole.get('sig'), ['alg', 'cer', 'sigvl']);
  const name = seal.get('alg');
  if (typeof name !== 'string') throw wrongFormat('NC-7', 'the algorithm is no text');
  const [certificate, signature] = [base64(seal.get('cer')), base64(seal.get('sigvl'))];
  const algorithm = ALGORITHMS.includes(name) ? algorithmOfJose(name) : undefined;
  if (algorithm === undefined) throw unsupported('NC-7', 'signed with an unknown algorithm');
  const known = ncType(type);
  if (known?.versions.includes(version) === false) throw unsupported('NC-16', 'this type has no such version');
  if (hasOtherNumber(message)) throw unsupported('NC-4', 'a number that is no integer of ordinary size');
  if (known?.country !== undefined && known.country !== country) {
    throw wrongFormat('NC-16', 'a national type of another country');
  }
  const signed = ascii(canonical(data));
  const envelope = { type, version, country, message, algorithm, certificate, signed, signature };
  return known === undefined ? envelope : { ...envelope, known };
}

/** NC-5: exactly these. */
function members(value: Json | undefined, names: readonly string[]): JsonObject {
  if (!isObject(value) || value.size !== names.length || !names.every((n) => value.has(n))) {
    throw wrongFormat('NC-5', `not exactly the members ${names.join(', ')}`);
  }
  return value;
}

/** NC-8: with all of its padding, or without any. */
function base64(value: Json | undefined): Uint8Array {
  if (typeof value !== 'string') throw wrongFormat('NC-8', 'certificate or signature is no text');
  const bare = value.length % 4 === 0 ? value.replace(/={1,2}$/, '') : value;
  const bytes = fromBase64Url(bare);
  if (bytes === undefined || bytes.length < 1 || bytes.length > 2048) {
    throw wrongFormat('NC-8', 'certificate or signature is malformed');
  }
  return bytes;
}

/** NC-12 */
export function ncIdentity({ signed, signature }: VdsNc): Uint8Array {
  return sha256(concat(signed, signature.subarray(0, Math.floor(signature.length / 2)))).subarray(0, 16);
}
