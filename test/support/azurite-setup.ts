import type { TestProject } from 'vitest/node';
import { accountOf, startAzurite } from './azurite.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The connection string of the one Azurite of this run. */
    azurite: string;
    /** Which run of a watching vitest this is: a rerun must not meet the tables of the run before. */
    run: number;
  }
}

/** One Azurite for the whole run, in memory. When it cannot start, the run fails once, with the reason. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testFiles } = await project.globTestFiles();
  const azurite = await startAzurite(testFiles.map(accountOf)).catch((error: unknown) => {
    throw new Error('Azurite, on which the storage tests run, did not start. `npm ci` installs it.', { cause: error });
  });
  let run = 1;
  project.provide('azurite', azurite.connectionString);
  project.provide('run', run);
  project.onTestsRerun(() => project.provide('run', ++run));
  return () => azurite.stop();
}
