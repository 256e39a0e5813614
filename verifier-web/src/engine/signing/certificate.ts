/**
 * X.509 certificates (RFC 5280) as far as Doc 9303-12 and our lists need them: read, never made. A reader of our own instead of a
 * library, because the page needs only this much, strictly: DER only, every extension listed. It judges nothing: no date, no
 * chain, no profile; a key that it cannot use is one that its profile refuses (TRUST-95), and a signature of another algorithm is
 * none of its authority's (TRUST-90): neither keeps anyone from the rest of a list (TRUST-42).
 */
import {
  derElement,
  derOid,
  derOidElement,
  derOnly,
  derSequence,
  derTime,
  derUnsigned,
  guarded,
  isBitString,
  requireDer,
  type Der,
} from '../bytes/der';
import { toHex } from '../bytes/hex';
import { equal, toBigInt } from '../bytes/arrays';
import { wrongFormat } from '../format-error';
import { algorithmOfCurve } from './algorithms';
import {
  certificateSignature,
  requireAlgorithm,
  signatureFits,
  type CertificateSignature,
} from './certificate-signature';
import { CURVES, type CurveName } from './curves';
import { nameAttributes, type NameAttribute } from './name';
import { digest, type CurveKey, type PublicKey, type RsaKey } from './signature';

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export interface Certificate {
  readonly der: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** The signed part, as received. */
  readonly signed: Uint8Array;
  /** Lower-case hex without leading zeros; a negative one begins with a minus, and is nobody's reference. */
  readonly serial: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly subjectAttributes: readonly NameAttribute[];
  /** Milliseconds since 1970, both included. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: PublicKey;
  /** SubjectPublicKeyInfo as received. */
  readonly keyInfo: Uint8Array;
  readonly extensions: readonly Extension[];
  /** Undefined for one of no algorithm that CSCAs sign with (TRUST-58). */
  readonly signature?: CertificateSignature;
}

const RULE = 'TRUST-49';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const MAX_BYTES = 16_384;

/** @throws FormatError WRONG_FORMAT if it is not exactly one certificate of the form of TRUST-49 */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > MAX_BYTES) throw wrongFormat(RULE, 'certificate too large');
  return guarded(RULE, 'certificate', () => read(der));
}

function read(der: Uint8Array): Certificate {
  const [tbs, algorithm, bits] = exactly(derSequence(requireDer(derOnly(der, 0x30, RULE), RULE).content, RULE), 3);
  const all = derSequence(expect(tbs, 0x30).content, RULE);
  const version = versionOf(all);
  const fields = all[0]?.tag === 0xa0 ? all.slice(1) : all;
  const [from, to] = exactly(derSequence(expect(fields[3], 0x30).content, RULE), 2);
  requireAlgorithm(expect(fields[1], 0x30));
  requireAlgorithm(expect(algorithm, 0x30));
  const signature = certificateSignature(expect(fields[1], 0x30), expect(algorithm, 0x30), expect(bits, 0x03));
  const keyInfo = expect(fields[5], 0x30);
  const [keyAlgorithm, key] = exactly(derSequence(keyInfo.content, RULE), 2);
  requireAlgorithm(expect(keyAlgorithm, 0x30));
  expect(key, 0x03);
  nameAttributes(expect(fields[2], 0x30));
  return {
    der,
    version,
    signed: (tbs as Der).whole,
    serial: serialOf(expect(fields[0], 0x02)),
    issuer: expect(fields[2], 0x30).whole,
    subject: expect(fields[4], 0x30).whole,
    subjectAttributes: nameAttributes(expect(fields[4], 0x30)),
    notBefore: derTime(from as Der, RULE),
    notAfter: derTime(to as Der, RULE),
    key: keyOf(keyInfo),
    keyInfo: keyInfo.whole,
    extensions: extensionsOf(fields.slice(6), version),
    ...(signature === undefined ? {} : { signature }),
  };
}

function versionOf([first]: readonly Der[]): 1 | 2 | 3 {
  if (first?.tag !== 0xa0) return 1;
  const number = derUnsigned(derOnly(first.content, 0x02, RULE), RULE);
  const version = number.length === 1 ? 1 + (number[0] as number) : 0;
  if (version !== 1 && version !== 2 && version !== 3) throw wrongFormat(RULE, 'certificate of an unknown version');
  return version;
}

/** Lower-case hex without leading zeros; a negative one begins with a minus. */
export function serialOf(number: Der): string {
  const negative = ((number.content[0] ?? 0) & 0x80) !== 0;
  return negative ? `-${toHex(number.content)}` : toHex(derUnsigned(number, RULE)).replace(/^0+(?=.)/, '');
}

/** What may follow the key, in this order: unique identifiers from version 2 on, extensions in version 3. */
function extensionsOf(rest: readonly Der[], version: number): Extension[] {
  let last = 0x80;
  for (const { tag, content } of rest) {
    const known = tag === 0xa3 ? version === 3 : (tag === 0x81 || tag === 0x82) && version > 1 && isBitString(content);
    if (!known || tag <= last) throw wrongFormat(RULE, 'a field that a certificate of this version does not have');
    last = tag;
  }
  const block = rest.find((e) => e.tag === 0xa3);
  return block === undefined ? [] : readExtensions(derOnly(block.content, 0x30, RULE));
}

/** At least one, none twice; those two that say who is an authority in their form, whatever they say. */
export function readExtensions(sequence: Der): Extension[] {
  const list = derSequence(sequence.content, RULE).map((e) => {
    const parts = derSequence(expect(e, 0x30).content, RULE);
    const flag = parts[1]?.tag === 0x01 ? parts[1] : undefined;
    exactly(parts, flag === undefined ? 2 : 3);
    const value = expect(parts[flag === undefined ? 1 : 2], 0x04).content;
    const oid = derOid(expect(parts[0], 0x06).content, RULE);
    if (oid === KEY_USAGE) requireKeyUsage(derOnly(value, 0x03, RULE).content);
    if (oid === BASIC_CONSTRAINTS) requireConstraints(derOnly(value, 0x30, RULE));
    return { oid, critical: flag?.content[0] === 0xff, value };
  });
  if (list.length === 0 || new Set(list.map((e) => e.oid)).size !== list.length)
    throw wrongFormat(RULE, 'no extension, or one twice');
  return list;
}

/** Certificates in the field have unused bits that are not zero: they say nothing. */
function requireKeyUsage(bits: Uint8Array): void {
  const [unused = 8] = bits;
  if (unused > 7 || (unused > 0 && bits.length === 1)) throw wrongFormat(RULE, 'a key usage that is none');
}

function requireConstraints({ content }: Der): void {
  const parts = derSequence(content, RULE);
  const good = parts.every((e) => (e.tag === 0x01 ? e.content.length === 1 : requireDer(e, RULE).tag === 0x02));
  const tags = parts.map((e) => e.tag).join();
  if (!good || !['', '1', '2', '1,2'].includes(tags)) throw wrongFormat(RULE, 'basic constraints that are none');
}

/**
 * The SubjectPublicKeyInfo in the one form that keys are compared and hashed in: a curve that is spelled out is named. Keys without
 * a curve have but one form.
 */
export function canonicalKeyInfo({ key, keyInfo }: Certificate): Uint8Array {
  const curve = CURVES.find((c) => c.name === key.curve);
  if (curve === undefined || !('point' in key)) return keyInfo;
  const algorithm = derElement(0x30, derOidElement('1.2.840.10045.2.1'), derOidElement(curve.oid));
  return derElement(0x30, algorithm, derElement(0x03, new Uint8Array([0]), key.point));
}

/** One odd key is the fault of its own certificate, never of the list that has it. */
function keyOf(info: Der): PublicKey {
  try {
    return publicKey(info);
  } catch {
    return { curve: 'unusable' };
  }
}

/** A SubjectPublicKeyInfo: named or spelled-out curve with an uncompressed point, or Ed25519. */
export function publicKey(info: Der): CurveKey | RsaKey {
  const [algorithm, key] = exactly(derSequence(info.content, RULE), 2);
  const [oid, parameters, ...more] = derSequence(expect(algorithm, 0x30).content, RULE);
  if (more.length > 0) throw wrongFormat(RULE, 'key of an unknown kind');
  const point = bits(key);
  const name = derOid(expect(oid, 0x06).content, RULE);
  if (name === '1.3.101.112' && parameters === undefined && point.length === 32) return { curve: 'Ed25519', point };
  if (name === '1.2.840.113549.1.1.1' && parameters?.tag === 0x05 && parameters.content.length === 0)
    return rsaKey(info, point);
  if (name !== '1.2.840.10045.2.1' || parameters === undefined) throw wrongFormat(RULE, 'key of an unknown kind');
  const curve = parameters.tag === 0x06 ? namedCurve(parameters) : spelledCurve(parameters);
  const half = curve === undefined ? undefined : fieldBytes(curve);
  if (curve === undefined || half === undefined) throw wrongFormat(RULE, 'key on an unknown curve');
  if (point[0] !== 0x04 || point.length !== 1 + 2 * half)
    throw wrongFormat(RULE, 'key that is not an uncompressed point');
  return { curve, point };
}

/** Whether its size and exponent are ones to be trusted is not asked here (TRUST-95). */
function rsaKey(info: Der, key: Uint8Array): RsaKey {
  const [n, e] = exactly(derSequence(derOnly(key, 0x30, RULE).content, RULE), 2);
  const [modulus, exponent] = [n, e].map((part) => derUnsigned(expect(part, 0x02), RULE));
  return { curve: 'RSA', info: info.whole, modulus: modulus as Uint8Array, exponent: toBigInt(exponent as Uint8Array) };
}

function fieldBytes(curve: CurveName): number | undefined {
  // Field and order have the same length in bytes on each of our curves.
  return algorithmOfCurve(curve)?.half;
}

function namedCurve(parameters: Der): CurveName | undefined {
  const oid = derOid(parameters.content, RULE);
  return CURVES.find((c) => c.oid === oid)?.name;
}

/** Explicit domain parameters (RFC 3279 2.3.5), as many CSCA certificates carry them: recognised by every value. */
function spelledCurve(parameters: Der): CurveName | undefined {
  const parts = derSequence(expect(parameters, 0x30).content, RULE);
  const field = derSequence(expect(parts[1], 0x30).content, RULE);
  if (derOid(expect(field[0], 0x06).content, RULE) !== '1.2.840.10045.1.1') return undefined;
  const ab = derSequence(expect(parts[2], 0x30).content, RULE);
  const g = expect(parts[3], 0x04).content;
  if (g[0] !== 0x04) return undefined;
  const half = (g.length - 1) / 2;
  const cofactor = parts[5] === undefined ? 1n : toBigInt(derUnsigned(parts[5], RULE));
  if (cofactor !== 1n) return undefined;
  const values = [
    derUnsigned(expect(field[1], 0x02), RULE),
    expect(ab[0], 0x04).content,
    expect(ab[1], 0x04).content,
    g.subarray(1, 1 + half),
    g.subarray(1 + half),
    derUnsigned(expect(parts[4], 0x02), RULE),
  ].map(toBigInt);
  return CURVES.find((c) => [c.p, c.a, c.b, c.gx, c.gy, c.n].every((hex, i) => BigInt('0x' + hex) === values[i]))?.name;
}

function bits(element: Der | undefined): Uint8Array {
  const content = expect(element, 0x03).content;
  if (content[0] !== 0) throw wrongFormat(RULE, 'bit string with unused bits');
  return content.subarray(1);
}

function expect(element: Der | undefined, tag: number): Der {
  if (element === undefined || element.tag !== tag) throw wrongFormat(RULE, 'unexpected DER element');
  return element;
}

function exactly(elements: Der[], count: number): Der[] {
  if (elements.length !== count) throw wrongFormat(RULE, 'unexpected number of DER elements');
  return elements;
}

/** Whether `issuer`'s key signed `certificate`, and the names fit. Neither dates nor constraints are looked at. */
export async function signedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (!equal(certificate.issuer, issuer.subject)) return false;
  const { signature } = certificate;
  return signature !== undefined && signatureFits(signature, certificate.signed, issuer.key);
}

/** SHA-256 of the certificate in DER. */
export function fingerprint(certificate: Certificate): Promise<Uint8Array<ArrayBuffer>> {
  return digest('SHA-256', certificate.der);
}
