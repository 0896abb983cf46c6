import type { Directory, Person } from './person.js';

/** The directory of one moment, in memory, with an index for each question that a turn asks. */
export interface PeopleDirectory extends Directory {
  /** How many people there are. */
  readonly size: number;
  /** Case does not matter. */
  findByEmail(email: string): Person | undefined;
  managerOf(id: string): Person | undefined;
  /** Those whose nearest manager this is, by name; not the whole line below. */
  reportsOf(managerId: string): readonly Person[];
  /** By name. Two organisations may have departments of the same name. */
  inDepartment(organisation: string, department: string): readonly Person[];
  /** By name. */
  inOrganisation(organisation: string): readonly Person[];
}

/** Indexes people once, so that every look-up takes the same time whatever the size of the directory. */
export function createDirectory(people: readonly Person[]): PeopleDirectory {
  const byId = new Map<string, Person>();
  const byEmail = new Map<string, Person>();
  const byManager = new Map<string, Person[]>();
  const byDepartment = new Map<string, Person[]>();
  const byOrganisation = new Map<string, Person[]>();
  for (const person of [...people].sort(byName)) {
    byId.set(person.id, person);
    byEmail.set(person.email, person);
    if (person.managerId !== undefined) add(byManager, person.managerId, person);
    add(byDepartment, departmentKey(person.organisation, person.department), person);
    add(byOrganisation, person.organisation, person);
  }
  const find = (id: string) => byId.get(id.toLowerCase());
  return {
    size: byId.size,
    find,
    findByEmail: (email) => byEmail.get(email.trim().toLowerCase()),
    managerOf: (id) => {
      const managerId = find(id)?.managerId;
      return managerId === undefined ? undefined : byId.get(managerId);
    },
    reportsOf: (managerId) => byManager.get(managerId.toLowerCase()) ?? [],
    inDepartment: (organisation, department) => byDepartment.get(departmentKey(organisation, department)) ?? [],
    inOrganisation: (organisation) => byOrganisation.get(organisation) ?? [],
  };
}

const collator = new Intl.Collator('sv');

function byName(a: Person, b: Person): number {
  return collator.compare(a.name, b.name);
}

function departmentKey(organisation: string, department: string): string {
  return `${organisation}\n${department}`;
}

function add(groups: Map<string, Person[]>, key: string, person: Person): void {
  const group = groups.get(key);
  if (group) group.push(person);
  else groups.set(key, [person]);
}
