import type { Turn } from '../../actions/index.js';
import type { Person } from '../../people/index.js';

/** Who presses: the policy lets only people of the directory come to an exit. */
export function personOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory has anything to do with an exit.');
  return asker.person;
}
