import { defineConfig } from 'vitest/config';

/** Pure rooms: their tests share one load of the knowledge and the templates. */
const PURE = ['actions', 'ask', 'calendar', 'cards', 'documents', 'knowledge', 'privacy'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

const shared = {
  testTimeout: 20_000,
  hookTimeout: 60_000,
  globalSetup: ['test/support/azurite-setup.ts'],
  // The way to this machine stays free of a proxy, which the Azure and Bot Framework clients would obey.
  env: { NO_PROXY: '127.0.0.1,localhost', no_proxy: '127.0.0.1,localhost' },
  // A test that is skipped or left alone says nothing; the gate must not pass over it.
  allowOnly: false,
  passWithNoTests: false,
};

export default defineConfig({
  test: {
    // The default leaves one core idle, half of the machine that the gate is meant for.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'pure', include: PURE, isolate: false, globalSetup: [] } },
      {
        test: {
          ...shared,
          name: 'edges',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...PURE],
        },
      },
    ],
  },
});
