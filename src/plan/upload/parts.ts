import type { Turn } from '../../actions/index.js';
import type { Files } from '../../files/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { PlanStore } from '../plan-store.js';

export interface PlanUploadParts {
  readonly plans: PlanStore;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
  /** Where the file waits until HR has decided. */
  readonly files: Files;
}

/** The policy lets only people of the directory come here. */
export function personOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory has an organisation to import into.');
  return asker.person;
}

const collator = new Intl.Collator('sv');

/** The departments of the directory, by name. */
export function departmentsOf(people: readonly Person[]): string[] {
  return [...new Set(people.map(({ department }) => department))].filter((name) => name !== '').sort(collator.compare);
}
