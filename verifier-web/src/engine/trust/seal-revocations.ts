/** The seal revocation list: seals by their identity (50-status part 2). */
import { toHex } from '../bytes/hex';
import type { JsonObject } from './json';
import { acceptedBy, readEnvelope, type Envelope, type Jwk } from './jws';
import { array, head, object, payloadObject, text, time, uint, type Head } from './members';
import { corrupt } from './refusal';
import { namedShards, readShards, shardStatus, type NamedShard, type Shards } from './seal-shards';

export interface SealEntry {
  readonly status: 1 | 2 | 3;
  readonly since: number;
}

export interface SealRevocations extends Head {
  /** By identity, 32 lower-case hex digits; none in a sharded list. */
  readonly entries: ReadonlyMap<string, SealEntry>;
  /** The files of a sharded list (STATUS-56), by the first byte of the identities in them. */
  readonly shards?: Shards;
  readonly envelope: Envelope;
  /** Thumbprints of the keys that accept it. */
  readonly signers: readonly string[];
}

const MAX_BYTES = 16_777_216;

/**
 * @param files of the snapshot, among them those of a sharded list
 * @param name of the list among them
 * @param keys keys that the trust list allows to sign it, in state active or retiring
 * @returns nothing when there is no list of that name
 * @throws Refusal
 */
export async function readSealRevocations(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  keys: readonly Jwk[],
): Promise<SealRevocations | undefined> {
  const bytes = files.get(name);
  const read = bytes === undefined ? undefined : await readDocument(bytes, keys);
  const shards = await readShards(files, name, read?.named);
  if (read === undefined) return undefined;
  const { named: _named, ...list } = read;
  return { ...list, ...(shards === undefined ? {} : { shards }) };
}

/** The status of a seal by its identity: 0 when it is not listed. */
export function sealStatus({ entries, shards }: SealRevocations, identity: Uint8Array): number {
  return shards === undefined ? (entries.get(toHex(identity))?.status ?? 0) : shardStatus(shards, identity);
}

async function readDocument(
  bytes: Uint8Array,
  keys: readonly Jwk[],
): Promise<Omit<SealRevocations, 'shards'> & { readonly named?: readonly NamedShard[] }> {
  const envelope = readEnvelope(bytes, 'rp-seal-revocations+jws', MAX_BYTES);
  const signers = await accepting(envelope, keys);
  const payload = payloadObject(envelope.payload, MAX_BYTES);
  const common = head(payload, 'seal-revocations', ['seal-shards']);
  const named = namedShards(payload);
  const entries = named === undefined ? readEntries(payload, common.issued) : new Map<string, SealEntry>();
  return { ...common, entries, envelope, signers, ...(named === undefined ? {} : { named }) };
}

function readEntries(payload: JsonObject, issued: number): Map<string, SealEntry> {
  const entries = new Map<string, SealEntry>();
  let before = '';
  for (const value of array(payload.get('entries'), 0, 100_000, 'STATUS-51')) {
    const entry = object(value, 'STATUS-51');
    const seal = text(entry.get('seal'), 'STATUS-51');
    const status = uint(entry.get('status'), 'STATUS-51', 1);
    const since = time(entry.get('since'));
    if (!/^[0-9a-f]{32}$/.test(seal) || seal <= before) throw corrupt('STATUS-51', 'seals out of order or malformed');
    if (status > 3 || since > issued) throw corrupt('STATUS-51', 'an impossible entry');
    entries.set(seal, { status: status as 1 | 2 | 3, since });
    before = seal;
  }
  return entries;
}

/** STATUS-50: each key is a role of its own, and one of them suffices. */
async function accepting(envelope: Envelope, keys: readonly Jwk[]): Promise<string[]> {
  const signers: string[] = [];
  for (const key of keys) if (await acceptedBy(envelope, { threshold: 1, keys: [key] })) signers.push(key.kid);
  if (signers.length === 0) throw corrupt('STATUS-50', 'no key that the trust list names signed the seal revocations');
  return signers;
}
