/** C40 as Doc 9303-13 uses it: upper-case letters, digits and space, three characters in two bytes. */
import { wrongFormat } from '../format-error';

/**
 * Characters of C40 bytes, with a space for each filler or space, trailing ones included: written again, the text gives the same
 * bytes (VDS-9).
 */
export function decodeC40(bytes: Uint8Array, rule = 'VDS-9'): string {
  if (bytes.length % 2 !== 0) throw wrongFormat(rule, 'C40 of an odd number of bytes');
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const hi = bytes[i] as number;
    const lo = bytes[i + 1] as number;
    const last = i + 2 === bytes.length;
    if (hi === 0xfe) {
      if (!last) throw wrongFormat(rule, 'C40 single character before the end');
      text += single(lo, rule);
      continue;
    }
    const n = hi * 256 + lo - 1;
    const triple = [Math.floor(n / 1600), Math.floor((n % 1600) / 40), n % 40];
    if (n < 0 || (triple[0] as number) > 39) throw wrongFormat(rule, 'C40 pair above its range');
    triple.forEach((v, k) => {
      // Value 0 pads the third place of the last pair; anywhere else it would be a shift, which seals never use.
      if (v === 0 && k === 2 && last) return;
      text += character(v, rule);
    });
  }
  return text;
}

function single(code: number, rule: string): string {
  const c = String.fromCharCode(code - 1);
  if (!/^[0-9A-Z ]$/.test(c)) throw wrongFormat(rule, 'C40 single character outside the alphabet');
  return c;
}

function character(v: number, rule: string): string {
  if (v === 3) return ' ';
  if (v >= 4 && v <= 13) return String.fromCharCode(48 + v - 4);
  if (v >= 14 && v <= 39) return String.fromCharCode(65 + v - 14);
  throw wrongFormat(rule, 'C40 shift character');
}
