import type { PlanQuestion, RoundItem } from '../round/index.js';

/** What is asked, the same in every unit that answers it: the plan's words as they were when the round began. */
export type Asked = Omit<PlanQuestion, 'resources'>;

export function askedOf(item: RoundItem): Asked {
  const { key, kind, plan, position, phase, goal, text, due, responsible, learned } = item;
  const { target, cityTarget, periodicity, measure, bySex } = item;
  return {
    ...{ key, kind, plan, position, phase, goal, text, due, responsible, learned },
    ...{ target, cityTarget, periodicity, measure, bySex },
  };
}
