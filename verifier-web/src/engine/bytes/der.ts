/** DER (X.690), strict: definite lengths in their shortest form, low tag numbers, nothing left over. */
import { compare, concat } from './arrays';
import { FormatError, wrongFormat } from '../format-error';

export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag, length and content as received. */
  readonly whole: Uint8Array;
}

/**
 * A length at `at`: the value and where the next byte is. At most three bytes follow the first.
 * @throws FormatError WRONG_FORMAT for an indefinite, a longer than needed, or a cut length
 */
export function derLength(bytes: Uint8Array, at: number, rule: string): { length: number; next: number } {
  const first = bytes[at];
  if (first === undefined) throw wrongFormat(rule, 'ends before a length');
  if (first < 0x80) return { length: first, next: at + 1 };
  const count = first & 0x7f;
  if (count < 1 || count > 3) throw wrongFormat(rule, 'length of an unusable form');
  let length = 0;
  for (let i = 1; i <= count; i++) {
    const b = bytes[at + i];
    if (b === undefined) throw wrongFormat(rule, 'ends within a length');
    length = length * 256 + b;
  }
  if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw wrongFormat(rule, 'length longer than needed');
  return { length, next: at + 1 + count };
}

/** The elements of a constructed value, in order. */
export function derSequence(content: Uint8Array, rule: string): Der[] {
  const elements: Der[] = [];
  let at = 0;
  while (at < content.length) {
    const tag = content[at] as number;
    if ((tag & 0x1f) === 0x1f) throw wrongFormat(rule, 'DER tag of more than one byte');
    const { length, next } = derLength(content, at + 1, rule);
    if (next + length > content.length) throw wrongFormat(rule, 'DER element longer than its frame');
    elements.push({ tag, content: content.subarray(next, next + length), whole: content.subarray(at, next + length) });
    at = next + length;
  }
  return elements;
}

/** Exactly one element with this tag. */
export function derOnly(bytes: Uint8Array, tag: number, rule: string): Der {
  const elements = derSequence(bytes, rule);
  const first = elements[0];
  if (first === undefined || elements.length !== 1 || first.tag !== tag)
    throw wrongFormat(rule, 'unexpected DER element');
  return first;
}

/** Dotted text of an object identifier; arcs of any size, since UUIDs make arcs of 128 bits (X.667). */
export function derOid(content: Uint8Array, rule: string): string {
  const arcs: bigint[] = [];
  let n = 0n;
  let open = false;
  if (content.length > 64) throw wrongFormat(rule, 'object identifier too long');
  for (const b of content) {
    if (!open && b === 0x80) throw wrongFormat(rule, 'object identifier with padding');
    n = (n << 7n) | BigInt(b & 0x7f);
    open = (b & 0x80) !== 0;
    if (open) continue;
    if (arcs.length === 0) {
      const top = n < 80n ? n / 40n : 2n;
      arcs.push(top, n - 40n * top);
    } else arcs.push(n);
    n = 0n;
  }
  if (open || arcs.length === 0) throw wrongFormat(rule, 'cut object identifier');
  return arcs.join('.');
}

/** A non-negative integer's bytes without a leading zero, zero as one zero byte. */
export function derUnsigned(element: Der, rule: string): Uint8Array {
  const c = element.content;
  if (element.tag !== 0x02 || c.length === 0) throw wrongFormat(rule, 'not an integer');
  if (((c[0] as number) & 0x80) !== 0) throw wrongFormat(rule, 'negative integer');
  if (c.length > 1 && c[0] === 0) {
    if (((c[1] as number) & 0x80) === 0) throw wrongFormat(rule, 'integer longer than needed');
    return c.subarray(1);
  }
  return c;
}

/**
 * UTCTime until 2049, GeneralizedTime from 2050 on, both with seconds and Z and without a fraction (RFC 5280 4.1.2.5), as
 * milliseconds since 1970.
 */
export function derTime(element: Der, rule: string): number {
  const text = String.fromCharCode(...element.content);
  const m = element.tag === 0x17 ? /^(\d{2})(\d{10})Z$/.exec(text) : /^(\d{4})(\d{10})Z$/.exec(text);
  if (m === null || (element.tag !== 0x17 && element.tag !== 0x18)) throw wrongFormat(rule, 'unreadable time');
  const [year, rest] = [m[1] as string, m[2] as string];
  const full = element.tag === 0x18 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  if (element.tag === 0x18 && full < 2050) throw wrongFormat(rule, 'time in another form than its year has');
  const parts = [0, 2, 4, 6, 8].map((i) => Number(rest.slice(i, i + 2)));
  const [month, day, hour, minute, second] = parts as [number, number, number, number, number];
  const time = Date.UTC(full, month - 1, day, hour, minute, second);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) {
    throw wrongFormat(rule, 'impossible time');
  }
  return time;
}

const MAX_DEPTH = 16;
/** UTF8String, NumericString, PrintableString, TeletexString, VideotexString, IA5String, Graphic-, Visible-, General- and UniversalString. */
const TEXTS = [0x0c, 0x12, 0x13, 0x14, 0x15, 0x16, 0x19, 0x1a, 0x1b, 0x1c];

/** Refuses anything in an element that is no DER, but for what octet and bit strings hold (TRUST-49). */
export function requireDer(element: Der, rule: string, depth = 1): Der {
  const { tag, content } = element;
  const inside = () => {
    if (depth === MAX_DEPTH) throw wrongFormat(rule, 'nested too deep');
    return derSequence(content, rule).map((part) => requireDer(part, rule, depth + 1));
  };
  if (tag === 0x30) inside();
  else if (tag === 0x31) requireAscending(inside(), rule);
  else if (tag === 0x06) derOid(content, rule);
  else if (tag === 0x17 || tag === 0x18) derTime(element, rule);
  else if ((tag & 0xe0) === 0xa0 && content.length > 0) inside();
  else if ((tag & 0xe0) !== 0x80 && !isPrimitive(tag, content)) throw wrongFormat(rule, 'an element that is not DER');
  return element;
}

function isPrimitive(tag: number, content: Uint8Array): boolean {
  const [first = 0, second = 0] = content;
  switch (tag) {
    case 0x01:
      return content.length === 1 && (first === 0 || first === 0xff);
    case 0x02:
    case 0x0a:
      return (
        content.length === 1 || (content.length > 1 && !((first === 0 || first === 0xff) && first >> 7 === second >> 7))
      );
    case 0x03:
      return isBitString(content);
    case 0x05:
      return content.length === 0;
    case 0x1e:
      return content.length % 2 === 0;
    default:
      return tag === 0x04 || TEXTS.includes(tag);
  }
}

/** Unused bits are zero; also for one that is implicitly tagged. */
export function isBitString(content: Uint8Array): boolean {
  const [unused = 8] = content;
  const last = content.at(-1) as number;
  return unused === 0 || (unused < 8 && content.length > 1 && (last & ((1 << unused) - 1)) === 0);
}

/** The order of a SET OF (X.690 11.6). */
function requireAscending(parts: readonly Der[], rule: string): void {
  parts.forEach((part, i) => {
    const last = parts[i - 1];
    if (last !== undefined && compare(last.whole, part.whole) > 0) throw wrongFormat(rule, 'a set out of order');
  });
}

/** Runs a reader; anything it throws that is not a FormatError becomes one. */
export function guarded<T>(rule: string, what: string, read: () => T): T {
  try {
    return read();
  } catch (e) {
    if (e instanceof FormatError) throw e;
    throw wrongFormat(rule, `unreadable ${what}`);
  }
}

/** One element, for contents below 64 KiB. */
export function derElement(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concat(...parts);
  const n = content.length;
  const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 0xff];
  return concat(new Uint8Array([tag, ...length]), content);
}

/** An object identifier whose arcs are small numbers. */
export function derOidElement(text: string): Uint8Array {
  const [top = 0, second = 0, ...rest] = text.split('.').map(Number);
  const arc = (n: number): number[] => (n < 128 ? [n] : [...arc(n >> 7).map((b) => b | 0x80), n & 0x7f]);
  return derElement(0x06, new Uint8Array([40 * top + second, ...rest].flatMap(arc)));
}
