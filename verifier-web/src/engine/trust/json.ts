/** JSON of the documents of trust (TRUST-1, TRUST-2): bounded in length and depth, numbers from 0 only. */
import { readStrictly, type Json, type JsonObject, type Rules } from '../json/reader';
import { corrupt } from './refusal';

export type { Json, JsonObject };

const RULES: Rules = {
  maxDepth: 16,
  number: (token) =>
    /^(?:-0|[0-9]+)$/.test(token) && Number.isSafeInteger(Number(token)) ? Math.abs(Number(token)) : undefined,
  fault: (message) => corrupt('TRUST-1', message),
};

/** @throws Refusal CORRUPT for anything TRUST-1 or TRUST-2 refuses */
export function readJson(bytes: Uint8Array, maxBytes: number): Json {
  if (bytes.length > maxBytes) throw corrupt('TRUST-1', 'document too large');
  return readStrictly(bytes, RULES);
}
