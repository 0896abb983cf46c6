import { createHoldersOf } from '../exit/index.js';
import { loadChecklist, loadFunctions } from '../knowledge/index.js';
import { once } from '../once.js';
import type { PeopleDirectory } from '../people/index.js';

/** What exit cases are read by, in chat, in jobs and by commands: the checklist and who holds which function, read when first needed. */
export function exitGround(
  knowledgeDir: string,
  directory: Pick<PeopleDirectory, 'find' | 'managerOf' | 'inOrganisation'>,
) {
  return {
    checklist: once(() => loadChecklist(knowledgeDir)),
    holdersOf: createHoldersOf(
      directory,
      once(() => loadFunctions(knowledgeDir)),
    ),
  };
}
