/** Reads barcodes off the main thread, so that the page stays alive while a large picture is searched. */
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Frame, FrameAnswer, ReadCode } from './codes';
import { optionsFor } from './options';

// Without this the library would fetch its WebAssembly from a third party.
void prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });

self.onmessage = async (event: MessageEvent<Frame>) => {
  const { id, image, thorough } = event.data;
  let answer: FrameAnswer;
  try {
    const found = await readBarcodes(image, optionsFor(thorough));
    const codes: ReadCode[] = found.filter((f) => f.isValid).map((f) => ({ bytes: f.bytes, symbology: f.format }));
    answer = { id, codes, broken: found.some((f) => !f.isValid && isLarge(f, image)) };
  } catch (e) {
    answer = { id, codes: [], broken: false, fault: e instanceof Error ? e.message : 'reader failed' };
  }
  self.postMessage(answer);
};

/** Print and leaves have specks that look like a code; what a person points at fills more of the picture. */
function isLarge({ position: { topLeft, bottomRight } }: ReadResult, { width, height }: ImageData): boolean {
  const diagonal = Math.hypot(bottomRight.x - topLeft.x, bottomRight.y - topLeft.y);
  return diagonal > 0.15 * Math.min(width, height);
}
