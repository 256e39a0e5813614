/** Second keys: ML-DSA-65 beside the keys on elliptic curves (TRUST-16, TRUST-17, TRUST-34). */
import { ascii } from '../bytes/arrays';
import { toBase64Url } from '../bytes/base64';
import { digest } from '../signing/signature';
import type { Json } from './json';
import type { Entry } from './jws';
import { base64Url, object, onlyMembers, text } from './members';
import { corrupt } from './refusal';

const ALG = 'ML-DSA-65';
const PUBLIC_KEY_BYTES = 1952;
const SIGNATURE_BYTES = 3309;

export interface SecondKey {
  /** Thumbprint, base64url: the key's name. */
  readonly kid: string;
  readonly publicKey: Uint8Array;
}

export interface SecondKeys {
  readonly threshold: number;
  readonly keys: readonly SecondKey[];
}

/** TRUST-16: a key in exactly this form, with its name computed. */
export async function readSecondKey(value: Json | undefined): Promise<SecondKey> {
  const members = object(value, 'TRUST-16');
  onlyMembers(members, ['alg', 'kty', 'pub'], 'TRUST-16');
  if (members.get('kty') !== 'AKP' || members.get('alg') !== ALG) throw corrupt('TRUST-16', 'a key of another kind');
  const pub = text(members.get('pub'), 'TRUST-16');
  const publicKey = base64Url(pub, 'TRUST-16');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw corrupt('TRUST-16', 'a key of a wrong length');
  const canonical = `{"alg":"${ALG}","kty":"AKP","pub":"${pub}"}`;
  return { kid: toBase64Url(await digest('SHA-256', ascii(canonical))), publicKey };
}

/** Whether the entry's signature is one of this key. The library is loaded only where a root has second keys. */
export async function verifiesSecond(key: SecondKey, entry: Entry, signed: Uint8Array): Promise<boolean> {
  if (entry.alg !== ALG || entry.signature.length !== SIGNATURE_BYTES) return false;
  const { ml_dsa65 } = await import('@noble/post-quantum/ml-dsa.js');
  return ml_dsa65.verify(entry.signature, signed, key.publicKey);
}
