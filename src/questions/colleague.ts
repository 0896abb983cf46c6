import type { Directory, Person } from '../people/index.js';

/** Somebody of this organisation; who changed to another board has left it. */
export function colleague(id: string, organisation: string, directory: Directory): Person | undefined {
  const person = directory.find(id);
  return person?.organisation === organisation ? person : undefined;
}
