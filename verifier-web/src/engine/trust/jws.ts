/** The signed envelope of documents of trust: JWS in general JSON serialization, and nothing looser (TRUST-10 to TRUST-15). */
import { ascii, concat } from '../bytes/arrays';
import { toBase64Url } from '../bytes/base64';
import { algorithmOfJose } from '../signing/algorithms';
import { digest, verifySignature, type PublicKey } from '../signing/signature';
import type { Json } from './json';
import { readJson } from './json';
import { array, base64Url, object, onlyMembers, text } from './members';
import { corrupt } from './refusal';
import { verifiesSecond, type SecondKeys } from './second-keys';

export interface Jwk {
  /** RFC 7638 thumbprint, base64url: the key's name. */
  readonly kid: string;
  readonly key: PublicKey;
}

export interface Role {
  readonly threshold: number;
  readonly keys: readonly Jwk[];
  /** The second keys, which have to sign as well (TRUST-34); undefined when the role has none. */
  readonly second?: SecondKeys | undefined;
}

export interface Envelope {
  /** The decoded payload, as signed. */
  readonly payload: Uint8Array;
  /** The payload as received, in ASCII: once, however many have signed it. */
  readonly payloadText: Uint8Array;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly alg: string;
  readonly kid: string;
  readonly protectedText: string;
  readonly signature: Uint8Array;
}

/** What the signature of an entry is over: made when it is verified, since a payload may have megabytes and entries of strangers. */
export function signedBytes(envelope: Envelope, entry: Entry): Uint8Array<ArrayBuffer> {
  return concat(ascii(`${entry.protectedText}.`), envelope.payloadText);
}

/** TRUST-11 */
const MAX_HEADER_BYTES = 1024;

/** @throws Refusal CORRUPT when the envelope is not exactly of its form, or of another kind than `typ` */
export function readEnvelope(bytes: Uint8Array, typ: string, maxBytes: number): Envelope {
  const outer = object(readJson(bytes, maxBytes), 'TRUST-10');
  onlyMembers(outer, ['payload', 'signatures'], 'TRUST-10');
  const payloadText = text(outer.get('payload'), 'TRUST-10');
  const entries = array(outer.get('signatures'), 1, 16, 'TRUST-10').map((e) => entry(e, typ));
  if (new Set(entries.map((e) => e.kid)).size !== entries.length) throw corrupt('TRUST-12', 'a key named twice');
  return { payload: base64Url(payloadText, 'TRUST-10'), payloadText: ascii(payloadText), entries };
}

function entry(value: Json, typ: string): Entry {
  const members = object(value, 'TRUST-10');
  onlyMembers(members, ['protected', 'signature'], 'TRUST-10');
  const protectedText = text(members.get('protected'), 'TRUST-10');
  const header = object(readJson(base64Url(protectedText, 'TRUST-10'), MAX_HEADER_BYTES), 'TRUST-11');
  onlyMembers(header, ['alg', 'kid', 'typ'], 'TRUST-11');
  if (text(header.get('typ'), 'TRUST-11') !== typ) throw corrupt('TRUST-11', 'a document of another kind');
  return {
    alg: text(header.get('alg'), 'TRUST-11'),
    kid: text(header.get('kid'), 'TRUST-11'),
    protectedText,
    signature: base64Url(text(members.get('signature'), 'TRUST-10'), 'TRUST-10'),
  };
}

/**
 * TRUST-14 and TRUST-17: every entry of the role's keys must verify, and at least the threshold of them; the same for its second keys.
 * @throws Refusal CORRUPT otherwise
 */
export async function requireRole(envelope: Envelope, role: Role): Promise<void> {
  await requireKeys(envelope, role.threshold, role.keys, verifies, 'TRUST-14');
  const { second } = role;
  if (second !== undefined)
    await requireKeys(
      envelope,
      second.threshold,
      second.keys,
      (signed, e, key) => verifiesSecond(key, e, signed),
      'TRUST-17',
    );
}

async function requireKeys<K extends { readonly kid: string }>(
  envelope: Envelope,
  threshold: number,
  keys: readonly K[],
  fits: (signed: Uint8Array, e: Entry, key: K) => Promise<boolean>,
  rule: string,
): Promise<void> {
  let good = 0;
  for (const e of envelope.entries) {
    const key = keys.find((k) => k.kid === e.kid);
    if (key === undefined) continue;
    if (!(await fits(signedBytes(envelope, e), e, key))) throw corrupt(rule, 'a signature does not fit');
    good++;
  }
  if (good < threshold) throw corrupt(rule, 'too few signatures of its role');
}

/** Whether the role accepts the document, for readers that only sort faults. */
export async function acceptedBy(envelope: Envelope, role: Role): Promise<boolean> {
  return requireRole(envelope, role).then(
    () => true,
    () => false,
  );
}

/** The keys of a role that were counted, once `requireRole` has returned for it (TRUST-210). */
export function signersOf(envelope: Envelope, role: Role): string[] {
  return envelope.entries.map((e) => e.kid).filter((kid) => role.keys.some((k) => k.kid === kid));
}

async function verifies(signed: Uint8Array, e: Entry, jwk: Jwk): Promise<boolean> {
  if (e.alg !== 'ES256' && e.alg !== 'ES384') return false;
  const algorithm = algorithmOfJose(e.alg);
  return algorithm !== undefined && verifySignature(algorithm, jwk.key, signed, e.signature);
}

const CURVES = { 'P-256': { curve: 'secp256r1', bytes: 32 }, 'P-384': { curve: 'secp384r1', bytes: 48 } } as const;

/** TRUST-15: a public key in exactly this form, with its name computed. */
export async function readJwk(value: Json | undefined): Promise<Jwk> {
  const members = object(value, 'TRUST-15');
  onlyMembers(members, ['crv', 'kty', 'x', 'y'], 'TRUST-15');
  const crv = members.get('crv');
  if (members.get('kty') !== 'EC' || (crv !== 'P-256' && crv !== 'P-384'))
    throw corrupt('TRUST-15', 'a key of another kind');
  const [x, y] = [text(members.get('x'), 'TRUST-15'), text(members.get('y'), 'TRUST-15')];
  const { curve, bytes } = CURVES[crv];
  const [xBytes, yBytes] = [base64Url(x, 'TRUST-15'), base64Url(y, 'TRUST-15')];
  if (xBytes.length !== bytes || yBytes.length !== bytes) throw corrupt('TRUST-15', 'a key of a wrong length');
  const point = concat(new Uint8Array([4]), xBytes, yBytes);
  try {
    await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: crv }, false, ['verify']);
  } catch {
    throw corrupt('TRUST-15', 'a key that is not on its curve');
  }
  // RFC 7638 3.2: required members only, in order, without white space.
  const canonical = `{"crv":"${crv}","kty":"EC","x":"${x}","y":"${y}"}`;
  return { kid: toBase64Url(await digest('SHA-256', ascii(canonical))), key: { curve, point } };
}
