import type { RoundItem } from '../round/index.js';

/** What is asked, the same in every unit that answers it: the plan's words as they were when the round began. */
export type Asked = Pick<
  RoundItem,
  | 'key'
  | 'kind'
  | 'plan'
  | 'position'
  | 'phase'
  | 'goal'
  | 'text'
  | 'due'
  | 'responsible'
  | 'target'
  | 'cityTarget'
  | 'measure'
>;

export function askedOf(item: RoundItem): Asked {
  const { key, kind, plan, position, phase, goal, text, due, responsible, target, cityTarget, measure } = item;
  return { key, kind, plan, position, phase, goal, text, due, responsible, target, cityTarget, measure };
}

/** In the order of plans and positions. */
export function byPlace(a: Pick<Asked, 'plan' | 'position'>, b: Pick<Asked, 'plan' | 'position'>): number {
  return a.plan < b.plan ? -1 : a.plan > b.plan ? 1 : a.position - b.position;
}
