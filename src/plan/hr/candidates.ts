import type { Person } from '../../people/index.js';
import { holdsWord, wordsOf } from '../functions/words.js';
import type { Plan } from '../plan.js';

/** So many fit on a card; anybody else is named by e-mail address. */
const MOST = 25;
const collator = new Intl.Collator('sv');

/**
 * Who may answer for a function that nobody holds, the likeliest first: whose title or place has words of it, managers of the plan's
 * department, other managers, then HR. `people` are those of the organisation. Pure.
 */
export function candidatesFor(name: string, { department }: Pick<Plan, 'department'>, people: readonly Person[]) {
  const words = wordsOf(name);
  const rankOf = (person: Person): number => {
    const isManager = person.roles.includes('chef');
    const own = wordsOf(`${person.function} ${person.unit}`);
    const shared = words.filter((word) => holdsWord(own, word)).length;
    const isInside = department === undefined || person.department === department;
    return 4 * shared * Number(isManager || isInside) + 2 * Number(isManager) + Number(isManager && isInside);
  };
  return people
    .filter(({ roles }) => roles.includes('chef') || roles.includes('hr'))
    .map((person) => ({ person, rank: rankOf(person) }))
    .sort((a, b) => b.rank - a.rank || collator.compare(a.person.name, b.person.name))
    .slice(0, MOST)
    .map(({ person }) => person);
}
