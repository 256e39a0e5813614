/**
 * A JPEG 2000 face as a picture that browsers show: none of them reads the format. The decoder is OpenJPEG as PDF.js builds it, loaded
 * when the first such face comes and kept for offline use with the rest of the page. What the picture says of its own size is judged
 * before the decoder sees it, and the decoder's answer is held to it.
 */
import { jpeg2000Size, type Jpeg2000Size } from './jpeg2000-header';

/** An address that the page may show, or undefined. The caller releases it. */
export async function jpeg2000Address(bytes: Uint8Array): Promise<string | undefined> {
  const size = jpeg2000Size(bytes);
  if (size === undefined) return undefined;
  try {
    return await pictureAddress(await samplesOf(size.codestream), size);
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
