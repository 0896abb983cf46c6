import { createHoldersOf } from '../exit/index.js';
import type { PeopleDirectory } from '../people/index.js';
import type { Materials } from './materials.js';

/** What exit cases are read by, in chat, in jobs and by commands: the checklist and who holds which function. */
export function exitGround(
  { checklist, functions }: Pick<Materials, 'checklist' | 'functions'>,
  directory: Pick<PeopleDirectory, 'find' | 'managerOf' | 'inOrganisation'>,
) {
  return { checklist, holdersOf: createHoldersOf(directory, functions) };
}
