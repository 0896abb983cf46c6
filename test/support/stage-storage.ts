import { setImmediate as aTurn } from 'node:timers/promises';
import { inject } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/index.js';
import { tablePrefix, testStorage, wrapped } from './test-storage.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** What stages stand on: the config of the run says it. */
    stages: 'memory' | 'azurite';
  }
}

let opened: { readonly prefix: string; readonly storage: Storage } | undefined;

/**
 * Storage of this test alone for what stands above it: a feature, a chat, a card. Tables in memory keep the contract of those in
 * Azurite (test/storage/table.test.ts) at a tenth of the time; `npm run test:long` runs the same tests over Azurite. Called twice
 * in one test it opens the same tables twice, as two processes do.
 */
export async function stageStorage(name?: string): Promise<Storage> {
  if (inject('stages') === 'azurite') return testStorage(name);
  const prefix = tablePrefix(name);
  if (opened?.prefix !== prefix) opened = { prefix, storage: openStorage({ kind: 'memory' }) };
  const { storage } = opened;
  // Others get their turn between two calls, as they do while a request is on its way.
  return {
    ...storage,
    table: (definition) => wrapped(storage.table(definition), aTurn),
    queue: (queue) => wrapped(storage.queue(queue), aTurn),
  };
}
