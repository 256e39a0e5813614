/**
 * The envelope of a residence credential and of a continuation: text, compression, COSE_Sign1 and its header (30-residence-credential 1 to 3), in the order
 * that CRED-70 fixes between "wrong format" and "unsupported".
 */
import { concat } from '../bytes/arrays';
import { decodeBase45 } from '../bytes/base45';
import { inflateZlib } from '../bytes/inflate';
import { unsupported, wrongFormat } from '../format-error';
import { algorithmOfCredential, type Algorithm } from '../signing/algorithms';
import { isMap, isTag, readCbor, type Cbor, type CborLimits, type CborMap } from './cbor';

export const PREFIX = 'RP1:';
const TYPE = 'application/residence-permit+cwt';

/** What the text begins with, and the typ inside, with the rules that break where they are others. */
export interface Kind {
  readonly prefix: string;
  readonly prefixRule: string;
  readonly type: string;
  readonly typeRule: string;
  /** Of the protected header. */
  readonly keys: readonly number[];
}

export const CREDENTIAL: Kind = {
  prefix: PREFIX,
  prefixRule: 'CRED-1',
  type: TYPE,
  typeRule: 'CRED-17',
  keys: [1, 4, 16],
};

export interface CredentialLimits {
  readonly maxCodeBytes: number;
  readonly maxCredentialBytes: number;
  readonly maxInflateRatio: number;
  readonly maxCborDepth: number;
}

/** A message as received, and who is to have signed it how. */
export interface Signed {
  /** After inflating. */
  readonly bytes: Uint8Array;
  readonly algorithm: Algorithm;
  readonly payload: Uint8Array;
  /** What is signed (CRED-20). */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** One whose header names the key. */
export interface Envelope extends Signed {
  readonly kid: Uint8Array;
}

/**
 * @param text begins with the prefix of the kind
 * @throws FormatError
 */
export async function readCode(text: string, limits: CredentialLimits, kind = CREDENTIAL): Promise<Envelope> {
  if (text.length > limits.maxCodeBytes) throw wrongFormat('CRED-2', 'the code is too long');
  if (!text.startsWith(kind.prefix)) throw wrongFormat(kind.prefixRule, 'the code begins as another kind');
  const zlib = decodeBase45(text.slice(kind.prefix.length), 'CRED-3');
  const cap = Math.min(limits.maxCredentialBytes, zlib.length * limits.maxInflateRatio);
  return readEnvelope(await inflateZlib(zlib, cap, 'CRED-4'), limits, kind);
}

/** @param bytes one credential, inflated */
export function readEnvelope(bytes: Uint8Array, limits: CredentialLimits, kind = CREDENTIAL): Envelope {
  const { kid, ...signed } = readSigned(bytes, limits, kind);
  if (kid === undefined) throw wrongFormat('CRED-16', 'the key identifier is missing');
  return { ...signed, kid };
}

/** @param bytes one message, of a kind whose header may name no key */
export function readSigned(bytes: Uint8Array, limits: CredentialLimits, kind: Kind): Signed & { kid?: Uint8Array } {
  const cbor = cborLimits(limits, 'CRED-10');
  const item = readCbor(bytes, cbor);
  if (!isTag(item) || item.tag !== 18) throw wrongFormat('CRED-15', 'the credential is not tagged as COSE_Sign1');
  const parts = item.value;
  if (!Array.isArray(parts) || parts.length !== 4) throw wrongFormat('CRED-15', 'the credential has no four parts');
  const [header, open, payload, signature] = parts as readonly Cbor[];
  if (!isMap(open) || open.size !== 0) throw wrongFormat('CRED-16', 'the unprotected header is not empty');
  const [headerBytes, payloadBytes, signatureBytes] = [header, payload, signature].map(byteString);
  return {
    bytes,
    ...readHeader(readCbor(headerBytes as Uint8Array, cbor), kind),
    payload: payloadBytes as Uint8Array,
    signed: toBeSigned(headerBytes as Uint8Array, payloadBytes as Uint8Array),
    signature: signatureBytes as Uint8Array,
  };
}

export function cborLimits(limits: CredentialLimits, rule: string): CborLimits {
  // Every item takes a byte at least, so the bound on bytes bounds the items.
  return { depth: limits.maxCborDepth, items: limits.maxCredentialBytes, rule };
}

function byteString(value: Cbor | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw wrongFormat('CRED-15', 'a part of the credential is no byte string');
  return value;
}

function readHeader(header: Cbor, kind: Kind): { algorithm: Algorithm; kid?: Uint8Array } {
  if (!isMap(header) || header.size !== kind.keys.length || !kind.keys.every((k) => header.has(k))) {
    throw wrongFormat('CRED-16', 'the protected header has other members');
  }
  if (header.get(16) !== kind.type) throw wrongFormat(kind.typeRule, 'the message is of another type');
  if (!kind.keys.includes(4)) return { algorithm: readAlgorithm(header) };
  const kid = header.get(4);
  if (!(kid instanceof Uint8Array) || kid.length !== 8) throw wrongFormat('CRED-19', 'the key identifier is malformed');
  return { algorithm: readAlgorithm(header), kid };
}

function readAlgorithm(header: CborMap): Algorithm {
  const id = header.get(1);
  if (typeof id !== 'number' && typeof id !== 'bigint' && typeof id !== 'string') {
    throw wrongFormat('CRED-18', 'the algorithm is malformed');
  }
  const known = typeof id === 'number' ? algorithmOfCredential(id) : undefined;
  if (known === undefined) throw unsupported('CRED-18', 'the credential is signed with an unknown algorithm');
  return known;
}

/** CRED-20: CBOR of `["Signature1", protected, h'', payload]`, around the byte strings as received. */
export function toBeSigned(header: Uint8Array, payload: Uint8Array): Uint8Array {
  const context = new TextEncoder().encode('Signature1');
  const start = new Uint8Array([0x84, 0x60 + context.length]);
  return concat(start, context, byteHead(header), header, new Uint8Array([0x40]), byteHead(payload), payload);
}

function byteHead(bytes: Uint8Array): Uint8Array {
  const n = bytes.length;
  if (n < 24) return new Uint8Array([0x40 + n]);
  if (n < 256) return new Uint8Array([0x58, n]);
  if (n < 65536) return new Uint8Array([0x59, n >> 8, n & 0xff]);
  return new Uint8Array([0x5a, n >>> 24, (n >> 16) & 0xff, (n >> 8) & 0xff, n & 0xff]);
}
