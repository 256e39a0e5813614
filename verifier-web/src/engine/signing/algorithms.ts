/**
 * The algorithms that permits and lists are signed with, from spec/registry/algorithms.json: each is one curve with one hash, so a key
 * says which algorithm it is for, and a header cannot choose what a key is used for. Numbers and names of RFC 9053, RFC 9864 and
 * RFC 7518; the hash of a seal follows from its curve (Doc 9303-13 2.4).
 */
import file from '../../../../spec/registry/algorithms.json';
import type { CurveName } from './curves';

export interface Algorithm {
  readonly name: string;
  readonly jose?: string;
  readonly cose: readonly number[];
  /** Absent for Ed25519, which hashes by itself. */
  readonly hash?: 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly kind: 'ecdsa' | 'eddsa' | 'rsa-pss';
  /** Bytes of r, and of s; not of RSA. */
  readonly half?: number;
  readonly curve?: CurveName | 'Ed25519';
  /** RSA: bytes of salt, least and most bits of the modulus, public exponent. */
  readonly salt?: number;
  readonly modulusBits?: readonly [number, number];
  readonly exponent?: number;
  /** Numbers by which credentials name it (CRED-18). */
  readonly credential: readonly number[];
  /** Whether seals are signed with it. */
  readonly seal: boolean;
  /** Whether new signatures may be made with it. */
  readonly write: boolean;
}

const ALGORITHMS = file.algorithms as unknown as readonly Algorithm[];

export function algorithmOfCose(id: bigint): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.cose.some((n) => BigInt(n) === id));
}

/** CRED-18 */
export function algorithmOfCredential(id: number): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.credential.includes(id));
}

/** A key has one algorithm: no header chooses what it is used for (CRED-20). */
export function algorithmOfKey({
  curve,
}: {
  readonly curve: CurveName | 'Ed25519' | 'RSA' | 'unusable';
}): Algorithm | undefined {
  return ALGORITHMS.find((a) => (curve === 'RSA' ? a.kind === 'rsa-pss' : a.curve === curve));
}

export function algorithmOfJose(name: string): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.jose === name);
}

export function algorithmOfCurve(curve: CurveName | 'Ed25519'): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.curve === curve);
}
