import { defineConfig } from 'vitest/config';

// Needs everything built: the issuer's jar, the command's, the page; and a Chromium. Each step builds on the one before it.
export default defineConfig({
  test: {
    include: ['test/journey/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
