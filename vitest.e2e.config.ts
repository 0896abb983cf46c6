import { defineConfig } from 'vitest/config';

/** What drives a real browser: slow, so apart from the unit tests, and one file at a time, since each starts its own world. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // As many pages of the gallery are looked at at once.
    maxConcurrency: 3,
    allowOnly: false,
    passWithNoTests: false,
  },
});
