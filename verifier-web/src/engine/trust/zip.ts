/** The snapshot's ZIP, read as strictly as TRUST-63 asks: nothing hidden, nothing twice, nothing larger than its bound. */
import { utf8 } from '../bytes/arrays';
import { inflateRaw } from '../bytes/inflate';
import { corrupt } from './refusal';

const MAX_ZIP = 67_108_864;
const MAX_ENTRIES = 4096;
const MAX_UNPACKED = 268_435_456;
const MAX_RATIO = 100;
const RULE = 'TRUST-63';

interface Central {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Files by name.
 * @param bound most bytes of a file of this name; undefined refuses the name
 * @throws Refusal CORRUPT
 */
export async function readZip(
  bytes: Uint8Array,
  bound: (name: string) => number | undefined,
): Promise<Map<string, Uint8Array>> {
  if (bytes.length > MAX_ZIP || bytes.length < 22) throw corrupt(RULE, 'not a ZIP, or too large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, start } = readDirectory(view, bytes);
  requireBounded(entries);
  entries.sort((a, b) => a.offset - b.offset);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  let total = 0;
  for (const entry of entries) {
    const most = bound(entry.name);
    if (most === undefined) throw corrupt('TRUST-61', 'a file name that is not allowed');
    if (files.has(entry.name) || entry.offset !== at) throw corrupt(RULE, 'entries that overlap, hide or repeat');
    const data = localData(view, bytes, entry, start);
    at = data.end;
    const content = await unpack(data.packed, entry, Math.min(most, MAX_UNPACKED - total));
    total += content.length;
    files.set(entry.name, content);
  }
  if (at !== start) throw corrupt(RULE, 'something between the entries and their directory');
  return files;
}

function readDirectory(view: DataView, bytes: Uint8Array): { entries: Central[]; start: number } {
  const end = bytes.length - 22;
  const u16 = (o: number) => view.getUint16(o, true);
  const u32 = (o: number) => view.getUint32(o, true);
  if (u32(end) !== 0x06054b50 || u16(end + 20) !== 0) throw corrupt(RULE, 'no end record, or a comment after it');
  const count = u16(end + 10);
  const start = u32(end + 16);
  const oneDisk = u16(end + 4) === 0 && u16(end + 6) === 0 && u16(end + 8) === count;
  if (!oneDisk || count > MAX_ENTRIES || start + u32(end + 12) !== end)
    throw corrupt(RULE, 'a directory that does not fit');
  const entries: Central[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || u32(at) !== 0x02014b50) throw corrupt(RULE, 'a damaged directory');
    const [nameLength, extra, comment] = [u16(at + 28), u16(at + 30), u16(at + 32)];
    const next = at + 46 + nameLength + extra + comment;
    if (next > end || u16(at + 34) !== 0) throw corrupt(RULE, 'a damaged directory');
    flags(u16(at + 8));
    noZip64(view, at + 46 + nameLength, extra);
    entries.push({
      name: name(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: u16(at + 10),
      crc: u32(at + 16),
      packed: u32(at + 20),
      size: u32(at + 24),
      offset: u32(at + 42),
    });
    at = next;
  }
  if (at !== end) throw corrupt(RULE, 'something after the directory');
  return { entries, start };
}

/** What the directory declares is judged as a whole before anything is unpacked. */
function requireBounded(entries: readonly Central[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MAX_UNPACKED || entries.some((entry) => entry.size > MAX_RATIO * entry.packed))
    throw corrupt(RULE, 'entries that unpack to more than allowed');
}

function localData(
  view: DataView,
  bytes: Uint8Array,
  entry: Central,
  limit: number,
): { packed: Uint8Array; end: number } {
  const o = entry.offset;
  if (o + 30 > limit || view.getUint32(o, true) !== 0x04034b50) throw corrupt(RULE, 'a damaged entry');
  const u16 = (d: number) => view.getUint16(o + d, true);
  const u32 = (d: number) => view.getUint32(o + d, true);
  flags(u16(6));
  const data = o + 30 + u16(26) + u16(28);
  if (data + entry.packed > limit) throw corrupt(RULE, 'an entry that ends too late');
  noZip64(view, o + 30 + u16(26), u16(28));
  const same =
    u16(8) === entry.method &&
    u32(14) === entry.crc &&
    u32(18) === entry.packed &&
    u32(22) === entry.size &&
    name(bytes.subarray(o + 30, o + 30 + u16(26))) === entry.name;
  if (!same) throw corrupt(RULE, 'an entry whose two headers differ');
  return { packed: bytes.subarray(data, data + entry.packed), end: data + entry.packed };
}

async function unpack(packed: Uint8Array, entry: Central, most: number): Promise<Uint8Array> {
  if (entry.size > most) throw corrupt(RULE, 'a file larger than its bound');
  let content = packed;
  if (entry.method === 8) {
    try {
      content = await inflateRaw(packed, most, RULE);
    } catch {
      throw corrupt(RULE, 'a file that does not unpack');
    }
  } else if (entry.method !== 0) throw corrupt(RULE, 'an unknown method of packing');
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw corrupt(RULE, 'a file that is damaged');
  return content;
}

/** Encryption (bits 0, 6, 13) and data descriptors (bit 3). */
function flags(bits: number): void {
  if ((bits & 0x2049) !== 0) throw corrupt(RULE, 'an entry that is encrypted or without sizes');
}

function noZip64(view: DataView, at: number, length: number): void {
  for (let o = at; o + 4 <= at + length && o + 4 <= view.byteLength; o += 4 + view.getUint16(o + 2, true)) {
    if (view.getUint16(o, true) === 1) throw corrupt(RULE, 'ZIP64');
  }
}

function name(bytes: Uint8Array): string {
  const text = utf8(bytes);
  if (text === undefined) throw corrupt('TRUST-61', 'a file name that is not allowed');
  return text;
}

const TABLE = new Uint32Array(256).map((_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) !== 0 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const b of bytes) c = (TABLE[(c ^ b) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
