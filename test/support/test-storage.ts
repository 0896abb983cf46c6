import { createHash } from 'node:crypto';
import { expect, inject } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/index.js';

/**
 * Storage in the run's Azurite with tables of this test alone, made when this resolves. Called twice in one test it opens the
 * same tables twice, as two processes do. Outside a test (beforeAll) it needs a `name`.
 */
export async function testStorage(name?: string): Promise<Storage> {
  const storage = openStorage({ kind: 'connection-string', connectionString: inject('azurite') }, tablePrefix(name));
  await storage.prepare();
  return storage;
}

/** `t` and a hash of file and test: table names are letters and digits only. */
export function tablePrefix(name?: string): string {
  const { testPath, currentTestName = name } = expect.getState();
  if (currentTestName === undefined)
    throw new Error('testStorage() belongs into a test: its tables are named after it.');
  return `t${createHash('sha256')
    .update(`${inject('run')}|${testPath}|${currentTestName}`)
    .digest('hex')
    .slice(0, 16)}`;
}
