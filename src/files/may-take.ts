import { type Directory, holds } from '../people/index.js';
import type { KeptFile } from './kept-file.js';

/** The directory that follows storage: `refresh` asks for a newer one. */
export interface FreshDirectory extends Directory {
  refresh?(): Promise<boolean>;
}

/**
 * Whether the person of an offer may have it now: still in the directory and in the organisation, and with the right by which it was asked
 * for, at least as far. The directory is asked for anew, one storage call: who was erased or moved a moment ago is refused. Throws what
 * storage throws.
 */
export function createMayTake(directory: FreshDirectory): (file: KeptFile) => Promise<boolean> {
  return async ({ person: id, organisation, right }) => {
    await directory.refresh?.();
    const person = directory.find(id);
    if (person?.organisation !== organisation || right === undefined) return false;
    const asker = { kind: 'person', id, person } as const;
    return holds(asker, { permission: 'files.take', reach: 'eget' }) && holds(asker, right);
  };
}
