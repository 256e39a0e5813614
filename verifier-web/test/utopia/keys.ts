/** The published test keys of Utopia, for fixtures that tests make anew each time. */
import { createPrivateKey, createPublicKey, createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { specification } from '../conformance';

export interface TestKey {
  readonly key: KeyObject;
  readonly spki: Uint8Array;
  readonly jwk: { readonly crv: string; readonly kty: string; readonly x: string; readonly y: string };
  readonly kid: string;
  readonly hash: 'sha256' | 'sha384';
  /** r ‖ s */
  sign(message: Uint8Array): Uint8Array;
  signDer(message: Uint8Array): Uint8Array;
}

export function testKey(name: string): TestKey {
  const key = createPrivateKey(readFileSync(join(specification, 'vectors/keys', `utopia-${name}.pem`)));
  const open = createPublicKey(key);
  const { crv = '', x = '', y = '' } = open.export({ format: 'jwk' });
  const canonical = `{"crv":"${crv}","kty":"EC","x":"${x}","y":"${y}"}`;
  const hash = crv === 'P-384' ? 'sha384' : 'sha256';
  return {
    key,
    spki: new Uint8Array(open.export({ format: 'der', type: 'spki' })),
    jwk: { crv, kty: 'EC', x, y },
    kid: createHash('sha256').update(canonical).digest('base64url'),
    hash,
    sign: (message) => new Uint8Array(sign(hash, message, { key, dsaEncoding: 'ieee-p1363' })),
    signDer: (message) => new Uint8Array(sign(hash, message, { key, dsaEncoding: 'der' })),
  };
}

/** A key made now, of the curve that European documents are mostly signed with; it has no form as JWK. */
export function brainpoolKey(): TestKey {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' });
  const hash = 'sha256';
  return {
    key,
    spki: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    jwk: { crv: '', kty: 'EC', x: '', y: '' },
    kid: '',
    hash,
    sign: (message) => new Uint8Array(sign(hash, message, { key, dsaEncoding: 'ieee-p1363' })),
    signDer: (message) => new Uint8Array(sign(hash, message, { key, dsaEncoding: 'der' })),
  };
}
