/** A continuation: its claims, read by 32-continuation in the order of CONT-12. */
import { unsupported, wrongFormat } from '../format-error';
import { PURPOSES, type Purpose } from '../trust/extensions';
import { isMap, readCbor } from './cbor';
import { readCommon, type CommonClaims } from './common';
import { cborLimits, readCode, type CredentialLimits, type Envelope, type Kind } from './envelope';
import { anyUint, byteString, documentNumber, keysExactly, keysWithin, map, text, uint } from './values';

export interface Continuation extends CommonClaims {
  readonly envelope: Envelope;
  /** SHA-256 of the identity of the code that it is for. */
  readonly named: Uint8Array;
  readonly permitNumber?: string;
  readonly legalGround?: string;
  readonly purpose?: Purpose;
}

const KIND: Kind = {
  prefix: 'RPC1:',
  prefixRule: 'CONT-1',
  type: 'application/residence-permit-continuation+cwt',
  typeRule: 'CONT-3',
  keys: [1, 4, 16],
};
const CONTINUATION = -65539;
const LONGEST = 731 * 86_400;

/** @throws FormatError */
export async function readContinuation(code: string, limits: CredentialLimits): Promise<Continuation> {
  const envelope = await readCode(code, limits, KIND);
  const claims = map(readCbor(envelope.payload, cborLimits(limits, 'CRED-10')), 'CONT-4');
  const paper = claims.get(CONTINUATION);
  if (!isMap(paper)) throw wrongFormat('CONT-5', 'the continuation is missing');
  if (anyUint(paper.get(0), 'CONT-5') !== 1) throw unsupported('CONT-5', 'the continuation is of a newer version');
  keysExactly(claims, [1, 4, 5, 6, 7, 65535, CONTINUATION], 'CONT-4');
  keysWithin(paper, [0, 1, 2, 3, 4], 'CONT-7');
  return {
    envelope,
    ...readCommon(claims, LONGEST, 'CONT-6'),
    named: byteString(paper.get(1), 32, 32, 'CONT-8'),
    ...(paper.has(2) ? { permitNumber: documentNumber(paper.get(2)) } : {}),
    ...(paper.has(3) ? { legalGround: text(paper.get(3), 100) } : {}),
    ...(paper.has(4) ? { purpose: PURPOSES[uint(paper.get(4), 3, 'CONT-11')] as Purpose } : {}),
  };
}
