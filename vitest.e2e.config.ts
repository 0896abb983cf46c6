import { defineConfig } from 'vitest/config';

/** What drives a real browser: slow, so apart from the unit tests, and one file at a time, since each starts its own world. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    allowOnly: false,
    passWithNoTests: false,
  },
});
