/**
 * The signatures of CSCAs on certificates and revocation lists (TRUST-58): ECDSA, RSASSA-PKCS1-v1_5 and RSASSA-PSS with SHA-2. Which key it
 * must be, and what its owner may do, is asked elsewhere.
 */
import { compare, equal, owned, toBigInt } from '../bytes/arrays';
import { derOid, derOnly, derSequence, derUnsigned, type Der } from '../bytes/der';
import { wrongFormat } from '../format-error';
import { algorithmOfKey } from './algorithms';
import { hasSmallFactor, isSound, rawOfDer, verifyEcdsa, type PublicKey, type RsaKey } from './signature';

interface Scheme {
  readonly kind: 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS';
  readonly hash: string;
  /** Of PSS, in bytes. */
  readonly salt: number;
}

export interface CertificateSignature {
  readonly scheme: Scheme;
  readonly bytes: Uint8Array;
}

const RULE = 'TRUST-49';
const PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const DEFAULT_SALT = 20;

const plain = (kind: Scheme['kind'], hash: string): Scheme => ({ kind, hash, salt: 0 });
const SCHEMES: Readonly<Record<string, Scheme>> = {
  '1.2.840.10045.4.3.1': plain('ECDSA', 'SHA-224'),
  '1.2.840.10045.4.3.2': plain('ECDSA', 'SHA-256'),
  '1.2.840.10045.4.3.3': plain('ECDSA', 'SHA-384'),
  '1.2.840.10045.4.3.4': plain('ECDSA', 'SHA-512'),
  '1.2.840.113549.1.1.11': plain('RSASSA-PKCS1-v1_5', 'SHA-256'),
  '1.2.840.113549.1.1.12': plain('RSASSA-PKCS1-v1_5', 'SHA-384'),
  '1.2.840.113549.1.1.13': plain('RSASSA-PKCS1-v1_5', 'SHA-512'),
};
const HASHES: Readonly<Record<string, readonly [string, number]>> = {
  '2.16.840.1.101.3.4.2.1': ['SHA-256', 32],
  '2.16.840.1.101.3.4.2.2': ['SHA-384', 48],
  '2.16.840.1.101.3.4.2.3': ['SHA-512', 64],
};

/** The parts of an AlgorithmIdentifier, an identifier and perhaps its parameters; those of RSASSA-PSS in their form (RFC 4055 3.1). */
export function requireAlgorithm(identifier: Der): { oid: string; parameters: Der | undefined } {
  const [id, parameters, ...more] = derSequence(identifier.content, RULE);
  if (identifier.tag !== 0x30 || id?.tag !== 0x06 || more.length > 0)
    throw wrongFormat(RULE, 'an algorithm that is none');
  const oid = derOid(id.content, RULE);
  if (oid === PSS && parameters !== undefined) pssParameters(parameters);
  return { oid, parameters };
}

interface PssParameters {
  readonly hash?: Der;
  readonly mask?: Der;
  readonly salt?: Der;
  readonly trailer?: Der;
}

function pssParameters(parameters: Der): PssParameters {
  const fields = derSequence(derOnly(parameters.whole, 0x30, RULE).content, RULE);
  if (fields.some((f, i) => f.tag < 0xa0 || f.tag > 0xa3 || f.tag <= (fields[i - 1]?.tag ?? 0)))
    throw wrongFormat(RULE, 'parameters of RSASSA-PSS that are none');
  const field = (tag: number, inner: number) => {
    const found = fields.find((f) => f.tag === tag);
    return found === undefined ? undefined : derOnly(found.content, inner, RULE);
  };
  const [hash, mask, salt, trailer] = [field(0xa0, 0x30), field(0xa1, 0x30), field(0xa2, 0x02), field(0xa3, 0x02)];
  if (hash !== undefined) requireAlgorithm(hash);
  if (mask !== undefined) requireAlgorithm(mask);
  return {
    ...(hash === undefined ? {} : { hash }),
    ...(mask === undefined ? {} : { mask }),
    ...(salt === undefined ? {} : { salt }),
    ...(trailer === undefined ? {} : { trailer }),
  };
}

/** Undefined for one that is of no algorithm of TRUST-58, or names another inside than outside. */
export function certificateSignature(inner: Der, outer: Der, bits: Der): CertificateSignature | undefined {
  const scheme = equal(inner.whole, outer.whole) ? schemeOf(outer) : undefined;
  return scheme === undefined || bits.content[0] !== 0 ? undefined : { scheme, bytes: bits.content.subarray(1) };
}

function schemeOf(identifier: Der): Scheme | undefined {
  const { oid, parameters } = requireAlgorithm(identifier);
  if (oid === PSS) return parameters === undefined ? undefined : pss(pssParameters(parameters));
  return hasNone(parameters) ? SCHEMES[oid] : undefined;
}

/** The same hash twice, a salt no longer than it, the one trailer that there is. */
function pss({ hash, mask, salt, trailer }: PssParameters): Scheme | undefined {
  const found = hash === undefined ? undefined : hashOf(hash);
  const masked = mask === undefined ? undefined : requireAlgorithm(mask);
  if (found === undefined || masked?.oid !== MGF1 || masked.parameters?.tag !== 0x30) return undefined;
  const length = salt === undefined ? DEFAULT_SALT : small(salt);
  const fits = hashOf(masked.parameters)?.[0] === found[0] && length >= 0 && length <= found[1];
  return fits && (trailer === undefined || small(trailer) === 1)
    ? { kind: 'RSA-PSS', hash: found[0], salt: length }
    : undefined;
}

function hashOf(identifier: Der): readonly [string, number] | undefined {
  const [id, parameters, ...more] = derSequence(identifier.content, RULE);
  return id?.tag === 0x06 && more.length === 0 && hasNone(parameters) ? HASHES[derOid(id.content, RULE)] : undefined;
}

/** None, or NULL: RFC 4055 2.1 has readers take both, and certificates in the field have both. */
function hasNone(parameters: Der | undefined): boolean {
  return parameters === undefined || parameters.tag === 0x05;
}

/** From 0 to 127; any other is -1. */
function small({ content }: Der): number {
  const [n = 0x80] = content;
  return content.length === 1 && n < 0x80 ? n : -1;
}

/** Whether a CSCA's key is one that certificates and revocation lists are signed with (TRUST-95). */
export function signsCertificates(key: PublicKey): boolean {
  if (key.curve === 'RSA') return isBounded(key);
  const algorithm = algorithmOfKey(key);
  return algorithm?.kind === 'ecdsa' && algorithm.write && isSound(key);
}

/** Authorities in the field have longer keys and smaller exponents than any signer of ours. */
function isBounded({ modulus, exponent }: RsaKey): boolean {
  const [first = 0] = modulus;
  const bits = 8 * modulus.length;
  const bounded = first >= 0x80 && bits >= 2048 && bits <= 8192;
  const odd = (exponent & 1n) === 1n && exponent > 2n && exponent < 1n << 32n;
  return bounded && odd && !hasSmallFactor(toBigInt(modulus));
}

/** Whether a CSCA's key made a signature of these bytes. */
export async function signatureFits(
  { scheme, bytes }: CertificateSignature,
  signed: Uint8Array,
  key: PublicKey,
): Promise<boolean> {
  if (!signsCertificates(key)) return false;
  if (key.curve === 'RSA') return verifyRsa(scheme, key, signed, bytes);
  const half = algorithmOfKey(key)?.half;
  const rs = scheme.kind === 'ECDSA' && half !== undefined ? rawSignature(bytes, half) : undefined;
  return rs !== undefined && verifyEcdsa(key, scheme.hash, signed, rs);
}

function rawSignature(bytes: Uint8Array, half: number): Uint8Array | undefined {
  try {
    const [r, s, ...more] = derSequence(derOnly(bytes, 0x30, RULE).content, RULE) as [Der, Der];
    return more.length > 0 ? undefined : rawOfDer(derUnsigned(r, RULE), derUnsigned(s, RULE), half);
  } catch {
    return undefined;
  }
}

async function verifyRsa({ kind, hash, salt }: Scheme, key: RsaKey, signed: Uint8Array, bytes: Uint8Array) {
  if (kind === 'ECDSA' || bytes.length !== key.modulus.length || compare(bytes, key.modulus) >= 0) return false;
  try {
    const native = await crypto.subtle.importKey('spki', owned(key.info), { name: kind, hash }, false, ['verify']);
    const algorithm = kind === 'RSA-PSS' ? { name: kind, saltLength: salt } : { name: kind };
    return await crypto.subtle.verify(algorithm, native, owned(bytes), owned(signed));
  } catch {
    return false;
  }
}
