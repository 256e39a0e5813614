/** Status lists (50-status part 1): Token Status List as CWT, the form that snapshots carry. */
import { inflateZlib } from '../bytes/inflate';
import { unsupported, wrongFormat } from '../format-error';
import { isMap, isTag, readCbor, type Cbor, type CborLimits, type CborMap } from '../cwt/cbor';
import { toBeSigned } from '../cwt/envelope';
import { byteString, map, uint } from '../cwt/values';
import { limits } from '../registry';
import { algorithmOfCose, type Algorithm } from '../signing/algorithms';
import { verifySignature } from '../signing/signature';
import type { Jwk } from '../trust/jws';

export interface StatusList {
  readonly uri: string;
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly expires: number;
  /** How long whoever is online need not fetch it again, milliseconds; no part of any verdict (STATUS-61). */
  readonly ttl?: number;
  readonly bits: number;
  readonly packed: Uint8Array;
  /** Thumbprint of the key that verified it. */
  readonly signer: string;
}

const MAX_BYTES = 2_097_152;
const MAX_TIME = 253_402_300_799;
const CBOR: CborLimits = { depth: 8, items: 4096, rule: 'STATUS-10', anyOrder: true };

/**
 * @param uri the address that the list must name (STATUS-30)
 * @param keys keys that the trust list names for this address; each is tried (STATUS-32)
 * @throws FormatError when it is not a list that one of them signed
 */
export async function readStatusList(bytes: Uint8Array, uri: string, keys: readonly Jwk[]): Promise<StatusList> {
  if (bytes.length > MAX_BYTES) throw wrongFormat('STATUS-5', 'the list is too long');
  const item = readCbor(bytes, CBOR);
  const parts = isTag(item) && item.tag === 18 ? item.value : undefined;
  if (!Array.isArray(parts) || parts.length !== 4) throw wrongFormat('STATUS-10', 'the list is no COSE_Sign1');
  const [header, open, payload, signature] = parts as readonly Cbor[];
  const headerBytes = byteString(header, 0, MAX_BYTES, 'STATUS-10');
  const payloadBytes = byteString(payload, 0, MAX_BYTES, 'STATUS-10');
  checkOpenHeader(open);
  const algorithm = readHeader(readCbor(headerBytes, CBOR));
  const list = await readPayload(map(readCbor(payloadBytes, CBOR), 'STATUS-13'), uri);
  const signed = toBeSigned(headerBytes, payloadBytes);
  const raw = byteString(signature, 0, MAX_BYTES, 'STATUS-10');
  for (const { kid, key } of keys) {
    if (await verifySignature(algorithm, key, signed, raw)) return { ...list, signer: kid };
  }
  throw wrongFormat('STATUS-32', 'no key that is named for the list signed it');
}

function checkOpenHeader(open: Cbor | undefined): void {
  const good = isMap(open) && [...open.keys()].every((k) => k === 4) && isKid(open);
  if (!good) throw wrongFormat('STATUS-11', 'the unprotected header has other members');
}

function isKid(header: CborMap): boolean {
  return !header.has(4) || header.get(4) instanceof Uint8Array;
}

function readHeader(header: Cbor): Algorithm {
  if (!isMap(header) || !header.has(1) || !header.has(16) || !isKid(header)) {
    throw wrongFormat('STATUS-11', 'the protected header is incomplete');
  }
  if ([...header.keys()].some((k) => k !== 1 && k !== 4 && k !== 16)) {
    throw wrongFormat('STATUS-11', 'the protected header has other members');
  }
  if (header.get(16) !== 'application/statuslist+cwt') throw wrongFormat('STATUS-12', 'the list is of another type');
  const id = header.get(1);
  if (typeof id !== 'number' && typeof id !== 'bigint' && typeof id !== 'string') {
    throw wrongFormat('STATUS-12', 'the algorithm is malformed');
  }
  const known = typeof id === 'number' && [-7, -9, -35].includes(id) ? algorithmOfCose(BigInt(id)) : undefined;
  if (known === undefined) throw unsupported('STATUS-12', 'the list is signed with an unknown algorithm');
  return known;
}

async function readPayload(claims: CborMap, uri: string): Promise<Omit<StatusList, 'signer'>> {
  if (claims.get(2) !== uri) throw wrongFormat('STATUS-30', 'the list answers for another address');
  const issued = uint(claims.get(6), MAX_TIME, 'STATUS-13');
  const expires = uint(claims.get(4), MAX_TIME, 'STATUS-13');
  if (expires <= issued) throw wrongFormat('STATUS-31', 'the list ends before it begins');
  const ttl = claims.has(65534) ? uint(claims.get(65534), 0xffff_ffff, 'STATUS-13') : undefined;
  if (ttl === 0) throw wrongFormat('STATUS-13', 'the list has an impossible time to live');
  const list = map(claims.get(65533), 'STATUS-13');
  const bits = uint(list.get('bits'), 8, 'STATUS-13');
  if (![1, 2, 4, 8].includes(bits)) throw wrongFormat('STATUS-13', 'entries of an impossible size');
  const zlib = byteString(list.get('lst'), 1, MAX_BYTES, 'STATUS-13');
  const packed = await inflateZlib(zlib, (limits.maxStatusListEntries * bits) / 8, 'STATUS-3');
  if (packed.length < 1) throw wrongFormat('STATUS-3', 'the list is empty');
  const times = { issued: issued * 1000, expires: expires * 1000, ...(ttl === undefined ? {} : { ttl: ttl * 1000 }) };
  return { uri, ...times, bits, packed };
}

/** The entry at an index (STATUS-2); undefined when the list has no such index (STATUS-4). */
export function statusAt(list: StatusList, index: number): number | undefined {
  const bit = index * list.bits;
  const byte = list.packed[Math.floor(bit / 8)];
  return byte === undefined ? undefined : (byte >> (bit % 8)) & ((1 << list.bits) - 1);
}
