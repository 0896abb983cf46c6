import { defineConfig } from 'vitest/config';
import { edges, shared } from './vitest.config.js';

/**
 * What tries every way there is (each crash, each table of counts, a hundred thousand inputs), and what stands on storage in memory
 * at other times over Azurite: for nights, machines and releases.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'long', include: ['test/**/*.long.test.ts'], testTimeout: 20 * 60_000 } },
      { test: { ...edges, name: 'edges over Azurite', provide: { stages: 'azurite' } } },
    ],
  },
});
