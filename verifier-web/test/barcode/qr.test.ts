import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrCode, type Level, type QrCode } from '../../src/barcode/qr';

const QUIET = 4;
const SCALE = 3;

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = new Uint8Array(readFileSync(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

function picture(qr: QrCode): { data: Uint8ClampedArray; width: number; height: number } {
  const side = (qr.size + 2 * QUIET) * SCALE;
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [mx, my] = [Math.floor(x / SCALE) - QUIET, Math.floor(y / SCALE) - QUIET];
      const inside = mx >= 0 && my >= 0 && mx < qr.size && my < qr.size;
      if (inside && qr.isDark(mx, my)) data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  return { data, width: side, height: side };
}

/** Text that no run of one character makes easy. */
function text(length: number): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  let seed = length + 1;
  let made = '';
  for (let i = 0; i < length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    made += alphabet.charAt((seed >> 8) % 45);
  }
  return made;
}

/** The most characters that a version holds, by the table of ISO/IEC 18004. */
const MOST: Readonly<Record<Level, readonly (readonly [number, number])[]>> = {
  L: [[1, 25], [9, 335], [10, 395], [26, 1990], [27, 2132], [30, 2520], [40, 4296]],
  M: [[1, 20], [9, 262], [10, 311], [26, 1542], [27, 1637], [30, 1994], [40, 3391]],
}; // prettier-ignore

describe('QR codes', () => {
  test.each(['L', 'M'] as const)(
    'of every version at level %s are read back by the reader of the page',
    async (level) => {
      const seen = new Set<number>();
      for (let length = 1; length <= 3391; length += 30) {
        const written = text(length);
        const qr = qrCode(written, level);
        if (seen.has(qr.version)) continue;
        seen.add(qr.version);
        const [found] = await readBarcodes(picture(qr) as ImageData, { formats: ['QRCode'] });
        expect(found?.isValid, `version ${qr.version}`).toBe(true);
        expect(found?.text).toBe(written);
        expect(found?.ecLevel).toBe(level);
        expect(found?.version).toBe(String(qr.version));
      }
      expect(seen.size).toBeGreaterThan(30);
    },
  );

  test.each(['L', 'M'] as const)('hold at level %s what the standard says', (level) => {
    for (const [version, most] of MOST[level]) {
      expect(qrCode(text(most), level).version).toBe(version);
      if (version < 40) expect(qrCode(text(most + 1), level).version).toBe(version + 1);
      else expect(() => qrCode(text(most + 1), level)).toThrow(RangeError);
    }
  });

  test('of other text, and of bytes that are none, are read back as they were', async () => {
    for (const given of ['{"data":{"hdr":"é"}}', Uint8Array.of(0xdc, 0x03, 0, 0xff, 0x80, 0x0a, 0xc3)]) {
      const [found] = await readBarcodes(picture(qrCode(given, 'M')) as ImageData, { formats: ['QRCode'] });
      expect(found?.bytes).toEqual(typeof given === 'string' ? new TextEncoder().encode(given) : given);
    }
  });

  test('of as many bytes as the standard says, and of no more', () => {
    expect(qrCode(new Uint8Array(2331), 'M').version).toBe(40);
    expect(() => qrCode(new Uint8Array(2332), 'M')).toThrow(RangeError);
  });
});
