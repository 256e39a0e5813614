import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes `sw.js` with the list of files it keeps and a version made of their content, so that a new build replaces the old
 * one as a whole. The worker's own source is src/offline/sw.js; it also keeps `deployment.json`, which is not part of the
 * build: whoever serves the page writes it.
 */
export function precache(): Plugin {
  return {
    name: 'stayseal-precache',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const hash = createHash('sha256');
      const files = Object.keys(bundle).sort();
      for (const name of files) {
        const file = bundle[name];
        if (file === undefined) continue;
        hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
      }
      this.emitFile({
        type: 'asset',
        fileName: 'precache.js',
        source:
          `self.STAYSEAL_VERSION = ${JSON.stringify(hash.digest('hex').slice(0, 16))};\n` +
          `self.STAYSEAL_FILES = ${JSON.stringify(files)};\n`,
      });
    },
  };
}
