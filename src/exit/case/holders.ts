import type { PeopleDirectory } from '../../people/index.js';
import type { ExitCase } from './exit-case.js';
import type { Holders } from './slots.js';

/** Who holds the functions of a case: the manager's manager, and HR of the board. */
export function createHoldersOf(directory: Pick<PeopleDirectory, 'managerOf' | 'inOrganisation'>) {
  return ({ organisation, manager }: Pick<ExitCase, 'organisation' | 'manager'>): Holders => {
    const above = directory.managerOf(manager);
    const hr = directory.inOrganisation(organisation).filter(({ roles }) => roles.includes('hr'));
    return { ...(above && { överordnad: [above.id] }), ...(hr.length > 0 && { hr: hr.map(({ id }) => id) }) };
  };
}
