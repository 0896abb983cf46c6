import type { Person } from '../../people/index.js';
import { holdersOf } from '../functions/holders.js';
import type { Plan } from '../plan.js';
import { RESPONSIBLE_MANAGER } from './questions.js';
import type { Round } from './round.js';

/** Who answers for one function of a plan. */
export interface Answerers {
  readonly persons: readonly Person[];
  /** Nobody of the directory holds it; `standIn` is whom HR chose instead. */
  readonly isUnheld: boolean;
  readonly standIn?: Person;
  /** People who hold it, but not in a department that the round asks. */
  readonly outside: number;
}

/**
 * Who answers for a function: its holders in the departments of the round or, where nobody holds it, the person HR chose, of
 * whatever department, since the choice was for this very question. Without a chosen person nobody.
 */
export function answerersOf(
  name: string,
  plan: Plan,
  round: Pick<Round, 'departments' | 'standIns'>,
  people: readonly Person[],
): Answerers {
  const holders =
    name === RESPONSIBLE_MANAGER ? responsibleManagers(plan, people) : holdersOf(name, people, scopeOf(plan));
  const asked = holders.filter(
    ({ department }) => round.departments.length === 0 || round.departments.includes(department),
  );
  if (holders.length > 0) return { persons: asked, isUnheld: false, outside: holders.length - asked.length };
  const chosen = round.standIns.find(
    (candidate) => candidate.plan === plan.id && candidate.function.toLowerCase() === name.toLowerCase(),
  );
  const standIn = people.find(({ id }) => id === chosen?.person);
  return { persons: standIn ? [standIn] : [], isUnheld: true, standIn, outside: 0 };
}

function scopeOf({ department }: Plan): { department?: string } {
  return department === undefined ? {} : { department };
}

/** The managers of a department, or of the whole organisation, whose own manager is none of its people. */
function responsibleManagers({ department }: Plan, people: readonly Person[]): Person[] {
  const inside = department === undefined ? people : people.filter((person) => person.department === department);
  const ids = new Set(inside.map(({ id }) => id));
  return inside.filter(({ roles, managerId }) => roles.includes('chef') && !(managerId && ids.has(managerId)));
}
