/** Base45 (RFC 9285), strict: three characters for two bytes, two for a last one, nothing else. */
import { wrongFormat } from '../format-error';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map([...ALPHABET].map((c, i) => [c, i]));

/**
 * @param text characters of the Base45 alphabet, already bounded by the caller
 * @param rule the rule of spec/docs under which a refusal is reported
 * @throws FormatError WRONG_FORMAT for a foreign character, a length of 3n+1, or a group above its range
 */
export function decodeBase45(text: string, rule: string): Uint8Array<ArrayBuffer> {
  if (text.length % 3 === 1) throw wrongFormat(rule, 'Base45 text of an impossible length');
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let out = 0;
  for (let i = 0; i < text.length; i += 3) {
    const two = i + 2 >= text.length;
    const c = value(text, i, rule);
    const d = value(text, i + 1, rule);
    const n = c + 45 * d + (two ? 0 : 2025 * value(text, i + 2, rule));
    if (n > (two ? 0xff : 0xffff)) throw wrongFormat(rule, 'Base45 group above its range');
    if (!two) bytes[out++] = n >> 8;
    bytes[out++] = n & 0xff;
  }
  return bytes;
}

export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const two = i + 1 < bytes.length;
    let n = two ? (bytes[i] as number) * 256 + (bytes[i + 1] as number) : (bytes[i] as number);
    for (let k = 0; k < (two ? 3 : 2); k++) {
      text += ALPHABET[n % 45];
      n = Math.floor(n / 45);
    }
  }
  return text;
}

function value(text: string, index: number, rule: string): number {
  const v = VALUES.get(text.charAt(index));
  if (v === undefined) throw wrongFormat(rule, 'character outside the Base45 alphabet');
  return v;
}
