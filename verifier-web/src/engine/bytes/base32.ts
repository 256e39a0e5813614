/** Base32 (RFC 4648 section 6) in its one form: capitals and 2 to 7, no padding, unused bits zero. */
import { wrongFormat } from '../format-error';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const VALUES = new Map([...ALPHABET].map((c, i) => [c, i]));

/**
 * @param text already bounded by the caller
 * @param rule the rule of spec/docs under which a refusal is reported
 * @throws FormatError WRONG_FORMAT
 */
export function decodeBase32(text: string, rule: string): Uint8Array<ArrayBuffer> {
  if ([1, 3, 6].includes(text.length % 8)) throw wrongFormat(rule, 'Base32 text of an impossible length');
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let out = 0;
  let buffer = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const v = VALUES.get(text.charAt(i));
    if (v === undefined) throw wrongFormat(rule, 'character outside the Base32 alphabet');
    buffer = ((buffer << 5) | v) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[out++] = (buffer >> bits) & 0xff;
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) throw wrongFormat(rule, 'Base32 with unused bits that are not zero');
  return bytes;
}
