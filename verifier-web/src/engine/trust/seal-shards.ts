/** The files of a sharded seal revocation list (50-status, STATUS-55 to STATUS-59): eight bytes a seal, looked into where they lie. */
import { toHex } from '../bytes/hex';
import { limits } from '../registry';
import { digest } from '../signing/signature';
import type { JsonObject } from './json';
import { array, object, onlyMembers, requireOnly, text, uint } from './members';
import { corrupt, Refusal } from './refusal';

/** What a list says of one of its files. */
export interface NamedShard {
  readonly count: number;
  /** Of the file; none when there are no entries, and no file. */
  readonly sha256?: string;
}

/** By the first byte of the identities; a view into the snapshot, never copied. */
export type Shards = ReadonlyMap<number, Uint8Array>;

const COUNT = 256;
const ENTRY = 8;

/** What a list says of its files; undefined when it is written out. @throws Refusal */
export function namedShards(payload: JsonObject): readonly NamedShard[] | undefined {
  const sharded = requireOnly(payload.get('requires'), ['seal-shards']).length > 0;
  if (payload.has('shards') !== sharded || (sharded && payload.has('entries'))) {
    throw corrupt('STATUS-55', 'shards without their name, or beside entries');
  }
  return sharded ? array(payload.get('shards'), COUNT, COUNT, 'STATUS-55').map((v) => named(v)) : undefined;
}

function named(value: Parameters<typeof object>[0]): NamedShard {
  const members = object(value, 'STATUS-55');
  const count = uint(members.get('count'), 'STATUS-55');
  if (count > limits.maxSealShardEntries) throw corrupt('STATUS-55', 'a shard of too many entries');
  onlyMembers(members, count === 0 ? ['count'] : ['count', 'sha256'], 'STATUS-55');
  if (count === 0) return { count };
  const sha256 = text(members.get('sha256'), 'STATUS-55');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw corrupt('TRUST-4', 'a digest of a wrong form');
  return { count, sha256 };
}

/** Whether a file is called like a shard of that list. */
export function isShard(list: string, name: string): boolean {
  return name.startsWith(stem(list)) && /^\/[0-9a-f]{2}\.bin$/.test(name.slice(stem(list).length));
}

/**
 * The files that a list names.
 * @param shards what it says of them; undefined when it is written out, or missing
 * @throws Refusal for what STATUS-57 refuses
 */
export async function readShards(
  files: ReadonlyMap<string, Uint8Array>,
  list: string,
  shards: readonly NamedShard[] | undefined,
): Promise<Shards | undefined> {
  const nameOf = (k: number) => `${stem(list)}/${k.toString(16).padStart(2, '0')}.bin`;
  for (let k = 0; k < COUNT; k++) {
    if (files.has(nameOf(k)) !== (shards?.[k]?.count ?? 0) > 0) {
      throw new Refusal('MIXED', 'STATUS-57', 'a shard that is missing, or that its list does not name');
    }
  }
  if (shards === undefined) return undefined;
  const found = new Map<number, Uint8Array>();
  for (const [k, { count, sha256 }] of shards.entries()) {
    const file = files.get(nameOf(k));
    if (file === undefined) continue;
    if (file.length !== count * ENTRY || toHex(await digest('SHA-256', file)) !== sha256) {
      throw corrupt('STATUS-57', 'not the shard that the list names');
    }
    refuseDisorder(file);
    found.set(k, file);
  }
  return found;
}

function refuseDisorder(file: Uint8Array): void {
  for (let at = 0; at < file.length; at += ENTRY) {
    const status = file[at + ENTRY - 1] as number;
    const ascending = at === 0 || order(file, at - ENTRY, file, at) < 0;
    if (status < 1 || status > 3 || !ascending) throw corrupt('STATUS-56', 'another status, or entries out of order');
  }
}

/** The status of a seal, by the first eight bytes of its identity: 0 when it is not listed. */
export function shardStatus(shards: Shards, identity: Uint8Array): number {
  const file = shards.get(identity[0] as number);
  if (file === undefined) return 0;
  let low = 0;
  let high = file.length / ENTRY - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const compared = order(file, middle * ENTRY, identity, 1);
    if (compared === 0) return file[middle * ENTRY + ENTRY - 1] as number;
    if (compared < 0) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** Compares seven bytes. */
function order(a: Uint8Array, from: number, b: Uint8Array, to: number): number {
  for (let i = 0; i < ENTRY - 1; i++) {
    const difference = (a[from + i] as number) - (b[to + i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function stem(list: string): string {
  return list.replace(/\.json$/, '');
}
