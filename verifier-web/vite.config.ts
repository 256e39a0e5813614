import { defineConfig } from 'vitest/config';
import { precache } from './precache.plugin.ts';
import { sums } from './sums.plugin.ts';

// The page is served under any path (the issuer serves it under /verify/), so every address in it is relative.
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    rollupOptions: { input: ['index.html', 'holder.html'] },
    modulePreload: { polyfill: false },
    sourcemap: false,
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  plugins: [precache(), sums()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/journey/**', 'test/others/**'],
    testTimeout: 60_000,
  },
});
