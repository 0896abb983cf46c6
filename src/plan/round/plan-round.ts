import type { Person } from '../../people/index.js';
import type { Plan, PlanActivity } from '../plan.js';
import { type Answerers, answerersOf } from './answerers.js';
import type { RoundItem } from './item.js';
import type { Learned } from './learned.js';
import { carriedTo, type Previous } from './previous.js';
import { type PlanQuestion, questionsOf } from './questions.js';
import type { Round } from './round.js';

/** More than so much one unit is not asked: nobody answers it, and one row holds what is counted of a unit. */
export const MOST_ITEMS = 500;
/** So many may answer one item: their ids stand in one column. */
export const MOST_PERSONS = 800;

export type RoundDraft = Pick<Round, 'organisation' | 'id' | 'departments' | 'asksGoals' | 'standIns'>;

/** A function that nobody of the directory holds: HR chooses who answers instead, or nobody does. */
export interface UnheldInRound {
  readonly plan: string;
  readonly function: string;
  /** Keys of what it is responsible for, in the order of the plan; goals and indicators, too. */
  readonly activities: readonly string[];
  /** Whom HR chose. */
  readonly standIn?: string;
}

/** Who would be asked about what. */
export interface RoundPlan {
  /** Unit by unit, in the order of plans and positions. */
  readonly items: readonly RoundItem[];
  readonly unheld: readonly UnheldInRound[];
  /** Keys of what only people of other departments than the round's hold: nobody is asked. */
  readonly outside: readonly string[];
  /** By id, each once. */
  readonly persons: readonly string[];
  /** By name. */
  readonly perDepartment: readonly DepartmentShare[];
  /** Units that would be asked more than one may be; a round with any is not started. */
  readonly tooLarge: readonly { readonly department: string; readonly unit: string; readonly items: number }[];
}

export interface DepartmentShare {
  readonly department: string;
  readonly units: number;
  readonly persons: number;
  readonly items: number;
}

/**
 * Decides which unit is asked about what, and who may answer there (design, section 4: one item an answering unit, whoever of its
 * responsible persons writes it). `people` are those of the organisation. Pure.
 */
export function planRound({
  round,
  plans,
  people,
  previous = new Map(),
  learned = new Map(),
}: {
  readonly round: RoundDraft;
  readonly plans: readonly { readonly plan: Plan; readonly activities: readonly PlanActivity[] }[];
  readonly people: readonly Person[];
  readonly previous?: Previous;
  /** By the keys of activities. */
  readonly learned?: ReadonlyMap<string, readonly Learned[]>;
}): RoundPlan {
  const own = people.filter(({ organisation }) => organisation === round.organisation);
  const items: RoundItem[] = [];
  const unheld = new Map<string, UnheldInRound>();
  const outside: string[] = [];
  for (const { plan, activities } of plans) {
    // The same function is looked for once a plan, whatever the number of its activities.
    const known = new Map<string, Answerers>();
    const look = (name: string): Answerers => {
      const found = known.get(name) ?? answerersOf(name, plan, round, own);
      known.set(name, found);
      return found;
    };
    for (const asks of questionsOf(plan, activities, round)) {
      const question = withLearned(asks, learned.get(asks.key));
      const found = question.responsible.map((name) => ({ name, ...look(name) }));
      for (const { name, isUnheld, standIn } of found)
        if (isUnheld) note(unheld, { plan: plan.id, function: name, activities: [question.key], standIn: standIn?.id });
      const asked = found.flatMap(({ persons }) => persons);
      if (asked.length === 0 && found.some((one) => one.outside > 0)) outside.push(question.key);
      items.push(...byUnit(asked).map((persons) => itemFor(round, question, persons, previous)));
    }
  }
  return {
    items: items.sort(byPlace),
    unheld: [...unheld.values()],
    outside,
    persons: [...new Set(items.flatMap(({ persons }) => persons))].sort(),
    perDepartment: shares(items),
    tooLarge: tooLarge(items),
  };
}

function withLearned(question: PlanQuestion, learned: readonly Learned[] = []): PlanQuestion {
  return learned.length === 0 ? question : { ...question, learned: [...learned] };
}

function note(unheld: Map<string, UnheldInRound>, one: UnheldInRound): void {
  const key = `${one.plan}\n${one.function.toLowerCase()}`;
  const before = unheld.get(key);
  unheld.set(key, before ? { ...before, activities: [...before.activities, ...one.activities] } : one);
}

function itemFor(round: RoundDraft, question: PlanQuestion, persons: readonly Person[], previous: Previous): RoundItem {
  const { department, unit } = persons[0]!;
  const place = { organisation: round.organisation, round: round.id, department, unit };
  return {
    ...place,
    ...question,
    persons: persons.map(({ id }) => id),
    deputies: [],
    ...carriedTo({ ...place, key: question.key }, previous),
  };
}

/** People by unit, each person once, in the order of the functions that they hold. */
function byUnit(people: readonly Person[]): Person[][] {
  const units = new Map<string, Person[]>();
  for (const person of new Set(people)) {
    const key = unitKey(person);
    units.set(key, [...(units.get(key) ?? []), person]);
  }
  return [...units.values()];
}

function unitKey({ department, unit }: { readonly department: string; readonly unit: string }): string {
  return `${department}\n${unit}`;
}

const collator = new Intl.Collator('sv');

/** Units in Swedish order; sorting is stable, so items keep the order of the plans. */
function byPlace(one: RoundItem, other: RoundItem): number {
  return collator.compare(one.department, other.department) || collator.compare(one.unit, other.unit);
}

function shares(items: readonly RoundItem[]): DepartmentShare[] {
  const departments = new Map<string, RoundItem[]>();
  for (const item of items) {
    const own = departments.get(item.department) ?? [];
    own.push(item);
    departments.set(item.department, own);
  }
  return [...departments].map(([department, own]) => ({
    department,
    units: new Set(own.map(({ unit }) => unit)).size,
    persons: new Set(own.flatMap(({ persons }) => persons)).size,
    items: own.length,
  }));
}

function tooLarge(items: readonly RoundItem[]): RoundPlan['tooLarge'] {
  const units = new Map<string, { department: string; unit: string; items: number; persons: number }>();
  for (const item of items) {
    const { department, unit } = item;
    const counted = units.get(unitKey(item)) ?? { department, unit, items: 0, persons: 0 };
    counted.items += 1;
    counted.persons = Math.max(counted.persons, item.persons.length);
    units.set(unitKey(item), counted);
  }
  return [...units.values()]
    .filter((unit) => unit.items > MOST_ITEMS || unit.persons > MOST_PERSONS)
    .map(({ department, unit, items: count }) => ({ department, unit, items: count }));
}
