/** Members of documents of trust, each read as the type the rules give it, or refused. */
import { fromBase64Url } from '../bytes/base64';
import { readJson, type Json, type JsonObject } from './json';
import { corrupt, Refusal } from './refusal';

export function object(value: Json | undefined, rule: string): JsonObject {
  if (!(value instanceof Map)) throw corrupt(rule, 'an object is missing');
  return value;
}

export function array(value: Json | undefined, least: number, most: number, rule: string): readonly Json[] {
  if (!Array.isArray(value)) throw corrupt(rule, 'an array is missing');
  const list = value as readonly Json[];
  if (list.length < least || list.length > most) throw corrupt(rule, 'an array of a wrong length');
  return list;
}

export function text(value: Json | undefined, rule: string): string {
  if (typeof value !== 'string') throw corrupt(rule, 'a text is missing');
  return value;
}

export function flag(value: Json | undefined, rule: string): boolean {
  if (typeof value !== 'boolean') throw corrupt(rule, 'a yes or no is missing');
  return value;
}

export function uint(value: Json | undefined, rule: string, least = 0): number {
  if (typeof value !== 'number' || value < least) throw corrupt(rule, 'a number is missing');
  return value;
}

export function texts(value: Json | undefined, least: number, most: number, rule: string): string[] {
  const list = array(value, least, most, rule).map((v) => text(v, rule));
  if (new Set(list).size !== list.length) throw corrupt(rule, 'an entry twice');
  return list;
}

/** TRUST-3, as milliseconds since 1970. */
export function time(value: Json | undefined): number {
  const written = text(value, 'TRUST-3');
  const ms = /^2[01]\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(written) ? Date.parse(written) : Number.NaN;
  // Date.parse carries some impossible dates over; written back they differ.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== written.replace('Z', '.000Z')) {
    throw corrupt('TRUST-3', 'a time of a wrong form');
  }
  return ms;
}

/** A text in one language. */
export interface LocalText {
  readonly lang: string;
  readonly value: string;
}

/** TRUST-5 */
export function localTexts(member: Json | undefined): readonly LocalText[] {
  const entries = array(member, 1, 64, 'TRUST-5').map((v) => {
    const entry = object(v, 'TRUST-5');
    const value = text(entry.get('value'), 'TRUST-5');
    const lang = text(entry.get('lang'), 'TRUST-5');
    if (value.length < 1 || value.length > 1000) throw corrupt('TRUST-5', 'a text of a wrong length');
    if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(lang)) throw corrupt('TRUST-5', 'a language of a wrong form');
    return { lang, value };
  });
  if (new Set(entries.map((e) => e.lang)).size !== entries.length) throw corrupt('TRUST-5', 'a language twice');
  return entries;
}

/** TRUST-5: the English text, else the first. */
export function multilingual(value: Json | undefined): string {
  const entries = localTexts(value);
  return (entries.find((e) => e.lang === 'en') ?? entries[0])?.value as string;
}

export type Environment = 'demo' | 'production';

/** TRUST-6: what a reader must not overlook. */
export function requireOnly(value: Json | undefined, known: readonly string[]): readonly string[] {
  const names = value === undefined ? [] : texts(value, 0, 64, 'TRUST-6');
  if (!names.every((n) => known.includes(n)))
    throw new Refusal('UNSUPPORTED', 'TRUST-6', 'the document requires something newer');
  return names;
}

export function environment(value: Json | undefined): Environment {
  if (value !== 'demo' && value !== 'production') throw corrupt('TRUST-20', 'unknown environment');
  return value;
}

export function country(value: Json | undefined): string {
  const code = text(value, 'TRUST-20');
  if (!/^[A-Z]{1,3}$/.test(code)) throw corrupt('TRUST-20', 'a country of a wrong form');
  return code;
}

/** TRUST-20: what root, manifest and seal revocation list begin with. */
export interface Head {
  readonly country: string;
  readonly environment: Environment;
  readonly sequence: number;
  readonly issued: number;
  readonly nextUpdate: number;
}

/** @param known what `requires` may name in a document of this type (TRUST-6) */
export function head(payload: JsonObject, type: string, known: readonly string[] = []): Head {
  if (payload.get('type') !== type) throw corrupt('TRUST-20', 'a document of another type');
  version(payload.get('version'));
  requireOnly(payload.get('requires'), known);
  const issued = time(payload.get('issued'));
  const nextUpdate = time(payload.get('nextUpdate'));
  if (nextUpdate <= issued) throw corrupt('TRUST-20', 'ends before it begins');
  return {
    country: country(payload.get('country')),
    environment: environment(payload.get('environment')),
    sequence: uint(payload.get('sequence'), 'TRUST-20', 1),
    issued,
    nextUpdate,
  };
}

export function version(value: Json | undefined): void {
  if (uint(value, 'TRUST-20') !== 1) throw new Refusal('UNSUPPORTED', 'TRUST-20', 'a document of a newer version');
}

export function payloadObject(bytes: Uint8Array, maxBytes: number): JsonObject {
  return object(readJson(bytes, maxBytes), 'TRUST-1');
}

export function onlyMembers(members: JsonObject, names: readonly string[], rule: string): void {
  if (members.size !== names.length || !names.every((n) => members.has(n))) throw corrupt(rule, 'unexpected members');
}

export function base64Url(value: string, rule: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(value);
  if (bytes === undefined) throw corrupt(rule, 'text that is not base64url in its only form');
  return bytes;
}
