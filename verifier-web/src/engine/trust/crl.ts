/** Certificate revocation lists of a CSCA (TRUST-64; RFC 5280 5), as far as Doc 9303-12 uses them: whole lists. */
import { derOnly, derSequence, derTime, guarded, requireDer, type Der } from '../bytes/der';
import { equal } from '../bytes/arrays';
import { wrongFormat } from '../format-error';
import { readExtensions, serialOf, type Certificate } from '../signing/certificate';
import {
  certificateSignature,
  requireAlgorithm,
  signatureFits,
  type CertificateSignature,
} from '../signing/certificate-signature';
import { nameAttributes } from '../signing/name';

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
  /** Undefined for one of no algorithm that CSCAs sign with (TRUST-58). */
  readonly signature: CertificateSignature | undefined;
}

const RULE = 'TRUST-64';
/** deltaCRLIndicator, issuingDistributionPoint and, of an entry, certificateIssuer: they make another kind of list. */
const OTHER_LISTS = ['2.5.29.27', '2.5.29.28', '2.5.29.29'];

/** @throws FormatError WRONG_FORMAT */
export function readCrl(der: Uint8Array): UnjudgedCrl {
  return guarded(RULE, 'revocation list', () => read(der));
}

function read(der: Uint8Array): UnjudgedCrl {
  const [tbs, outer, bits] = exactly(derSequence(requireDer(derOnly(der, 0x30, RULE), RULE).content, RULE), 3);
  const fields = derSequence(expect(tbs, 0x30).content, RULE);
  const [version, algorithm, issuer, thisUpdate, nextUpdate, ...rest] = fields;
  if (expect(version, 0x02).content.join() !== '1') throw wrongFormat(RULE, 'revocation list of another version');
  requireAlgorithm(expect(algorithm, 0x30));
  requireAlgorithm(expect(outer, 0x30));
  nameAttributes(expect(issuer, 0x30));
  const entries = rest[0]?.tag === 0x30 ? derSequence((rest.shift() as Der).content, RULE) : [];
  if (rest[0]?.tag === 0xa0) refuseLimits(derOnly((rest.shift() as Der).content, 0x30, RULE));
  if (rest.length > 0) throw wrongFormat(RULE, 'a field that a revocation list does not have');
  return {
    issuer: expect(issuer, 0x30).whole,
    thisUpdate: derTime(present(thisUpdate), RULE),
    nextUpdate: derTime(present(nextUpdate), RULE),
    revoked: new Set(entries.map(serial)),
    signed: present(tbs).whole,
    signature: certificateSignature(expect(algorithm, 0x30), expect(outer, 0x30), expect(bits, 0x03)),
  };
}

function serial(entry: Der): string {
  const [number, since, extensions, ...more] = derSequence(expect(entry, 0x30).content, RULE);
  derTime(present(since), RULE);
  if (extensions !== undefined) refuseLimits(expect(extensions, 0x30));
  if (more.length > 0) throw wrongFormat(RULE, 'an entry with something unknown');
  return serialOf(expect(number, 0x02));
}

/** A list that speaks of less than all certificates of its issuer, or of those of others, is not read as a whole one. */
function refuseLimits(extensions: Der): void {
  if (readExtensions(extensions).some((e) => e.critical || OTHER_LISTS.includes(e.oid)))
    throw wrongFormat(RULE, 'revocation list with a limit');
}

function present(element: Der | undefined): Der {
  if (element === undefined) throw wrongFormat(RULE, 'cut revocation list');
  return element;
}

function expect(element: Der | undefined, tag: number): Der {
  if (present(element).tag !== tag) throw wrongFormat(RULE, 'unexpected DER element');
  return element as Der;
}

function exactly(elements: Der[], count: number): Der[] {
  if (elements.length !== count) throw wrongFormat(RULE, 'unexpected number of DER elements');
  return elements;
}

/** Whether the CSCA's key signed this list and the names fit. */
export async function crlSignedBy(crl: UnjudgedCrl, csca: Certificate): Promise<boolean> {
  const { signature } = crl;
  return signature !== undefined && equal(crl.issuer, csca.subject) && signatureFits(signature, crl.signed, csca.key);
}
