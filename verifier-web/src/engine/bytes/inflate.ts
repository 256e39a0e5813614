/**
 * Zlib (RFC 1950) with a cap on what comes out. The platform's own inflater checks the Adler-32 and refuses truncation and
 * trailing bytes; the cap is enforced chunk by chunk, so that a bomb costs no more than its cap.
 */
import { wrongFormat } from '../format-error';
import { concat, owned } from './arrays';

/**
 * @param cap greatest number of bytes that may come out
 * @throws FormatError WRONG_FORMAT when the stream is damaged, truncated, followed by other bytes, or larger than the cap
 */
export async function inflateZlib(data: Uint8Array, cap: number, rule: string): Promise<Uint8Array<ArrayBuffer>> {
  return inflate('deflate', data, cap, rule);
}

/** Raw deflate (RFC 1951), for ZIP entries. */
export async function inflateRaw(data: Uint8Array, cap: number, rule: string): Promise<Uint8Array<ArrayBuffer>> {
  return inflate('deflate-raw', data, cap, rule);
}

/** Slices small enough that one of them can expand (1032 to 1) to no more than a quarter of a megabyte. */
const SLICE = 256;

async function inflate(format: CompressionFormat, data: Uint8Array, cap: number, rule: string) {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feeding = feed(writer, data, format === 'deflate-raw' ? 16384 : SLICE);
  // A refused stream rejects both sides; the reading side is the one that reports it.
  feeding.catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > cap) {
        reader.cancel().catch(() => undefined);
        throw wrongFormat(rule, `inflates to more than ${cap} bytes`);
      }
      chunks.push(value);
    }
    await feeding;
  } catch (e) {
    if (e instanceof Error && e.name === 'FormatError') throw e;
    throw wrongFormat(rule, 'damaged compressed data');
  }
  return concat(...chunks);
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, data: Uint8Array, slice: number) {
  for (let at = 0; at < data.length; at += slice) await writer.write(owned(data.subarray(at, at + slice)));
  await writer.close();
}
