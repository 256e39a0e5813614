/** The claims that a residence credential and a continuation share (30-residence-credential 4, CONT-6). */
import { wrongFormat } from '../format-error';
import type { Cbor, CborMap } from './cbor';
import { byteString, country, keysExactly, map, text, uint } from './values';

export interface CommonClaims {
  readonly issuer: string;
  /** Seconds since 1970: first second at which it is over, its first second, midnight of the day of signing. */
  readonly expires: number;
  readonly notBefore: number;
  readonly signedOn: number;
  readonly cti: Uint8Array;
  readonly status: { readonly index: number; readonly uri: string };
}

const MAX_TIME = 253_402_300_799;

/**
 * @param longest seconds from the first to the end
 * @param longestRule the rule that more of them break
 */
export function readCommon(claims: CborMap, longest: number, longestRule: string): CommonClaims {
  const time = (key: number) => uint(claims.get(key), MAX_TIME, 'CRED-28');
  const common = {
    issuer: country(claims.get(1), 'CRED-27'),
    expires: time(4),
    notBefore: time(5),
    signedOn: time(6),
    cti: byteString(claims.get(7), 16, 16, 'CRED-29'),
    status: readStatus(claims.get(65535)),
  };
  const { expires, notBefore, signedOn } = common;
  if (signedOn % 86_400 !== 0 || notBefore >= expires || signedOn >= expires)
    throw wrongFormat('CRED-28', 'times that do not fit each other');
  if (expires - notBefore > longest) throw wrongFormat(longestRule, 'it lasts too long');
  return common;
}

function readStatus(value: Cbor | undefined): { index: number; uri: string } {
  const outer = map(value, 'CRED-33');
  keysExactly(outer, ['status_list'], 'CRED-33');
  const list = map(outer.get('status_list'), 'CRED-33');
  keysExactly(list, ['idx', 'uri'], 'CRED-33');
  const uri = text(list.get('uri'), 200);
  if (!/^https?:\/\/[\x21-\x7E]+$/.test(uri)) throw wrongFormat('CRED-33', 'a status address of a wrong form');
  return { index: uint(list.get('idx'), 0xffff_ffff, 'CRED-33'), uri };
}
