import { defineConfig } from 'vitest/config';
import { shared } from './vitest.config.js';

/** What tries every way there is (each crash, each table of counts, a hundred thousand inputs): for nights, machines and releases. */
export default defineConfig({
  test: { ...shared, include: ['test/**/*.long.test.ts'], testTimeout: 20 * 60_000 },
});
