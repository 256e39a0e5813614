/**
 * JSON for what is signed (RFC 8259): one value, no member twice, no unpaired surrogate, bounded depth. The platform's JSON.parse keeps
 * the last of two members of one name, so two readers could see two documents; this one refuses. What a fault is called, how deep, and
 * which numbers, is the business of whose JSON it is (TRUST-1, NC-3).
 */
import { utf8 } from '../bytes/arrays';

/** A number that RFC 8259 allows and no integer of ours is: with a fraction, an exponent, or too large. */
export class OtherNumber {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

export type Json = null | boolean | number | string | OtherNumber | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export interface Rules {
  /** Of objects and arrays, the outermost being the first. */
  readonly maxDepth: number;
  /** The value of a number token; undefined for one that is refused. */
  readonly number: (token: string) => number | OtherNumber | undefined;
  /** What to throw. */
  readonly fault: (message: string) => Error;
}

/** @throws what `rules.fault` makes */
export function readStrictly(bytes: Uint8Array, rules: Rules): Json {
  const text = utf8(bytes);
  if (text === undefined) throw rules.fault('not UTF-8');
  const reader = new Reader(text, rules);
  const value = reader.value(1);
  reader.end();
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

class Reader {
  private at = 0;
  private readonly text: string;
  private readonly rules: Rules;

  constructor(text: string, rules: Rules) {
    this.text = text;
    this.rules = rules;
  }

  value(depth: number): Json {
    this.space();
    const c = this.text.charAt(this.at);
    if ((c === '{' || c === '[') && depth > this.rules.maxDepth) throw this.rules.fault('JSON nested too deeply');
    if (c === '{') return this.object(depth);
    if (c === '[') return this.array(depth);
    if (c === '"') return this.string();
    return this.literal();
  }

  end(): void {
    this.space();
    if (this.at !== this.text.length) throw this.rules.fault('something after the JSON value');
  }

  private object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    this.at++;
    this.space();
    if (this.take('}')) return members;
    for (;;) {
      this.space();
      if (this.text.charAt(this.at) !== '"') throw this.rules.fault('a JSON member without a name');
      const name = this.string();
      if (members.has(name)) throw this.rules.fault('a JSON member twice');
      this.space();
      if (!this.take(':')) throw this.rules.fault('a JSON member without a value');
      members.set(name, this.value(depth + 1));
      this.space();
      if (this.take('}')) return members;
      if (!this.take(',')) throw this.rules.fault('an unreadable JSON object');
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
      if (!this.take(',')) throw this.rules.fault('an unreadable JSON array');
    }
  }

  /** A string token is cut out and unescaped by the platform, which knows the escapes as well as RFC 8259 does. */
  private string(): string {
    const start = this.at++;
    for (;;) {
      const c = this.text.charAt(this.at);
      if (c === '' || c < ' ') throw this.rules.fault('an unreadable JSON string');
      this.at += c === '\\' ? 2 : 1;
      if (c === '"') break;
    }
    const text = this.parsed(this.text.slice(start, this.at));
    // With the flag u, a surrogate matches only where it has no partner.
    if (/\p{Cs}/u.test(text)) throw this.rules.fault('an unpaired surrogate');
    return text;
  }

  private parsed(token: string): string {
    try {
      return JSON.parse(token) as string;
    } catch {
      throw this.rules.fault('an unreadable JSON string');
    }
  }

  private literal(): Json {
    const word = WORDS.find(([token]) => this.text.startsWith(token, this.at));
    if (word !== undefined) {
      this.at += word[0].length;
      return word[1];
    }
    NUMBER.lastIndex = this.at;
    const token = NUMBER.exec(this.text)?.[0];
    if (token === undefined) throw this.rules.fault('no JSON value');
    this.at += token.length;
    const value = this.rules.number(token);
    if (value === undefined) throw this.rules.fault('a JSON number that is not allowed here');
    return value;
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
