/** Test data made by others, beside the project; tests that need it say visibly that they are skipped when it is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const conformance = join(dirname(repository), 'shared', 'conformance');
export const hasConformance = existsSync(conformance);
export const specification = join(repository, 'spec');

export function conformanceJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(conformance, path), 'utf8')) as T;
}

export function conformanceBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(conformance, path)));
}
