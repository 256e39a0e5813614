/** What the certificates of signers and of their authorities must look like (40-trust 10; Doc 9303-12 for seals). */
import { equal } from '../bytes/arrays';
import { derOid, derOnly, derSequence, type Der } from '../bytes/der';
import { algorithmOfKey, type Algorithm } from '../signing/algorithms';
import { signedBy, type Certificate, type Extension } from '../signing/certificate';
import { isSound } from '../signing/signature';

const SEAL_SIGNING = '2.23.136.1.1.11.1';
const VDS_NC_SIGNING = '2.23.136.1.1.14.2';
const NIST: readonly string[] = ['secp256r1', 'secp384r1', 'secp521r1'];
const CREDENTIAL_SIGNING = '2.25.2627722287845535999766179156331708575';
const DOCUMENT_TYPES = '2.23.136.1.1.6.2';
const AUTHORITY_KEY = '2.5.29.35';
const SUBJECT_KEY = '2.5.29.14';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const COUNTRY = '2.5.4.6';
const COMMON_NAME = '2.5.4.3';
const RULE = 'TRUST-90';

/** The rule that a seal signer's certificate breaks, in words. */
export function brokenSealSignerRule(certificate: Certificate): string | undefined {
  const common = brokenCommonRule(certificate, SEAL_SIGNING, (a) => a.seal && a.write);
  return common ?? brokenBarcodeSignerRule(certificate);
}

/** The rule that a VDS-NC signer's certificate breaks, in words (TRUST-94). */
export function brokenVdsNcSignerRule(certificate: Certificate): string | undefined {
  const common = brokenCommonRule(certificate, VDS_NC_SIGNING, ({ curve }) => NIST.includes(curve ?? ''));
  return common ?? brokenBarcodeSignerRule(certificate);
}

function brokenBarcodeSignerRule(certificate: Certificate): string | undefined {
  const [c, cn, ...rest] = certificate.subjectAttributes;
  const named =
    rest.length === 0 &&
    c?.oid === COUNTRY &&
    /^[A-Z]{2}$/.test(c.value) &&
    cn?.oid === COMMON_NAME &&
    /^[A-Z0-9]{2}$/.test(cn.value);
  if (!named) return 'TRUST-91: the subject is not C and CN of two characters each';
  const allowed = [AUTHORITY_KEY, EXTENDED_KEY_USAGE, DOCUMENT_TYPES];
  return certificate.extensions.every((e) => allowed.includes(e.oid))
    ? undefined
    : 'TRUST-91: it has an extension that the profile does not name';
}

/** The rule that a credential signer's certificate breaks, in words. */
export function brokenCredentialSignerRule(certificate: Certificate): string | undefined {
  const common = brokenCommonRule(certificate, CREDENTIAL_SIGNING, (a) => a.credential.length > 0);
  if (common !== undefined) return common;
  const named = (oid: string, form: RegExp) =>
    certificate.subjectAttributes.filter((a) => a.oid === oid && form.test(a.value)).length === 1;
  if (!named(COUNTRY, /^[A-Z]{2}$/) || !named(COMMON_NAME, /^/))
    return 'TRUST-92: the subject has not exactly one C and one CN';
  const usage = extension(certificate, KEY_USAGE);
  if (usage !== undefined && !hasBit(usage, 0)) return 'TRUST-92: its key usage is not digitalSignature';
  const critical = certificate.extensions.filter((e) => e.critical).map((e) => e.oid);
  return critical.every((oid) => oid === EXTENDED_KEY_USAGE || oid === KEY_USAGE)
    ? undefined
    : 'TRUST-90: it has a critical extension that the profile does not name';
}

function brokenCommonRule(
  certificate: Certificate,
  purpose: string,
  may: (algorithm: Algorithm) => boolean,
): string | undefined {
  if (certificate.version !== 3) return 'TRUST-90: it is not of version 3';
  if (isAuthority(certificate)) return 'TRUST-90: it is an authority’s certificate';
  const algorithm = algorithmOfKey(certificate.key);
  if (algorithm === undefined || !may(algorithm)) return 'TRUST-95: its key is of no kind that may sign this';
  if (!isSound(certificate.key)) return 'TRUST-95: its key is weak or malformed';
  if (extension(certificate, AUTHORITY_KEY) === undefined) return 'TRUST-90: it does not identify its authority’s key';
  const usage = extension(certificate, EXTENDED_KEY_USAGE);
  const exact = usage?.critical === true && purposes(usage).join() === purpose;
  return exact ? undefined : `TRUST-91, TRUST-92, TRUST-94: its extended key usage is not ${purpose}, critical`;
}

/** TRUST-50: same name, agreeing key identifiers, a signature that verifies, and an authority that is one, with a key by TRUST-95. */
export async function issuedBy(certificate: Certificate, authority: Certificate): Promise<boolean> {
  if (!isAuthority(authority)) return false;
  const own = quietly(() => derOnly(extension(authority, SUBJECT_KEY)?.value ?? new Uint8Array(), 0x04, RULE).content);
  const named = authorityKey(certificate);
  if (own === undefined || named === undefined || !equal(own, named)) return false;
  return signedBy(certificate, authority);
}

function authorityKey(certificate: Certificate): Uint8Array | undefined {
  const value = extension(certificate, AUTHORITY_KEY)?.value;
  if (value === undefined) return undefined;
  return quietly(() => derSequence(derOnly(value, 0x30, RULE).content, RULE).find((e) => e.tag === 0x80)?.content);
}

function isAuthority(certificate: Certificate): boolean {
  const value = extension(certificate, BASIC_CONSTRAINTS)?.value;
  if (value === undefined) return false;
  const first = quietly(() => derSequence(derOnly(value, 0x30, RULE).content, RULE)[0]);
  return first?.tag === 0x01 && first.content[0] !== 0;
}

/**
 * Whether the document types that the certificate names, if any, allow a document with this code in its MRZ (TRUST-91).
 * @param code one or two characters; empty for a document without a code, which no type allows
 */
export function allowsDocumentCode(certificate: Certificate, code: string): boolean {
  const value = extension(certificate, DOCUMENT_TYPES)?.value;
  if (value === undefined) return true;
  if (code === '') return false;
  const types = quietly(() => {
    const [, set] = derSequence(derOnly(value, 0x30, RULE).content, RULE);
    const named = derSequence(derOnly((set as Der).whole, 0x31, RULE).content, RULE);
    // PrintableString, and no other kind of string.
    return named.map((t) => String.fromCharCode(...derOnly(t.whole, 0x13, RULE).content));
  });
  return types !== undefined && (types.includes(code) || types.includes(code.charAt(0)));
}

/** A demo authority says so at the end of its name (TRUST-93). */
export function isDemoAuthority(authority: Certificate): boolean {
  return authority.subjectAttributes.some((a) => a.oid === COMMON_NAME && a.value.endsWith(' (demo)'));
}

export function subjectText(certificate: Certificate): string {
  const names: Readonly<Record<string, string>> = {
    [COUNTRY]: 'C',
    [COMMON_NAME]: 'CN',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
  };
  return certificate.subjectAttributes
    .map((a) => `${names[a.oid] ?? a.oid}=${a.value}`)
    .reverse()
    .join(',');
}

/** Country and common name; empty where there is none, or more than one. */
export function subjectNames(certificate: Certificate): { country: string; commonName: string } {
  const of = (oid: string) => {
    const [only, ...more] = certificate.subjectAttributes.filter((a) => a.oid === oid);
    return more.length > 0 ? '' : (only?.value ?? '');
  };
  return { country: of(COUNTRY), commonName: of(COMMON_NAME) };
}

function purposes(usage: Extension): string[] {
  return (
    quietly(() => derSequence(derOnly(usage.value, 0x30, RULE).content, RULE).map((o) => derOid(o.content, RULE))) ?? []
  );
}

function hasBit(usage: Extension, bit: number): boolean {
  const content = quietly(() => derOnly(usage.value, 0x03, RULE).content);
  const byte = content?.[1 + (bit >> 3)];
  return byte !== undefined && (byte & (0x80 >> (bit & 7))) !== 0;
}

function extension(certificate: Certificate, oid: string): Extension | undefined {
  return certificate.extensions.find((e) => e.oid === oid);
}

/** An extension that cannot be read says nothing, which each rule takes for a no. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
