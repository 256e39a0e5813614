/**
 * The JSON of a VDS-NC (NC-3, NC-4) and its canonical form (NC-10, RFC 8785). A number that is no safe integer is kept as something that
 * no rule accepts, since whether it is refused or unsupported depends on where it stands.
 */
import { wrongFormat } from '../format-error';
import { isObject, OtherNumber, readStrictly, type Json, type JsonObject } from '../json/reader';

export { isObject, type Json, type JsonObject };

/**
 * @param maxDepth of objects and arrays, the outermost being the first
 * @throws FormatError
 */
export function readJson(bytes: Uint8Array, maxDepth: number): Json {
  return readStrictly(bytes, { maxDepth, number, fault: (message) => wrongFormat('NC-3', message) });
}

function number(token: string): number | OtherNumber {
  const value = Number(token);
  return /^-?[0-9]+$/.test(token) && Number.isSafeInteger(value) ? value : new OtherNumber(token);
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
