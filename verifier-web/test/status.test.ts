import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../src/engine/bytes/hex';
import { inflateZlib } from '../src/engine/bytes/inflate';
import { readCbor, isMap } from '../src/engine/cwt/cbor';
import { statusAt } from '../src/engine/status/status-list';
import { conformance, hasConformance } from './conformance';

const LIMITS = { depth: 8, items: 4096, rule: 'TEST', anyOrder: true };

test('the example of the draft gives its sixteen entries', async () => {
  const packed = await unpack('a2646269747301636c73744a78dadbb918000217015d');
  const list = { uri: '', issued: 0, expires: 0, bits: 1, packed, signer: '' };
  const entries = Array.from({ length: 17 }, (_, i) => statusAt(list, i));
  expect(entries).toEqual([1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1, undefined]);
});

test('an inflating bomb costs no more than its cap', async () => {
  const megabytes = new Blob([new Uint8Array(8_000_000)]).stream().pipeThrough(new CompressionStream('deflate'));
  const bomb = new Uint8Array(await new Response(megabytes).arrayBuffer());
  await expect(inflateZlib(bomb, 4096, 'CRED-4')).rejects.toMatchObject({ kind: 'WRONG_FORMAT', rule: 'CRED-4' });
});

test.each([
  ['cut short', (z: Uint8Array) => z.subarray(0, z.length - 1)],
  ['followed by a byte', (z: Uint8Array) => new Uint8Array([...z, 0])],
  ['with a wrong checksum', (z: Uint8Array) => z.map((b, i) => (i === z.length - 1 ? b ^ 1 : b))],
])('a zlib stream %s is refused', async (_, change) => {
  const zlib = fromHex('78dadbb918000217015d') as Uint8Array;
  await expect(inflateZlib(zlib, 100, 'R')).resolves.toEqual(fromHex('b9a3'));
  await expect(inflateZlib(change(zlib), 100, 'R')).rejects.toMatchObject({ kind: 'WRONG_FORMAT' });
});

describe.skipIf(!hasConformance)('lists of the draft', () => {
  test.each(['status_list_encoding_cbor.txt', 'status_list_encoding2_cbor.txt'])('%s unpacks', async (file) => {
    const text = readFileSync(join(conformance, 'status-list', file), 'utf8');
    const array = [...text.matchAll(/0x([0-9a-f]{2})/g)].map((m) => m[1]).join('');
    expect(await unpack(text.split('encoded:')[1]?.trim() ?? '')).toEqual(fromHex(array));
  });
});

async function unpack(cbor: string): Promise<Uint8Array> {
  const map = readCbor(fromHex(cbor) as Uint8Array, LIMITS);
  if (!isMap(map)) throw new Error('no map');
  return inflateZlib(map.get('lst') as Uint8Array, 1_000_000, 'TEST');
}
