/** Certificate revocation lists of a CSCA (RFC 5280 5), as far as Doc 9303-12 uses them: whole lists, ECDSA. */
import { derOid, derOnly, derSequence, derTime, derUnsigned, guarded, type Der } from '../bytes/der';
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { wrongFormat } from '../format-error';
import { algorithmOfKey } from '../signing/algorithms';
import { signatureHash, type Certificate } from '../signing/certificate';
import { rawOfDer, verifyEcdsa } from '../signing/signature';

/** A list together with the listed authority whose key signed it. */
export interface Crl extends UnjudgedCrl {
  readonly signer: Certificate;
}

export interface UnjudgedCrl {
  readonly issuer: Uint8Array;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  /** Lower-case hex without leading zeros. */
  readonly revoked: ReadonlySet<string>;
  readonly signed: Uint8Array;
  readonly hash: string;
  readonly signature: { readonly r: Uint8Array; readonly s: Uint8Array };
}

const RULE = 'TRUST-62';

/** @throws FormatError WRONG_FORMAT */
export function readCrl(der: Uint8Array): UnjudgedCrl {
  return guarded(RULE, 'revocation list', () => read(der));
}

function read(der: Uint8Array): UnjudgedCrl {
  const [tbs, outer, signature] = derSequence(derOnly(der, 0x30, RULE).content, RULE);
  if (tbs === undefined || outer === undefined || signature === undefined)
    throw wrongFormat(RULE, 'cut revocation list');
  const fields = derSequence(tbs.content, RULE);
  const [version, algorithm, issuer, thisUpdate, nextUpdate] = fields as [Der, Der, Der, Der, Der];
  if (version.tag !== 0x02 || version.content[0] !== 1) throw wrongFormat(RULE, 'revocation list of another version');
  if (!equal(algorithm.whole, outer.whole)) throw wrongFormat(RULE, 'two signature algorithms');
  const entries = fields[5]?.tag === 0x30 ? derSequence(fields[5].content, RULE) : [];
  const critical = fields.filter((f) => f.tag === 0xa0).some(hasCritical) || entries.some(entryIsCritical);
  // A critical extension narrows what the list speaks about: such a list is not read as a whole one.
  if (critical) throw wrongFormat(RULE, 'revocation list with an unknown limit');
  const bits = signature.content;
  if (signature.tag !== 0x03 || bits[0] !== 0) throw wrongFormat(RULE, 'odd signature');
  const [r, s] = derSequence(derOnly(bits.subarray(1), 0x30, RULE).content, RULE) as [Der, Der];
  return {
    issuer: issuer.whole,
    thisUpdate: derTime(thisUpdate, RULE),
    nextUpdate: derTime(nextUpdate, RULE),
    revoked: new Set(entries.map(serial)),
    signed: tbs.whole,
    hash: signatureHash(algorithm),
    signature: { r: derUnsigned(r, RULE), s: derUnsigned(s, RULE) },
  };
}

function serial(entry: Der): string {
  const [number] = derSequence(entry.content, RULE);
  if (number === undefined) throw wrongFormat(RULE, 'entry without a number');
  return toHex(derUnsigned(number, RULE)).replace(/^0+(?=.)/, '');
}

function entryIsCritical(entry: Der): boolean {
  const third = derSequence(entry.content, RULE)[2];
  return third !== undefined && anyCritical(third);
}

function hasCritical(block: Der): boolean {
  return anyCritical(derOnly(block.content, 0x30, RULE));
}

function anyCritical(list: Der): boolean {
  return derSequence(list.content, RULE).some((e) => {
    const parts = derSequence(e.content, RULE);
    derOid((parts[0] as Der).content, RULE);
    return parts.length === 3 && parts[1]?.content[0] === 0xff;
  });
}

/** Whether the CSCA's key signed this list and the names fit. */
export async function crlSignedBy(crl: UnjudgedCrl, csca: Certificate): Promise<boolean> {
  const half = algorithmOfKey(csca.key)?.half;
  if (half === undefined || !equal(crl.issuer, csca.subject)) return false;
  const rs = rawOfDer(crl.signature.r, crl.signature.s, half);
  return rs !== undefined && verifyEcdsa(csca.key, crl.hash, crl.signed, rs);
}
