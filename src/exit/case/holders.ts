import type { PeopleDirectory, Person } from '../../people/index.js';
import type { Owner } from '../checklist/item.js';
import type { ExitCase } from './exit-case.js';
import { foldTitle, type FunctionTitles } from './function-titles.js';
import type { Holders } from './slots.js';

type People = Pick<PeopleDirectory, 'find' | 'managerOf' | 'inOrganisation'>;

/**
 * Who holds the functions of a case, of the case's own organisation and never the one who leaves:
 * HR everybody with that role; `överordnad` the manager's manager, or HR where there is none; payroll, IT, registrar and MAS one
 * person each, by the titles of knowledge/exit/functions.yml, nearest to the one who leaves. A function that nobody holds is
 * missing: the manager confirms it then (`sideOf`). Pure over the directory of the moment.
 */
export function createHoldersOf(directory: People, functions: () => readonly FunctionTitles[]) {
  return ({ organisation, employee, manager }: Pick<ExitCase, 'organisation' | 'employee' | 'manager'>): Holders => {
    const people = directory.inOrganisation(organisation).filter(({ id }) => id !== employee);
    const hr = people.filter(({ roles }) => roles.includes('hr')).map(({ id }) => id);
    const managersManager = directory.managerOf(manager)?.id;
    const above = people.some(({ id }) => id === managersManager) ? [managersManager!] : hr;
    const place = directory.find(employee) ?? directory.find(manager);
    const titled = functions().flatMap(({ owner, titles }) => {
      const holder = nearest(people, titles, place);
      return holder ? [[owner, [holder.id]] as const] : [];
    });
    const all: readonly (readonly [Owner, readonly string[]])[] = [['överordnad', above], ['hr', hr], ...titled];
    return Object.fromEntries(all.filter(([, ids]) => ids.length > 0));
  };
}

/** Of the same unit, else department, else organisation; among equals by the order of the titles, then of `people` (by name). */
function nearest(
  people: readonly Person[],
  titles: readonly string[],
  place: Pick<Person, 'department' | 'unit'> | undefined,
): Person | undefined {
  const wanted = titles.map(foldTitle);
  const distance = ({ department, unit }: Person) => {
    if (department !== place?.department) return 2;
    return unit === place.unit ? 0 : 1;
  };
  const rank = (person: Person) => distance(person) * wanted.length + wanted.indexOf(foldTitle(person.function));
  return people
    .filter(({ function: title }) => wanted.includes(foldTitle(title)))
    .reduce<Person | undefined>((best, one) => (best && rank(best) <= rank(one) ? best : one), undefined);
}
