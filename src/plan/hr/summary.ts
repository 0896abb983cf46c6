import { createHash } from 'node:crypto';
import type { Person } from '../../people/index.js';
import type { Plan } from '../plan.js';
import type { ItemKind, RoundItem, StandIn } from '../round/index.js';

/** A function that nobody holds, what hangs on it, and what HR chose: a person, nobody, or nothing yet. */
export interface OpenFunction {
  /** A short name of plan and function, for buttons. */
  readonly id: string;
  readonly plan: Plan;
  readonly function: string;
  /** What it is asked about, in the words and the order of the plan. */
  readonly asks: readonly string[];
  readonly standIn?: StandIn;
}

export interface DepartmentLoad {
  readonly department: string;
  readonly items: number;
  readonly persons: number;
}

/** Who would be asked what. */
export interface Summary {
  /** Different ones; each is asked once a unit. */
  readonly kinds: Readonly<Record<ItemKind, number>>;
  readonly items: number;
  readonly units: number;
  readonly persons: readonly string[];
  /** Most to answer first. */
  readonly departments: readonly DepartmentLoad[];
  /** By person, the most first. */
  readonly loads: readonly { readonly person: string; readonly items: readonly RoundItem[] }[];
}

const collator = new Intl.Collator('sv');

/** Counts what a round would ask. Pure. */
export function summarise(items: readonly RoundItem[]): Summary {
  const departments = new Map<string, { items: number; persons: Set<string> }>();
  const keys: Record<ItemKind, Set<string>> = { activity: new Set(), goal: new Set(), indicator: new Set() };
  const loads = new Map<string, RoundItem[]>();
  const units = new Set<string>();
  for (const item of items) {
    keys[item.kind].add(item.key);
    units.add(`${item.department}\n${item.unit}`);
    const place = departments.get(item.department) ?? { items: 0, persons: new Set() };
    departments.set(item.department, place);
    place.items += 1;
    for (const person of item.persons) {
      place.persons.add(person);
      const own = loads.get(person);
      if (own) own.push(item);
      else loads.set(person, [item]);
    }
  }
  return {
    kinds: { activity: keys.activity.size, goal: keys.goal.size, indicator: keys.indicator.size },
    items: items.length,
    units: units.size,
    persons: [...loads.keys()],
    departments: [...departments]
      .map(([department, load]) => ({ department, items: load.items, persons: load.persons.size }))
      .sort((a, b) => b.items - a.items || collator.compare(a.department, b.department)),
    loads: [...loads]
      .map(([person, own]) => ({ person, items: own }))
      .sort((a, b) => b.items.length - a.items.length || (a.person < b.person ? -1 : 1)),
  };
}

export function functionId(plan: string, name: string): string {
  return createHash('sha256').update(`${plan}\n${name.toLowerCase()}`).digest('hex').slice(0, 12);
}

/** Stand-ins with one more: the newest choice for a function holds. */
export function withStandIn(standIns: readonly StandIn[], chosen: StandIn): StandIn[] {
  const id = functionId(chosen.plan, chosen.function);
  return [...standIns.filter((one) => functionId(one.plan, one.function) !== id), chosen];
}

/** "Karin Lindqvist, Enhetschef, Förskolorna Solberga" */
export function titleOfPerson({ name, function: title, unit, department }: Person): string {
  return [name, title, unit || department].join(', ');
}
