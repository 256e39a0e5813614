/** A residence credential: its claims, read by 30-residence-credential 4 to 8. Version 1 is closed: what is not in it is refused. */
import { concat } from '../bytes/arrays';
import { unsupported, wrongFormat } from '../format-error';
import type { Purpose } from '../trust/extensions';
import { PURPOSES } from '../trust/extensions';
import { isMap, readCbor, type Cbor, type CborMap } from './cbor';
import { readCommon } from './common';
import { checkDisclosure } from './disclosure';
import type { CurveKey } from '../signing/signature';
import { cborLimits, readCode, readEnvelope, type CredentialLimits, type Envelope } from './envelope';
import { readPerson, type Person } from './person';
import { anyUint, byteString, country, date, documentNumber, keysExactly, keysWithin, map, text, uint } from './values';

export interface WorkRight {
  readonly kind: 'none' | 'any' | 'conditions' | 'separate-permit';
  readonly conditions?: string;
}

export interface Right {
  readonly kind: 'no' | 'yes';
  readonly conditions?: string;
}

export interface Credential {
  readonly envelope: Envelope;
  readonly issuer: string;
  /** Seconds since 1970: first second at which it is over, first second of its first day, midnight of the day of signing. */
  readonly expires: number;
  readonly notBefore: number;
  readonly signedOn: number;
  readonly cti: Uint8Array;
  readonly status: { readonly index: number; readonly uri: string };
  /** The key of the holder's device for this purpose, where it is bound to one (CRED-34). */
  readonly deviceKey?: CurveKey;
  readonly person: Person;
  readonly purpose: Purpose;
  readonly category: number;
  /** Days, `YYYY-MM-DD`; `until` is absent for an unlimited right. */
  readonly rightFrom: string;
  readonly rightUntil?: string;
  readonly permitNumber?: string;
  readonly work?: WorkRight;
  readonly selfEmployment?: Right;
  readonly study?: Right;
  readonly authority?: string;
  readonly placeOfIssue?: string;
  readonly legalGround?: string;
  readonly travelDocument?: { readonly number: string; readonly issuer: string; readonly expires?: string };
  readonly birthPlace?: string;
  readonly remarks?: string;
  readonly liveOnly: boolean;
}

const PERMIT = -65537;

/**
 * @param categories codes of categories.json
 * @throws FormatError
 */
export async function readCredential(
  code: string,
  limits: CredentialLimits,
  categories: readonly number[],
): Promise<Credential> {
  return read(await readCode(code, limits), limits, categories);
}

/**
 * The credential in these bytes, as they are inside of a code.
 * @throws FormatError
 */
export function readCredentialBytes(
  bytes: Uint8Array,
  limits: CredentialLimits,
  categories: readonly number[],
): Credential {
  return read(readEnvelope(bytes, limits), limits, categories);
}

function read(envelope: Envelope, limits: CredentialLimits, categories: readonly number[]): Credential {
  const claims = map(readCbor(envelope.payload, cborLimits(limits, 'CRED-10')), 'CRED-25');
  const permit = claims.get(PERMIT);
  if (!isMap(permit)) throw wrongFormat('CRED-26', 'the permit is missing');
  if (anyUint(permit.get(0), 'CRED-26') !== 1) {
    throw unsupported('CRED-26', 'the credential is of a newer version');
  }
  const credential = readClaims(envelope, claims, permit);
  checkDisclosure(map(claims.get(169), 'CRED-40'), permit, credential.purpose);
  if (!categories.includes(credential.category)) throw unsupported('CRED-52', 'the category is not known');
  return credential;
}

function readClaims(envelope: Envelope, claims: CborMap, permit: CborMap): Credential {
  const required = [1, 4, 5, 6, 7, 169, 65535, PERMIT];
  keysExactly(claims, claims.has(8) ? [...required, 8] : required, 'CRED-25');
  return {
    envelope,
    ...readCommon(claims, 315_792_000, 'CRED-28'),
    ...(claims.has(8) ? { deviceKey: readDeviceKey(claims) } : {}),
    person: readPerson(map(claims.get(169), 'CRED-40')),
    ...readPermit(permit),
  };
}

function readDeviceKey(claims: CborMap): CurveKey {
  const confirmation = map(claims.get(8), 'CRED-34');
  keysExactly(confirmation, [1], 'CRED-34');
  const key = map(confirmation.get(1), 'CRED-34');
  keysExactly(key, [1, -1, -2, -3], 'CRED-34');
  if (key.get(1) !== 2 || key.get(-1) !== 1) throw wrongFormat('CRED-34', 'a device key of another kind');
  const [x, y] = [key.get(-2), key.get(-3)].map((part) => byteString(part, 32, 32, 'CRED-34'));
  return { curve: 'secp256r1', point: concat(new Uint8Array([4]), x as Uint8Array, y as Uint8Array) };
}

type PermitPart = Omit<
  Credential,
  'envelope' | 'issuer' | 'expires' | 'notBefore' | 'signedOn' | 'cti' | 'status' | 'deviceKey' | 'person'
>;

function readPermit(permit: CborMap): PermitPart {
  keysWithin(permit, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], 'CRED-50');
  const optional = <K extends string, V>(key: number, name: K, read: (v: Cbor | undefined) => V) =>
    (permit.has(key) ? { [name]: read(permit.get(key)) } : {}) as Partial<Record<K, V>>;
  const rightFrom = date(permit.get(3), 'CRED-53');
  const rightUntil = permit.get(4) === 0 ? undefined : date(permit.get(4), 'CRED-53');
  if (rightUntil !== undefined && rightUntil < rightFrom)
    throw wrongFormat('CRED-53', 'a right that ends before it begins');
  const liveOnly = permit.has(15) ? permit.get(15) : false;
  if (typeof liveOnly !== 'boolean') throw wrongFormat('CRED-59', 'live only is neither yes nor no');
  return {
    purpose: PURPOSES[uint(permit.get(1), 3, 'CRED-51')] as Purpose,
    category: uint(permit.get(2), 0xffff, 'CRED-52'),
    rightFrom,
    ...(rightUntil === undefined ? {} : { rightUntil }),
    ...optional(5, 'permitNumber', documentNumber),
    ...optional(6, 'work', readWork),
    ...optional(7, 'selfEmployment', readRight),
    ...optional(8, 'study', readRight),
    ...optional(9, 'authority', (v) => text(v, 100)),
    ...optional(10, 'placeOfIssue', (v) => text(v, 80)),
    ...optional(11, 'legalGround', (v) => text(v, 80)),
    ...optional(12, 'travelDocument', readTravelDocument),
    ...optional(13, 'birthPlace', (v) => text(v, 80)),
    ...optional(14, 'remarks', (v) => text(v, 200)),
    liveOnly,
  };
}

function list(value: Cbor | undefined, least: number, most: number, rule: string): readonly Cbor[] {
  if (!Array.isArray(value) || value.length < least || value.length > most)
    throw wrongFormat(rule, 'a list of a wrong form');
  return value as readonly Cbor[];
}

/** CRED-56 */
function readWork(value: Cbor | undefined): WorkRight {
  const parts = list(value, 1, 2, 'CRED-56');
  const kind = uint(parts[0], 3, 'CRED-56');
  const allowed = kind === 2 ? parts.length === 2 : kind === 3 || parts.length === 1;
  if (!allowed) throw wrongFormat('CRED-56', 'a right to work of a wrong form');
  const words = parts.length === 2 ? { conditions: text(parts[1], 200) } : {};
  return { kind: (['none', 'any', 'conditions', 'separate-permit'] as const)[kind] as WorkRight['kind'], ...words };
}

/** CRED-57 */
function readRight(value: Cbor | undefined): Right {
  const parts = list(value, 1, 2, 'CRED-57');
  const kind = uint(parts[0], 1, 'CRED-57');
  if (kind === 0 && parts.length === 2) throw wrongFormat('CRED-57', 'a right of a wrong form');
  return { kind: kind === 1 ? 'yes' : 'no', ...(parts.length === 2 ? { conditions: text(parts[1], 200) } : {}) };
}

/** CRED-58 */
function readTravelDocument(value: Cbor | undefined): NonNullable<Credential['travelDocument']> {
  const parts = list(value, 2, 3, 'CRED-58');
  const named = { number: documentNumber(parts[0]), issuer: country(parts[1], 'CRED-42') };
  return parts.length === 3 ? { ...named, expires: date(parts[2], 'CRED-58') } : named;
}
