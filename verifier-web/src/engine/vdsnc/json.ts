/**
 * The JSON of a VDS-NC (NC-3, NC-4) and its canonical form (NC-10, RFC 8785): no member twice, no unpaired surrogate, depth bounded; a
 * number that is no safe integer is kept as something that no rule accepts, since whether it is refused or unsupported depends on
 * where it stands.
 */
import { utf8 } from '../bytes/arrays';
import { wrongFormat } from '../format-error';

/** A number with a fraction, an exponent, or too large. */
export class OtherNumber {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

/** A safe integer, and whether it was written without a sign. */
export type Json = null | boolean | number | string | OtherNumber | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

const RULE = 'NC-3';
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/**
 * @param maxDepth of objects and arrays, the outermost being the first
 * @throws FormatError
 */
export function readJson(bytes: Uint8Array, maxDepth: number): Json {
  const text = utf8(bytes);
  if (text === undefined) throw wrongFormat(RULE, 'not UTF-8');
  const reader = new Reader(text, maxDepth);
  const value = reader.value(1);
  reader.end();
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

/** Safe for values without other numbers only. */
export function canonical(value: Json): string {
  if (isObject(value)) {
    const names = [...value.keys()].sort((a, b) => (a < b ? -1 : 1));
    return `{${names.map((n) => `${JSON.stringify(n)}:${canonical(value.get(n) as Json)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  return JSON.stringify(value === 0 ? 0 : value);
}

export function hasOtherNumber(value: Json): boolean {
  if (isObject(value)) return [...value.values()].some(hasOtherNumber);
  return Array.isArray(value) ? (value as readonly Json[]).some(hasOtherNumber) : value instanceof OtherNumber;
}

class Reader {
  private at = 0;
  private readonly text: string;
  private readonly maxDepth: number;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  value(depth: number): Json {
    this.space();
    const c = this.text.charAt(this.at);
    if ((c === '{' || c === '[') && depth > this.maxDepth) throw wrongFormat(RULE, 'nested too deeply');
    if (c === '{') return this.object(depth);
    if (c === '[') return this.array(depth);
    if (c === '"') return this.string();
    return this.literal();
  }

  end(): void {
    this.space();
    if (this.at !== this.text.length) throw wrongFormat(RULE, 'something after the JSON text');
  }

  private object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    this.at++;
    this.space();
    if (this.take('}')) return members;
    for (;;) {
      this.space();
      if (this.text.charAt(this.at) !== '"') throw wrongFormat(RULE, 'a member without a name');
      const name = this.string();
      if (members.has(name)) throw wrongFormat(RULE, 'a member twice');
      this.space();
      if (!this.take(':')) throw wrongFormat(RULE, 'a member without a value');
      members.set(name, this.value(depth + 1));
      this.space();
      if (this.take('}')) return members;
      if (!this.take(',')) throw wrongFormat(RULE, 'an unreadable object');
    }
  }

  private array(depth: number): Json[] {
    const values: Json[] = [];
    this.at++;
    this.space();
    if (this.take(']')) return values;
    for (;;) {
      values.push(this.value(depth + 1));
      this.space();
      if (this.take(']')) return values;
      if (!this.take(',')) throw wrongFormat(RULE, 'an unreadable array');
    }
  }

  /** A string token is cut out and unescaped by the platform, which knows the escapes as well as RFC 8259 does. */
  private string(): string {
    const start = this.at++;
    for (;;) {
      const c = this.text.charAt(this.at);
      if (c === '' || c < ' ') throw wrongFormat(RULE, 'an unreadable string');
      this.at += c === '\\' ? 2 : 1;
      if (c === '"') break;
    }
    const text = this.parsed(this.text.slice(start, this.at));
    // With the flag u, a surrogate matches only where it has no partner.
    if (/\p{Cs}/u.test(text)) throw wrongFormat(RULE, 'an unpaired surrogate');
    return text;
  }

  private parsed(token: string): string {
    try {
      return JSON.parse(token) as string;
    } catch {
      throw wrongFormat(RULE, 'an unreadable string');
    }
  }

  private literal(): Json {
    for (const [token, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.text.startsWith(token, this.at)) {
        this.at += token.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.at;
    const token = NUMBER.exec(this.text)?.[0];
    if (token === undefined) throw wrongFormat(RULE, 'no JSON value');
    this.at += token.length;
    const value = Number(token);
    return /^-?[0-9]+$/.test(token) && Number.isSafeInteger(value) ? value : new OtherNumber(token);
  }

  private take(c: string): boolean {
    if (this.text.charAt(this.at) !== c) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text.charAt(this.at))) this.at++;
  }
}
