import { AppError, messageOf } from '../errors.js';

/** The HTTP status that an error of the Azure packages carries. `code` is undefined with Azurite, so status it is. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
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
    const status = statusOf(error);
    if (status !== undefined && fine.includes(status)) return undefined as T;
    throw named(error, status, table);
  }
}

function named(cause: unknown, status: number | undefined, table: string): AppError {
  if (status === 409 || status === 412)
    return new AppError('storage_conflict', `A row of ${table} was written by somebody else first.`, { cause });
  if (status === 404) return new AppError('not_found', `A row of ${table} is not there.`, { cause });
  const why = (messageOf(cause) || 'no reason given').split('\n')[0];
  if (status === undefined)
    return new AppError('storage_unavailable', `Storage does not answer (${table}): ${why}`, { cause });
  return new AppError('storage_unavailable', `Storage refused a request (${table}, status ${status}): ${why}`, {
    cause,
  });
}
