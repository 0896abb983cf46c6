import { AppError, isConflict, messageOf } from '../errors.js';

/** What a person at the terminal should know of a failure of storage, and do. */
export function describeStorageFault(error: unknown): string {
  if (isConflict(error))
    return `En annan import hann före; kör genomgången igen. / Another import came first.\n${error.message}`;
  if (error instanceof AppError && error.code === 'storage_unavailable')
    return (
      'Lagringen svarar inte. Varje dokument är då antingen som förut eller helt inläst; kör genomgången igen så syns det. / ' +
      `Storage does not answer.\n${error.message}`
    );
  return messageOf(error);
}
