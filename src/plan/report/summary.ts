import { PHASES, type Phase } from '../../ask/index.js';
import { inPlanOrder, type ItemKind, type Round } from '../round/index.js';
import type { Asked } from './asked.js';
import { addCounts, type Counts, sumCounts } from './counts.js';
import type { DeviationPlace } from './deviation.js';
import type { ReportFilter } from './filter.js';
import type { Cell, Tally, UnitTally } from './tally.js';
import type { TrendPoint } from './trend.js';

/** Activities of one plan, department or phase ('' for those without a phase). */
export interface Split<Name extends string = string> {
  readonly name: Name;
  readonly counts: Counts;
}

/** One thing that was asked, over all units that answer it. */
export interface Spread {
  readonly asked: Asked;
  readonly counts: Counts;
  readonly moved: number;
  readonly moves: number;
}

export interface Silence {
  readonly department: string;
  readonly unitNames: readonly string[];
  /** Units that have said nothing at all; '' is the department itself. */
  readonly silentUnits: readonly string[];
  readonly items: number;
  readonly answered: number;
}

/** All that a report says in figures. Every split of the activities sums up to `activities`. */
export interface RoundSummary {
  readonly round: Round;
  readonly filter: ReportFilter;
  /** Of the round; with the plan's id for a title where the plan is gone. */
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly all: Counts;
  readonly activities: Counts;
  readonly goals: Counts;
  readonly indicators: Counts;
  readonly byPlan: readonly Split[];
  readonly byDepartment: readonly Split[];
  readonly byPhase: readonly Split<Phase | ''>[];
  /** In the order of the plans: goals, activities, indicators. */
  readonly spread: readonly Spread[];
  readonly units: { readonly all: number; readonly silent: number };
  readonly silence: readonly Silence[];
  readonly moved: { readonly items: number; readonly moves: number };
  /** The first few, those that need a decision before the rest; what is said of them stands in their items. */
  readonly deviations: readonly DeviationPlace[];
  /** All that are asked in the round, whatever the filter: what can be chosen. */
  readonly departments: readonly string[];
  /** Oldest first, this round last; only this one when there is none before. */
  readonly trend: readonly TrendPoint[];
}

const collator = new Intl.Collator('sv');

/** Splits and sums what was tallied. */
export function summariseTally({ cells, units, deviations }: Tally) {
  const of = (kind: ItemKind) => cells.filter(({ asked }) => asked.kind === kind);
  const activities = of('activity');
  const inPhases: readonly Split<Phase | ''>[] = splitBy(activities, ({ asked }) => asked.phase ?? '');
  return {
    all: total(cells),
    activities: total(activities),
    goals: total(of('goal')),
    indicators: total(of('indicator')),
    byPlan: splitBy(activities, ({ asked }) => asked.plan).sort((a, b) => (a.name < b.name ? -1 : 1)),
    byDepartment: splitBy(activities, ({ department }) => department).sort((a, b) => collator.compare(a.name, b.name)),
    byPhase: ([...PHASES, ''] as const).flatMap((phase) => inPhases.filter(({ name }) => name === phase)),
    spread: spreadOf(cells),
    units: { all: units.length, silent: units.filter(isSilent).length },
    silence: silenceOf(units),
    deviations,
    moved: {
      items: cells.reduce((sum, { moved }) => sum + moved, 0),
      moves: cells.reduce((sum, { moves }) => sum + moves, 0),
    },
  };
}

function total(cells: readonly Cell[]): Counts {
  return sumCounts(cells.map(({ counts }) => counts));
}

function splitBy<Name extends string>(cells: readonly Cell[], nameOf: (cell: Cell) => Name): Split<Name>[] {
  return [...grouped(cells, nameOf)].map(([name, group]) => ({ name, counts: total(group) }));
}

function spreadOf(cells: readonly Cell[]): Spread[] {
  const spread = new Map<string, Spread>();
  for (const { asked, counts, moved, moves } of cells) {
    const before = spread.get(asked.key);
    spread.set(asked.key, {
      asked: before?.asked ?? asked,
      counts: before ? addCounts(before.counts, counts) : counts,
      moved: (before?.moved ?? 0) + moved,
      moves: (before?.moves ?? 0) + moves,
    });
  }
  return [...spread.values()].sort((a, b) => inPlanOrder(a.asked, b.asked));
}

function silenceOf(units: readonly UnitTally[]): Silence[] {
  return [...grouped(units, ({ department }) => department)]
    .map(([department, group]) => ({
      department,
      unitNames: group.map(({ unit }) => unit),
      silentUnits: group
        .filter(isSilent)
        .map(({ unit }) => unit)
        .sort(collator.compare),
      items: group.reduce((sum, { items }) => sum + items, 0),
      answered: group.reduce((sum, { answered }) => sum + answered, 0),
    }))
    .sort((a, b) => collator.compare(a.department, b.department));
}

function isSilent({ answered }: UnitTally): boolean {
  return answered === 0;
}

function grouped<Item, Name extends string>(items: readonly Item[], nameOf: (item: Item) => Name): Map<Name, Item[]> {
  const groups = new Map<Name, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}
