/** The headers of a JPEG 2000 face, before a decoder sees it (IDB-44). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromBase64 } from '../src/engine/bytes/base64';
import { jpeg2000Size } from '../src/page/jpeg2000-header';

const vector = new URL('../../spec/vectors/idb/arrival-attestation-with-face.json', import.meta.url);
const photo = /"photo" *: *"([A-Za-z0-9+/=]+)"/.exec(readFileSync(vector, 'utf8'))?.[1] ?? '';
const face = fromBase64(photo) as Uint8Array;

const MARKER = { SIZ: 0xff51, COD: 0xff52, QCD: 0xff5c, SOT: 0xff90 };

function at(marker: number): number {
  const view = new DataView(face.buffer, face.byteOffset, face.byteLength);
  for (let i = 0; i + 1 < face.length; i++) if (view.getUint16(i) === marker) return i;
  throw new Error('no such marker');
}

/** Writes numbers of so many bytes, counted from a marker. */
function changed(marker: number, ...writes: readonly (readonly [offset: number, bytes: 1 | 2 | 4, value: number])[]) {
  const bytes = Uint8Array.from(face);
  const view = new DataView(bytes.buffer);
  for (const [offset, length, value] of writes) {
    const where = at(marker) + offset;
    if (length === 1) view.setUint8(where, value);
    else if (length === 2) view.setUint16(where, value);
    else view.setUint32(where, value);
  }
  return bytes;
}

describe('a JPEG 2000 face', () => {
  test('is measured, in its file and as a bare codestream', () => {
    const size = jpeg2000Size(face);
    expect(size).toMatchObject({ width: expect.any(Number) as number, components: expect.any(Number) as number });
    expect(size?.codestream[1]).toBe(0x4f);
    expect(jpeg2000Size(size?.codestream as Uint8Array)).toEqual(size);
  });

  test.each<[string, Uint8Array]>([
    ['one pixel too wide', changed(MARKER.SIZ, [6, 4, 513], [22, 4, 513])],
    ['one pixel too high', changed(MARKER.SIZ, [10, 4, 513], [26, 4, 513])],
    ['without pixels', changed(MARKER.SIZ, [6, 4, 0])],
    ['huge', changed(MARKER.SIZ, [6, 4, 0xffffffff], [22, 4, 0xffffffff])],
    ['of many tiles', changed(MARKER.SIZ, [22, 4, 1], [26, 4, 1])],
    ['with an offset', changed(MARKER.SIZ, [14, 4, 1])],
    ['of two components', changed(MARKER.SIZ, [38, 2, 2])],
    ['of 16 bits', changed(MARKER.SIZ, [40, 1, 15])],
    ['subsampled', changed(MARKER.SIZ, [41, 1, 2])],
    ['of 33 layers', changed(MARKER.COD, [6, 2, 33])],
    ['without layers', changed(MARKER.COD, [6, 2, 0])],
    ['of 9 levels', changed(MARKER.COD, [9, 1, 9])],
    ['of large code-blocks', changed(MARKER.COD, [10, 1, 5])],
    ['of tiny code-blocks', changed(MARKER.COD, [11, 1, 0])],
    ['of precincts whose sizes are missing', changed(MARKER.COD, [4, 1, 1])],
    ['without a style', changed(MARKER.COD, [0, 2, 0xff64])],
    ['with a marker of no use', changed(MARKER.QCD, [0, 2, 0xff5e])],
    ['of tile 1', changed(MARKER.SOT, [4, 2, 1])],
    ['whose tile is longer than it', changed(MARKER.SOT, [6, 4, 70_000])],
    ['whose tile is shorter than its header', changed(MARKER.SOT, [6, 4, 1])],
    ['of more than 64 KiB', Uint8Array.from([...face, ...new Uint8Array(65_536)])],
    ['of two bytes', Uint8Array.of(0xff, 0x4f)],
    ['that is a WebP', new TextEncoder().encode('RIFF....WEBP')],
  ])('%s is none', (_what, bytes) => expect(jpeg2000Size(bytes)).toBeUndefined());

  test('up to the bounds is one', () => {
    expect(jpeg2000Size(changed(MARKER.SIZ, [6, 4, 512], [22, 4, 512], [10, 4, 512], [26, 4, 512]))).toMatchObject({
      width: 512,
      height: 512,
    });
    expect(jpeg2000Size(changed(MARKER.COD, [6, 2, 32], [9, 1, 8]))).toBeDefined();
  });

  test('cut anywhere in its headers is none', () => {
    const headers = at(MARKER.SOT) + 14;
    for (let length = 0; length < headers; length++) {
      expect(jpeg2000Size(face.subarray(0, length)), `${length} bytes`).toBeUndefined();
    }
  });
});
