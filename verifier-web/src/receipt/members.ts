/** An object of a receipt being read: each question has the form that was asked for, or refuses with the number of the rule. */
import { wrongFormat, type FormatError } from '../engine/format-error';
import { isObject, type Json, type JsonObject } from '../engine/json/reader';

export class Members {
  readonly value: JsonObject;

  constructor(value: Json | undefined, rule: string) {
    if (!isObject(value)) throw wrong('an object', rule);
    this.value = value;
  }

  /** The first are all there, and none but these and the second. */
  within(rule: string, required: readonly string[], optional: readonly string[] = []): void {
    const known = [...this.value.keys()].every((name) => required.includes(name) || optional.includes(name));
    if (!known || !required.every((name) => this.value.has(name))) {
      throw wrongFormat(rule, 'an object has other members than the rule says');
    }
  }

  has(name: string): boolean {
    return this.value.has(name);
  }

  isNull(name: string): boolean {
    return this.value.get(name) === null;
  }

  text(name: string, form: RegExp, rule: string): string {
    const value = this.value.get(name);
    if (typeof value !== 'string' || !form.test(value)) throw wrong(name, rule);
    return value;
  }

  oneOf<T extends string>(name: string, words: readonly T[], rule: string): T {
    const word = words.find((one) => one === this.value.get(name));
    if (word === undefined) throw wrong(name, rule);
    return word;
  }

  flag(name: string, rule: string): boolean {
    const value = this.value.get(name);
    if (typeof value !== 'boolean') throw wrong(name, rule);
    return value;
  }

  number(name: string, least: number, rule: string): number {
    const value = this.value.get(name);
    if (typeof value !== 'number' || value < least) throw wrong(name, rule);
    return value;
  }

  /** As it is written, `YYYY-MM-DDTHH:MM:SSZ`. */
  time(name: string, rule: string): string {
    const written = this.text(name, /^2[01]\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, rule);
    const ms = Date.parse(written);
    // Date.parse carries some impossible dates over; written back they differ.
    if (Number.isNaN(ms) || new Date(ms).toISOString() !== written.replace('Z', '.000Z')) throw wrong(name, rule);
    return written;
  }

  object(name: string, rule: string): Members {
    return new Members(this.value.get(name), rule);
  }

  objects(name: string, most: number, rule: string): Members[] {
    const value = this.value.get(name);
    if (!Array.isArray(value) || value.length === 0 || value.length > most) throw wrong(name, rule);
    return (value as readonly Json[]).map((one) => new Members(one, rule));
  }
}

function wrong(name: string, rule: string): FormatError {
  return wrongFormat(rule, `${name} has another form than the rule says`);
}
