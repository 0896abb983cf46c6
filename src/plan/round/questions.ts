import type { Plan, PlanActivity } from '../plan.js';
import type { RoundItem } from './item.js';

/** The function that answers for goals, for indicators and for activities of which the plan does not say whose they are. */
export const RESPONSIBLE_MANAGER = 'Ansvarig chef';

/** What a plan asks about, before it is known who answers it. */
export type PlanQuestion = Pick<
  RoundItem,
  | 'key'
  | 'kind'
  | 'plan'
  | 'position'
  | 'phase'
  | 'goal'
  | 'text'
  | 'due'
  | 'resources'
  | 'responsible'
  | 'target'
  | 'cityTarget'
  | 'periodicity'
  | 'measure'
  | 'bySex'
  | 'learned'
>;

/**
 * What is asked of a plan: its activities without those that are gone and, when the round asks them, its goals, each before the
 * first of its activities, and its indicators last. A goal is known by the lowest number of its activities, gone ones included: numbers
 * stay over imports, so the goal of the next round is found again also when it was reworded.
 */
export function questionsOf(
  plan: Plan,
  activities: readonly PlanActivity[],
  { asksGoals }: { readonly asksGoals: boolean },
): PlanQuestion[] {
  const goalKeys = keysOfGoals(activities);
  const asked = new Set<string>();
  const questions: Omit<PlanQuestion, 'position'>[] = [];
  for (const { id, goal, phase, activity, due, resources, responsible, goneAt } of activities) {
    if (goneAt) continue;
    const common = { plan: plan.id, phase, goal };
    if (goal !== '' && !asked.has(goal)) {
      asked.add(goal);
      const key = `${plan.id}/goal-${goalKeys.get(goal)!}`;
      questions.push({ ...common, ...UNDATED, key, kind: 'goal', text: goal });
    }
    const named = responsible.length > 0 ? [...responsible] : [RESPONSIBLE_MANAGER];
    questions.push({
      ...common,
      key: `${plan.id}/${id}`,
      kind: 'activity',
      text: activity,
      due,
      resources,
      responsible: named,
    });
  }
  for (const { id, name, measure, target, cityTarget, periodicity, bySex } of plan.indicators) {
    const figures = { measure, target, cityTarget, periodicity, ...(bySex && { bySex }) };
    const key = `${plan.id}/indicator-${id}`;
    questions.push({ ...UNDATED, ...figures, key, plan: plan.id, goal: '', kind: 'indicator', text: name });
  }
  // Positions count what is not asked, too, so that they are the same in each round of the same plan.
  return questions
    .map((question, index) => ({ ...question, position: index + 1 }))
    .filter(({ kind }) => asksGoals || kind === 'activity');
}

const UNDATED = { due: { kind: 'none' as const }, resources: '', responsible: [RESPONSIBLE_MANAGER] };

function keysOfGoals(activities: readonly PlanActivity[]): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const { id, goal } of activities) lowest.set(goal, Math.min(Number(id), lowest.get(goal) ?? Infinity));
  return lowest;
}
