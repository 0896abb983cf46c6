import { isConflict } from './errors.js';

/** Each write meets at most so many others before it gives up, unless more is asked for. */
const MAX_TRIES = 8;

/**
 * Reads, decides and writes anew when somebody else wrote in between. `attempt` gets the number of the try, from 1.
 * Throws the last `storage_conflict` after `most` tries, any other failure at once.
 */
export async function tryAgain<T>(attempt: (tries: number) => Promise<T>, most = MAX_TRIES): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(tries);
    } catch (error) {
      if (!isConflict(error) || tries === most) throw error;
    }
  }
}
