/** Pictures chosen or dropped: bounded before they are decoded, searched at full size and, if that finds nothing, smaller. */
import { limits } from '../engine/registry';
import type { ReadCode } from './codes';
import { FACTORS } from './options';
import { readCodes } from './reader';

/** Width and height as the file's header says; undefined when it is neither PNG nor JPEG. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = view.getUint16(at);
    // SOF0 to SOF15 but for the three that are tables.
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker >> 8 !== 0xff) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The largest canvas of Safari on a phone; a larger one stays empty there. */
const MOST_DRAWN = 16_777_216;

/** Its message begins with `damaged: ` or `unreadable: ` (VER-12). */
export class UnreadablePicture extends Error {}

export async function readPicture(bytes: Uint8Array<ArrayBuffer>): Promise<readonly ReadCode[]> {
  const size = pictureSize(bytes);
  if (size === undefined)
    throw new UnreadablePicture(bytes.length === 0 ? 'damaged: it is empty' : 'damaged: neither PNG, JPEG nor PDF');
  if (bytes.length > limits.maxPictureBytes || size.width * size.height > limits.maxPicturePixels) {
    throw new UnreadablePicture('unreadable: the picture is too large');
  }
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes]));
  } catch {
    throw new UnreadablePicture('damaged: the picture cannot be decoded');
  }
  try {
    for (const factor of FACTORS) {
      const pixels = bitmap.width * bitmap.height * factor * factor;
      if (pixels > MOST_DRAWN || pixels < 400) continue;
      const codes = await readCodes(draw(bitmap, factor), true);
      if (codes.length > 0) return codes;
    }
    return [];
  } finally {
    bitmap.close();
  }
}

function draw(bitmap: ImageBitmap, factor: number): ImageData {
  const width = Math.max(1, Math.round(bitmap.width * factor));
  const height = Math.max(1, Math.round(bitmap.height * factor));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new UnreadablePicture('unreadable: no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = factor < 1;
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
