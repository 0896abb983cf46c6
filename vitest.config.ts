import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: ['test/support/azurite-setup.ts'],
    // The way to this machine stays free of a proxy, which the Azure and Bot Framework clients would obey.
    env: { NO_PROXY: '127.0.0.1,localhost', no_proxy: '127.0.0.1,localhost' },
    // A test that is skipped or left alone says nothing; the gate must not pass over it.
    allowOnly: false,
    passWithNoTests: false,
  },
});
