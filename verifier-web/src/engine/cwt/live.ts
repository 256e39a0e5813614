/** A live code (33-live-code): a credential inside a proof by the key of the holder's device, seconds old. */
import { decodeBase45 } from '../bytes/base45';
import { unsupported, wrongFormat } from '../format-error';
import { verifySignature } from '../signing/signature';
import { readCbor } from './cbor';
import { readCredentialBytes, type Credential } from './credential';
import { cborLimits, readSigned, type CredentialLimits, type Kind, type Signed } from './envelope';
import { byteString, keysWithin, map, uint } from './values';

export const LIVE_PREFIX = 'RPL1:';
export const LIVE_TYPE = 'application/residence-permit-presentation+cwt';

export interface LiveCode {
  readonly signed: Signed;
  readonly credential: Credential;
  /** Seconds since 1970, by the clock of the device. */
  readonly madeAt: number;
}

const KIND: Kind = { prefix: LIVE_PREFIX, prefixRule: 'LIVE-1', type: LIVE_TYPE, typeRule: 'LIVE-3', keys: [1, 16] };
const CREDENTIAL = -65538;
const LAST_SECOND = 253_402_300_799;

/**
 * @param categories codes of categories.json
 * @throws FormatError
 */
export function readLiveCode(code: string, limits: CredentialLimits, categories: readonly number[]): LiveCode {
  if (code.length > limits.maxCodeBytes) throw wrongFormat('CRED-2', 'the code is too long');
  if (!code.startsWith(LIVE_PREFIX)) throw wrongFormat('LIVE-1', 'the code begins as another kind');
  const signed = readSigned(decodeBase45(code.slice(LIVE_PREFIX.length), 'CRED-3'), limits, KIND);
  if (signed.algorithm.name !== 'ES256') throw unsupported('LIVE-4', 'an algorithm that no device key is for');
  const claims = map(readCbor(signed.payload, cborLimits(limits, 'CRED-10')), 'LIVE-5');
  keysWithin(claims, [6, 10, CREDENTIAL], 'LIVE-5');
  const madeAt = uint(claims.get(6), LAST_SECOND, 'LIVE-6');
  if (claims.has(10)) byteString(claims.get(10), 8, 64, 'LIVE-7');
  const credential = byteString(claims.get(CREDENTIAL), 0, limits.maxCredentialBytes, 'LIVE-8');
  return { signed, madeAt, credential: readCredentialBytes(credential, limits, categories) };
}

/** Whether the proof is one by the key that the credential is bound to; never of a credential that is bound to none (VER-105). */
export async function proves({ signed, credential }: LiveCode): Promise<boolean> {
  const { deviceKey } = credential;
  return deviceKey !== undefined && verifySignature(signed.algorithm, deviceKey, signed.signed, signed.signature);
}
