import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What `sha256sum -c` of every system takes. */
export const SUMS = 'SHA256SUMS';

/** Writes the sums of all files of the page but its own, in the order of their names: so that whoever hosts it, and whoever doubts it, can compare. */
export function sums(): Plugin {
  let folder = '';
  return {
    name: 'stayseal-sums',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      writeFileSync(join(folder, SUMS), sumsOf(folder));
    },
  };
}

export function sumsOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== SUMS)
    .sort();
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return files.map((name) => `${sum(name)}  ${name}\n`).join('');
}
