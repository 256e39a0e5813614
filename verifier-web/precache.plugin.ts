import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes `sw.js`: the service worker of src/offline/sw.js, with the list of files it keeps and a version made of their content before
 * it, so that a new build replaces the old one as a whole.
 */
export function precache(): Plugin {
  let root = '';
  return {
    name: 'stayseal-precache',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const worker = readFileSync(join(root, 'src/offline/sw.js'), 'utf8');
      const contents = new Map<string, string | Uint8Array>();
      for (const [name, file] of Object.entries(bundle)) {
        contents.set(name, file.type === 'chunk' ? file.code : file.source);
      }
      for (const name of readdirSync(join(root, 'public')))
        contents.set(name, readFileSync(join(root, 'public', name)));
      const files = [...contents.keys()].sort();
      const hash = createHash('sha256').update(worker);
      for (const name of files) hash.update(name).update(contents.get(name) ?? '');
      const head = `const VERSION = '${hash.digest('hex').slice(0, 16)}';\nconst FILES = ${JSON.stringify(files)};\n\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + worker });
    },
  };
}
