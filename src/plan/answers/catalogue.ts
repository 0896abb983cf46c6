import type { Plan, PlanActivity } from '../plan.js';
import type { PlanStore } from '../plan-store.js';
import type { Topics } from './topic.js';
import type { Wanted } from './understand/index.js';

/** An activity with its plan. `key` names it in every round. */
export interface Listed {
  readonly key: string;
  readonly plan: Plan;
  readonly activity: PlanActivity;
}

/** The activities of these plans as they are now, in their order; those that the plans no longer have are left out. */
export async function activitiesOf(
  store: PlanStore,
  organisation: string,
  plans: readonly string[],
): Promise<Listed[]> {
  const found: Listed[] = [];
  for (const id of plans) {
    const stored = await store.find(organisation, id);
    if (!stored) continue;
    for await (const activity of store.activities(stored))
      if (activity.goneAt === undefined) found.push({ key: `${id}/${activity.id}`, plan: stored.plan, activity });
  }
  return found;
}

/** The plans of a year, or the newest one of each department. */
export async function plansOf(store: PlanStore, organisation: string, year: number | undefined): Promise<string[]> {
  const newest = new Map<string, string>();
  for await (const { plan } of store.list(organisation)) {
    const department = plan.department ?? '';
    if (year === undefined ? !newest.has(department) : plan.year === year) newest.set(department, plan.id);
  }
  return [...newest.values()];
}

/** Those of the phase, the departments and the topic that are wanted. */
export function wantedOf(
  all: readonly Listed[],
  { phase, places, topic }: Pick<Wanted, 'phase' | 'places' | 'topic'>,
  topics: Topics,
): Listed[] {
  const departments = places.map(({ department }) => department);
  const found = all.filter(
    ({ plan, activity }) =>
      (phase === undefined || activity.phase === phase) &&
      (departments.length === 0 || departments.includes(plan.department ?? '')),
  );
  if (topic.length === 0) return found;
  const about = new Set(
    topics.about(
      found.map(({ activity }) => activity),
      topic,
    ),
  );
  return found.filter(({ activity }) => about.has(activity));
}
