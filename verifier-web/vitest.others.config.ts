import { defineConfig } from 'vitest/config';

// Needs a built page (`npm run build`) and Debian's firefox-esr, webkit2gtk-driver and xvfb.
export default defineConfig({
  test: { include: ['test/others/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
});
