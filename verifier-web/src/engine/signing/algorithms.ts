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
  /** Bytes of r, and of s. */
  readonly half: number;
  readonly curve: CurveName | 'Ed25519';
  /** Whether seals are signed with it. */
  readonly seal: boolean;
  /** Whether new signatures may be made with it. */
  readonly write: boolean;
}

const ALGORITHMS = file.algorithms as readonly Algorithm[];

export function algorithmOfCose(id: bigint): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.cose.some((n) => BigInt(n) === id));
}

export function algorithmOfJose(name: string): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.jose === name);
}

export function algorithmOfCurve(curve: CurveName | 'Ed25519'): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.curve === curve);
}
