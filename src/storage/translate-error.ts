import { AppError, messageOf } from '../errors.js';

/** Whether an error of the Azure packages carries this HTTP status. `code` is undefined with Azurite, so status it is. */
export function isStatus(error: unknown, status: number): boolean {
  return typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === status;
}

/**
 * Runs one storage call and gives its failure our name: 409 and 412 are `storage_conflict` (somebody wrote first), 404 is
 * `not_found`, all else `storage_unavailable`. Statuses in `fine` count as success.
 */
export async function translate<T>(table: string, call: () => Promise<T>, fine: readonly number[] = []): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (fine.some((status) => isStatus(error, status))) return undefined as T;
    if (isStatus(error, 409) || isStatus(error, 412))
      throw new AppError('storage_conflict', `A row of ${table} was written by somebody else first.`, { cause: error });
    if (isStatus(error, 404)) throw new AppError('not_found', `A row of ${table} is not there.`, { cause: error });
    throw new AppError('storage_unavailable', `Storage does not answer (${table}): ${messageOf(error).split('\n')[0]}`, { cause: error });
  }
}
