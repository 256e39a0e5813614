/** Reads barcodes off the main thread, so that the page stays alive while a large picture is searched. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
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
    answer = { id, codes };
  } catch (e) {
    answer = { id, codes: [], fault: e instanceof Error ? e.message : 'reader failed' };
  }
  self.postMessage(answer);
};
