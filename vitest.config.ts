import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Exhaustive ones: `npm run test:long` runs them. */
const LONG = 'test/**/*.long.test.ts';

/** Pure rooms: their tests share one load of the knowledge and the templates. */
const PURE = [
  ...['actions', 'ask', 'calendar', 'cards', 'documents', 'knowledge'].map((room) => `test/${room}/**/*.test.ts`),
  'test/privacy/*.test.ts',
];

/** What changes something for the whole process (timers, the SDK), counts it, or must be met first. */
const ALONE = [
  'test/bot/courier-faults.test.ts',
  'test/connector/**/*.test.ts',
  'test/local/**/*.test.ts',
  'test/storage/defined-tables.test.ts',
  'test/telemetry/exported.test.ts',
];

/** These define tables of their own, which only their process is to know. */
const STORAGE = ['test/storage/**/*.test.ts'];

/** These walk every table and verb there is: only the product's are to be in their process. */
const WALKS = ['test/composition/access.test.ts', 'test/privacy/keeping/**/*.test.ts'];

export const shared = {
  // Busy machines are slow: none of these is to be met when all is well.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  globalSetup: ['test/support/azurite-setup.ts'],
  // The way to this machine stays free of a proxy, which the Azure and Bot Framework clients would obey.
  env: { NO_PROXY: '127.0.0.1,localhost', no_proxy: '127.0.0.1,localhost' },
  // A test that is skipped or left alone says nothing; the gate must not pass over it.
  allowOnly: false,
  passWithNoTests: false,
};

export default defineConfig({
  test: {
    // Some tests wait for another process or a clock: a few more files than cores keep these busy. Not many more, since each
    // process loads the SDK, the knowledge and the templates for itself.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    experimental: { fsModuleCache: true },
    projects: [
      { test: { ...shared, name: 'pure', include: PURE, exclude: [LONG], isolate: false, globalSetup: [] } },
      { test: { ...shared, name: 'storage', include: STORAGE, exclude: ALONE, isolate: false } },
      { test: { ...shared, name: 'walks', include: WALKS, isolate: false } },
      { test: { ...shared, name: 'alone', include: ALONE, exclude: [LONG] } },
      {
        test: {
          ...shared,
          name: 'edges',
          // Loading the SDK anew for each file took longer than the tests.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', LONG, ...PURE, ...STORAGE, ...WALKS, ...ALONE],
        },
      },
    ],
  },
});
