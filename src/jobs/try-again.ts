import { AppError } from '../errors.js';

/** Each write meets at most so many others before it gives up. */
const MAX_TRIES = 8;

export function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage_conflict';
}

/**
 * Reads, decides and writes anew when somebody else wrote in between. `attempt` gets the number of the try, from 1.
 * Throws the last `storage_conflict` after eight tries, any other failure at once.
 */
export async function tryAgain<T>(attempt: (tries: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(tries);
    } catch (error) {
      if (!isConflict(error) || tries === MAX_TRIES) throw error;
    }
  }
}
