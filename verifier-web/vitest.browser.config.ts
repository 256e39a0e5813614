import { defineConfig } from 'vitest/config';

// Needs a built page (`npm run build`) and a Chromium, by default Debian's.
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
