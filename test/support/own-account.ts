import { expect, inject } from 'vitest';
import { accountOf, type Azurite, inAccount, startAzurite } from './azurite.js';

export type Account = Pick<Azurite, 'connectionString' | 'stop'>;

/**
 * An empty account for this test file alone, for what names its tables itself: a command, a whole program. It is one of the run's
 * Azurite: another process takes seconds to start. Once a file; where a watching vitest runs it again, an Azurite of its own.
 */
export async function emptyAccount(): Promise<Account> {
  if (inject('run') > 1) return startAzurite();
  const connectionString = inAccount(inject('azurite'), accountOf(expect.getState().testPath!));
  return { connectionString, stop: async () => undefined };
}
