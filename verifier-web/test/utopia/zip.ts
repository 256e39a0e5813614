/** A ZIP as snapshots have it: stored, sorted with the manifest first, no extras. */
import { crc32 } from 'node:zlib';
import { ascii, concat } from '../../src/engine/bytes/arrays';

export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const rank = (name: string) => (name === 'manifest.json' ? '' : name);
  const sorted = [...files].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of sorted) {
    const common = [
      u16(20),
      u16(0),
      u16(0),
      u16(0),
      u16(0x21),
      u32(crc32(bytes)),
      u32(bytes.length),
      u32(bytes.length),
    ];
    const local = concat(u32(0x04034b50), ...common, u16(name.length), u16(0), ascii(name), bytes);
    const tail = [u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset), ascii(name)];
    centrals.push(concat(u32(0x02014b50), u16(20), ...common, ...tail));
    locals.push(local);
    offset += local.length;
  }
  const directory = concat(...centrals);
  const n = u16(sorted.length);
  const end = concat(u32(0x06054b50), u16(0), u16(0), n, n, u32(directory.length), u32(offset), u16(0));
  return concat(...locals, directory, end);
}

function u16(n: number): Uint8Array {
  return new Uint8Array([n & 255, n >> 8]);
}

function u32(n: number): Uint8Array {
  return new Uint8Array([n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24]);
}
