/**
 * JSON of the documents of trust (TRUST-1, TRUST-2): one value, no member twice, bounded depth, integers only. The platform's
 * JSON.parse keeps the last of two members of one name, so two readers could see two documents; this one refuses.
 */
import { utf8 } from '../bytes/arrays';
import { corrupt, type Refusal } from './refusal';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

const MAX_DEPTH = 16;

/** @throws Refusal CORRUPT for anything TRUST-1 or TRUST-2 refuses */
export function readJson(bytes: Uint8Array, maxBytes: number): Json {
  if (bytes.length > maxBytes) throw corrupt('TRUST-1', 'document too large');
  const text = utf8(bytes);
  if (text === undefined) throw corrupt('TRUST-1', 'document is not UTF-8');
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): Json {
    if (depth > MAX_DEPTH) throw this.fault('JSON nested too deeply');
    this.space();
    const c = this.text.charAt(this.at);
    if (c === '{') return this.object(depth);
    if (c === '[') return this.array(depth);
    if (c === '"') return this.string();
    return this.literal();
  }

  end(): void {
    this.space();
    if (this.at !== this.text.length) throw this.fault('something after the JSON value');
  }

  private object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    this.at++;
    this.space();
    if (this.take('}')) return members;
    for (;;) {
      this.space();
      if (this.text.charAt(this.at) !== '"') throw this.fault('JSON member without a name');
      const name = this.string();
      if (members.has(name)) throw this.fault('JSON member twice');
      this.space();
      if (!this.take(':')) throw this.fault('JSON member without a value');
      members.set(name, this.value(depth + 1));
      this.space();
      if (this.take('}')) return members;
      if (!this.take(',')) throw this.fault('unreadable JSON object');
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
      if (!this.take(',')) throw this.fault('unreadable JSON array');
    }
  }

  /** A string token is cut out and unescaped by the platform, which knows the escapes as well as RFC 8259 does. */
  private string(): string {
    const start = this.at++;
    for (;;) {
      const c = this.text.charAt(this.at);
      if (c === '' || c < ' ') throw this.fault('unreadable JSON text');
      this.at += c === '\\' ? 2 : 1;
      if (c === '"') break;
    }
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      throw this.fault('unreadable JSON text');
    }
  }

  private literal(): Json {
    const token = /^(?:true|false|null|0|[1-9][0-9]{0,15})(?![0-9A-Za-z.+-])/.exec(
      this.text.slice(this.at, this.at + 18),
    )?.[0];
    if (token === undefined) throw this.fault('JSON value that is not allowed here');
    const value = JSON.parse(token) as null | boolean | number;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw this.fault('JSON number too large');
    this.at += token.length;
    return value;
  }

  private take(c: string): boolean {
    if (this.text.charAt(this.at) !== c) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (' \t\r\n'.includes(this.text.charAt(this.at)) && this.at < this.text.length) this.at++;
  }

  private fault(message: string): Refusal {
    return corrupt('TRUST-1', message);
  }
}
