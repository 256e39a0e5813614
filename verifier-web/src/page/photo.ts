/** The photo in a code, shown only when its own header says that it is small: 700 bytes can unpack to a huge picture. */
import { fromBase64 } from '../engine/bytes/base64';
import type { Verdict } from '../engine/verify/verdict';
import { jpeg2000Address } from './jpeg2000';

const MAX_SIDE = 1024;

/**
 * Whether the face may be shown: not that of a code whose signer is revoked, out of scope or in no list, though the signature fits. A face is compared with the
 * person, and one that nobody answers for would be found to fit.
 */
export function showsFace(verdict: Pick<Verdict, 'authentic'>): boolean {
  return verdict.authentic !== 'FAILED';
}

/** An address that the page may show, or undefined. The caller releases it. */
export async function photoAddress(base64: unknown, type: unknown): Promise<string | undefined> {
  const bytes = typeof base64 === 'string' ? fromBase64(base64) : undefined;
  if (bytes === undefined) return undefined;
  if (type === 'image/jp2') return jpeg2000Address(bytes);
  const size = type === 'image/webp' ? webpSize(bytes) : type === 'image/jpeg' ? jpegSize(bytes) : undefined;
  if (size === undefined || size.some((side) => side < 1 || side > MAX_SIDE)) return undefined;
  return URL.createObjectURL(new Blob([bytes], { type: type as string }));
}

function webpSize(bytes: Uint8Array): [number, number] | undefined {
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  const at = (i: number) => bytes[i] ?? 0;
  if (kind === 'VP8 ') return [(at(26) | (at(27) << 8)) & 0x3fff, (at(28) | (at(29) << 8)) & 0x3fff];
  if (kind === 'VP8L') {
    const bits = at(21) | (at(22) << 8) | (at(23) << 16) | (at(24) << 24);
    return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
  }
  if (kind === 'VP8X')
    return [(at(24) | (at(25) << 8) | (at(26) << 16)) + 1, (at(27) | (at(28) << 8) | (at(29) << 16)) + 1];
  return undefined;
}

function jpegSize(bytes: Uint8Array): [number, number] | undefined {
  let i = 2;
  while (i + 9 < bytes.length && bytes[i] === 0xff) {
    const marker = bytes[i + 1] ?? 0;
    const word = (o: number) => ((bytes[i + o] ?? 0) << 8) | (bytes[i + o + 1] ?? 0);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [word(7), word(5)];
    i += 2 + word(2);
  }
  return undefined;
}
