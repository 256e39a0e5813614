/**
 * Raw signatures: r and s as big-endian numbers of the length of the order (Doc 9303-13 2.4, RFC 9053 2.1). Length and range of
 * both halves are checked here before any provider sees them, because providers differ on what they let through.
 * Nothing may be keyed on a signature: (r, n-s) verifies as well.
 */
import { ecdsa, weierstrass, type ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { compare, concat, owned, toBigInt } from '../bytes/arrays';
import type { Algorithm } from './algorithms';
import { algorithmOfCurve, algorithmOfKey } from './algorithms';
import { CURVES, type Curve, type CurveName } from './curves';

/** A point on a named curve, `04 ‖ x ‖ y` with coordinates of full length; or the 32 bytes of Ed25519. */
export interface CurveKey {
  readonly curve: CurveName | 'Ed25519';
  readonly point: Uint8Array;
}

export interface RsaKey {
  readonly curve: 'RSA';
  /** SubjectPublicKeyInfo. */
  readonly info: Uint8Array;
  /** Without leading zeros. */
  readonly modulus: Uint8Array;
  readonly exponent: bigint;
}

/** A key of a kind or in a form that TRUST-95 does not read: nothing verifies with it. */
export interface UnusableKey {
  readonly curve: 'unusable';
}

export type PublicKey = CurveKey | RsaKey | UnusableKey;

/**
 * Whether `signature` is one of `algorithm` over `message` by `key`. False also when the key is of another algorithm, or its
 * point is not on its curve.
 */
export async function verifySignature(
  algorithm: Algorithm,
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (key.curve === 'RSA') return algorithm.kind === 'rsa-pss' && verifyPss(algorithm, key, message, signature);
  if (key.curve === 'unusable' || key.curve !== algorithm.curve || signature.length !== 2 * (algorithm.half ?? 0))
    return false;
  if (key.curve === 'Ed25519') return verifyEd25519(key, message, signature);
  return algorithm.hash !== undefined && verifyEcdsa(key, algorithm.hash, message, signature);
}

/** ECDSA with the hash named, for certificates, whose hash does not follow from the signer's curve. */
export async function verifyEcdsa(key: PublicKey, hash: string, message: Uint8Array, rs: Uint8Array): Promise<boolean> {
  if (key.curve === 'RSA' || key.curve === 'unusable') return false;
  const curve = CURVES.find((c) => c.name === key.curve);
  const half = algorithmOfCurve(key.curve)?.half;
  if (curve === undefined || half === undefined || rs.length !== 2 * half) return false;
  const n = BigInt('0x' + curve.n);
  const r = toBigInt(rs.subarray(0, half));
  const s = toBigInt(rs.subarray(half));
  if (r === 0n || s === 0n || r >= n || s >= n) return false;
  try {
    if (curve.webCrypto !== undefined && hash !== 'SHA-224') {
      return await verifyNative(curve.webCrypto, key, hash, message, rs);
    }
    return noble(curve).verify(rs, await digest(hash, message), key.point, { prehash: false, lowS: false });
  } catch {
    // Length and range are right: what a provider still dislikes (a point off the curve) is no good signature.
    return false;
  }
}

export async function digest(hash: string, message: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (hash === 'SHA-224') return owned(sha224(message));
  return new Uint8Array(await crypto.subtle.digest(hash, owned(message)));
}

async function verifyNative(namedCurve: string, key: CurveKey, hash: string, message: Uint8Array, rs: Uint8Array) {
  const algorithm = { name: 'ECDSA', namedCurve };
  const native = await crypto.subtle.importKey('raw', owned(key.point), algorithm, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash }, native, owned(rs), owned(message));
}

/** CRED-23: with R and the key of order L, the equation with the cofactor and the one without it give the same answer. */
function verifyEd25519(key: CurveKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return (
      isOfOrderL(key.point) &&
      isOfOrderL(signature.subarray(0, 32)) &&
      ed25519.verify(signature, message, key.point, { zip215: false })
    );
  } catch {
    return false;
  }
}

/** A canonical encoding of a point of the large prime order: neither neutral nor of small or mixed order (TRUST-95). */
function isOfOrderL(encoded: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(encoded, false);
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** CRED-24 */
async function verifyPss(algorithm: Algorithm, key: RsaKey, message: Uint8Array, signature: Uint8Array) {
  const { modulus } = key;
  const { salt, hash } = algorithm;
  if (salt === undefined || hash === undefined || !isSound(key)) return false;
  if (signature.length !== modulus.length || compare(signature, modulus) >= 0) return false;
  try {
    const native = await crypto.subtle.importKey('spki', owned(key.info), { name: 'RSA-PSS', hash }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: salt }, native, owned(signature), owned(message));
  } catch {
    return false;
  }
}

/** Whether a key is one that may count at all (TRUST-95). */
export function isSound(key: PublicKey): boolean {
  if (key.curve === 'unusable') return false;
  if (key.curve === 'Ed25519') return isOfOrderL(key.point);
  if (key.curve !== 'RSA') return isOnCurve(key);
  const algorithm = algorithmOfKey(key);
  const [least, most] = algorithm?.modulusBits ?? [0, 0];
  const [first = 0] = key.modulus;
  const odd = ((key.modulus.at(-1) ?? 0) & 1) === 1;
  const bits = 8 * key.modulus.length;
  const small = hasSmallFactor(toBigInt(key.modulus));
  return (
    odd && !small && first >= 0x80 && bits >= least && bits <= most && key.exponent === BigInt(algorithm?.exponent ?? 0)
  );
}

/** Two and the primes to 743. */
export function hasSmallFactor(modulus: bigint): boolean {
  for (let n = 2n; n <= 743n; n += n === 2n ? 1n : 2n) if (modulus % n === 0n) return true;
  return false;
}

function isOnCurve(key: CurveKey): boolean {
  const curve = CURVES.find((c) => c.name === key.curve);
  if (curve === undefined) return false;
  const [p, a, b] = [curve.p, curve.a, curve.b].map((hex) => BigInt('0x' + hex)) as [bigint, bigint, bigint];
  const half = (key.point.length - 1) / 2;
  const [x, y] = [toBigInt(key.point.subarray(1, 1 + half)), toBigInt(key.point.subarray(1 + half))];
  return x < p && y < p && (y * y - (x * x * x + a * x + b)) % p === 0n;
}

const HASHES = { 'SHA-224': sha224, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };
const made = new Map<CurveName, ECDSA>();

/** The curve's arithmetic, made on first use: brainpool seals are rare, and each curve costs some milliseconds. */
function noble(curve: Curve): ECDSA {
  let instance = made.get(curve.name);
  if (instance === undefined) {
    const big = (hex: string) => BigInt('0x' + hex);
    const { p, a, b, n, gx, gy } = curve;
    const point = weierstrass({ p: big(p), a: big(a), b: big(b), n: big(n), h: 1n, Gx: big(gx), Gy: big(gy) });
    instance = ecdsa(point, HASHES[algorithmOfCurve(curve.name)?.hash ?? 'SHA-256']);
    made.set(curve.name, instance);
  }
  return instance;
}

/** r ‖ s of a DER signature, as certificates carry it; undefined when it is not exactly that. */
export function rawOfDer(r: Uint8Array, s: Uint8Array, half: number): Uint8Array | undefined {
  const fixed = (n: Uint8Array) => {
    const digits = n[0] === 0 ? n.subarray(1) : n;
    return digits.length > half ? undefined : concat(new Uint8Array(half - digits.length), digits);
  };
  const [a, b] = [fixed(r), fixed(s)];
  return a === undefined || b === undefined ? undefined : concat(a, b);
}
