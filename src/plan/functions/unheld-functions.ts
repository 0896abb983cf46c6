import type { Person } from '../../people/index.js';
import type { PlanActivity } from '../plan.js';
import { holdersOf, type Scope } from './holders.js';

/** A function that activities name and nobody holds, as first written. */
export interface UnheldFunction {
  readonly function: string;
  /** The activities that name it, in the order of the plan. */
  readonly activities: readonly number[];
}

/**
 * Functions that no person of the directory holds, in the order of the plan: HR chooses who answers instead. `people` are those of the
 * plan's organisation, `department` the plan's. `activities` of a result are places in the given list, from 0.
 */
export function unheldFunctions(
  activities: readonly Pick<PlanActivity, 'responsible'>[],
  people: readonly Person[],
  scope: Scope = {},
): UnheldFunction[] {
  const byName = new Map<string, { name: string; at: number[] }>();
  for (const [at, { responsible }] of activities.entries())
    for (const name of responsible) {
      const key = name.toLowerCase();
      const found = byName.get(key);
      if (found) found.at.push(at);
      else byName.set(key, { name, at: [at] });
    }
  return [...byName.values()]
    .filter(({ name }) => holdersOf(name, people, scope).length === 0)
    .map(({ name, at }) => ({ function: name, activities: at }));
}
