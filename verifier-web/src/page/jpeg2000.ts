/**
 * A JPEG 2000 face as a picture that browsers show: none of them reads the format. The decoder is OpenJPEG as PDF.js builds it, loaded
 * when the first such face comes and kept for offline use with the rest of the page. What the picture says of its own size is judged
 * before the decoder sees it, and the decoder's answer is held to it.
 */
/** Pixels of a side, and tiles: a face of a kilobyte is far below both. */
const limits = { side: 1024, tiles: 16 };

export interface Jpeg2000Size {
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

const SIGNATURE = [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a];

/** The size that the codestream claims; undefined where there is none, or one that is not to be unpacked. */
export function jpeg2000Size(bytes: Uint8Array): Jpeg2000Size | undefined {
  const start = codestreamAt(bytes);
  if (start === undefined || start + 42 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  if (view.getUint32(0) !== 0xff4fff51) return undefined;
  const [width, height] = [view.getUint32(8) - view.getUint32(16), view.getUint32(12) - view.getUint32(20)];
  const [tileWidth, tileHeight] = [view.getUint32(24), view.getUint32(28)];
  const components = view.getUint16(40);
  const sides = [width, height].every((side) => side >= 1 && side <= limits.side);
  const tiles = Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight) <= limits.tiles;
  return sides && tiles && components >= 1 && components <= 4 ? { width, height, components } : undefined;
}

/** A bare codestream, or the first one in the boxes of a JP2 file. */
function codestreamAt(bytes: Uint8Array): number | undefined {
  if (bytes[0] === 0xff) return 0;
  if (!SIGNATURE.every((b, i) => bytes[i] === b)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    // Length 0 is "to the end"; 1 would be a longer form, which no face of a kilobyte needs.
    if (view.getUint32(at + 4) === 0x6a703263) return at + 8;
    if (length < 8) return undefined;
    at += length;
  }
  return undefined;
}

/** An address that the page may show, or undefined. The caller releases it. */
export async function jpeg2000Address(bytes: Uint8Array): Promise<string | undefined> {
  const size = jpeg2000Size(bytes);
  if (size === undefined) return undefined;
  try {
    return await pictureAddress(await samplesOf(bytes), size);
  } catch {
    // A picture that cannot be decoded is shown as none; so is one on a browser without WebAssembly.
    return undefined;
  }
}

async function samplesOf(bytes: Uint8Array): Promise<Uint8Array> {
  const [{ JpxImage }, { default: wasmUrl }] = await Promise.all([
    import('pdfjs-dist/legacy/image_decoders/pdf.image_decoders.min.mjs'),
    import('pdfjs-dist/wasm/openjpeg.wasm?url'),
  ]);
  const decoder = { sendWithPromise: async () => new Uint8Array(await (await fetch(wasmUrl)).arrayBuffer()) };
  JpxImage.setOptions({ useWasm: true, useWorkerFetch: false, getHandler: () => decoder });
  return JpxImage.instance.decode(bytes);
}

async function pictureAddress(samples: Uint8Array, { width, height }: Jpeg2000Size): Promise<string | undefined> {
  const n = samples.length / (width * height);
  if (![1, 2, 3, 4].includes(n)) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const picture = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    const colour = n >= 3;
    for (let c = 0; c < 3; c++) picture.data[4 * i + c] = samples[n * i + (colour ? c : 0)] ?? 0;
    picture.data[4 * i + 3] = 255;
  }
  context.putImageData(picture, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob === null ? undefined : URL.createObjectURL(blob);
}
