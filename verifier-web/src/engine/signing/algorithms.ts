/**
 * The algorithms that permits and lists are signed with: each is one curve with one hash, so a key says which algorithm it is
 * for, and a header cannot choose what a key is used for. Numbers and names of RFC 9053, RFC 9864 and RFC 7518; the hash of a
 * seal follows from its curve (Doc 9303-13 2.4). A test holds this table and spec/registry/algorithms.json together.
 */
import type { CurveName } from './curves';

export interface Algorithm {
  readonly name: string;
  readonly jose?: string;
  readonly cose: readonly number[];
  readonly hash: 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512' | '';
  /** Bytes of r, and of s. */
  readonly half: number;
  readonly curve: CurveName | 'Ed25519';
  readonly inSeals: boolean;
}

export const ALGORITHMS: readonly Algorithm[] = [
  { name: 'ES256', jose: 'ES256', cose: [-7, -9], hash: 'SHA-256', half: 32, curve: 'secp256r1', inSeals: true },
  { name: 'ES384', jose: 'ES384', cose: [-35, -51], hash: 'SHA-384', half: 48, curve: 'secp384r1', inSeals: true },
  { name: 'ES512', jose: 'ES512', cose: [-36, -52], hash: 'SHA-512', half: 66, curve: 'secp521r1', inSeals: false },
  { name: 'ESB256', cose: [-265], hash: 'SHA-256', half: 32, curve: 'brainpoolP256r1', inSeals: true },
  { name: 'ESB320', cose: [-266], hash: 'SHA-384', half: 40, curve: 'brainpoolP320r1', inSeals: true },
  { name: 'ESB384', cose: [-267], hash: 'SHA-384', half: 48, curve: 'brainpoolP384r1', inSeals: true },
  { name: 'ESB512', cose: [-268], hash: 'SHA-512', half: 64, curve: 'brainpoolP512r1', inSeals: true },
  { name: 'SEAL_P224', cose: [], hash: 'SHA-224', half: 28, curve: 'secp224r1', inSeals: true },
  { name: 'SEAL_B224', cose: [], hash: 'SHA-224', half: 28, curve: 'brainpoolP224r1', inSeals: true },
  { name: 'ED25519', jose: 'Ed25519', cose: [-19], hash: '', half: 32, curve: 'Ed25519', inSeals: false },
];

export function algorithmOfCose(id: bigint): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.cose.some((n) => BigInt(n) === id));
}

export function algorithmOfJose(name: string): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.jose === name);
}

export function algorithmOfCurve(curve: CurveName | 'Ed25519'): Algorithm | undefined {
  return ALGORITHMS.find((a) => a.curve === curve);
}
