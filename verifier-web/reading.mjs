// The page's reader for bench/reading: told the name of a PGM picture a line, it answers with a line of the contents found, in hexadecimal.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { FACTORS, optionsFor } from './src/scan/options.ts';

const wasm = new URL('./node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url);
await prepareZXingModule({ overrides: { wasmBinary: await readFile(wasm) }, fireImmediately: true });

/** As a canvas draws it: smoothed when smaller, in blocks when larger. */
function scaled(gray, width, height, factor) {
  const w = Math.max(1, Math.round(width * factor));
  const h = Math.max(1, Math.round(height * factor));
  const data = new Uint8ClampedArray(w * h * 4);
  const reach = Math.max(1, Math.round(1 / factor));
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0;
      let count = 0;
      const fromX = Math.min(width - 1, Math.floor(x / factor));
      const fromY = Math.min(height - 1, Math.floor(y / factor));
      for (let dy = 0; dy < reach && fromY + dy < height; dy++) {
        for (let dx = 0; dx < reach && fromX + dx < width; dx++, count++)
          sum += gray[(fromY + dy) * width + fromX + dx];
      }
      data.fill(sum / count, (y * w + x) * 4, (y * w + x) * 4 + 3);
      data[(y * w + x) * 4 + 3] = 255;
    }
  }
  return { width: w, height: h, data, colorSpace: 'srgb' };
}

async function contents(file) {
  const bytes = await readFile(file);
  const header = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40));
  const [width, height] = [Number(header[1]), Number(header[2])];
  const gray = bytes.subarray(header[0].length);
  for (const factor of FACTORS) {
    const pixels = width * height * factor * factor;
    if (pixels > 16_777_216 || pixels < 400) continue;
    const found = await readBarcodes(scaled(gray, width, height, factor), optionsFor(true));
    const valid = found.filter((f) => f.isValid);
    if (valid.length > 0) return valid.map((f) => Buffer.from(f.bytes).toString('hex'));
  }
  return [];
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log((await contents(line)).join(' ') || '-');
}
