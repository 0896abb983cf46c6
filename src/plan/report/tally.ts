import type { UnitDigest } from '../round/index.js';
import type { Asked } from './asked.js';
import type { Counts } from './counts.js';
import { byPlaceOfDeviation, type DeviationPlace, isDeviating } from './deviation.js';
import { concernsAsked, concernsDepartment, type ReportFilter } from './filter.js';
import { createTop } from './top.js';

/** So many deviations are told one by one where there is little room. */
export const FIRST_DEVIATIONS = 10;

/** One thing that is asked in the units of one department, counted together: every split of a report is a sum of these. */
export interface Cell {
  readonly department: string;
  readonly asked: Asked;
  readonly counts: Counts;
  /** Items whose target date was moved, and how many times in all. */
  readonly moved: number;
  readonly moves: number;
}

/** How far a unit has come with all that it is asked. */
export interface UnitTally {
  readonly department: string;
  readonly unit: string;
  readonly items: number;
  readonly answered: number;
}

export interface Tally {
  readonly cells: readonly Cell[];
  readonly units: readonly UnitTally[];
  /** The worst of all deviations. */
  readonly deviations: readonly DeviationPlace[];
}

/** Counts digest by digest, so that a round of any size takes the memory of its activities and units, not of its items. */
export function createTally(filter: ReportFilter, askedOf: (key: string) => Asked | undefined) {
  const cells = new Map<string, { -readonly [K in keyof Cell]: Cell[K] } & { counts: Mutable }>();
  const units: UnitTally[] = [];
  const deviations = createTop(FIRST_DEVIATIONS, byPlaceOfDeviation);
  return {
    /** Passes over what the filter leaves out and what `askedOf` does not know. */
    add({ department, unit, items }: Pick<UnitDigest, 'department' | 'unit' | 'items'>): void {
      if (!concernsDepartment(filter, department)) return;
      let [asking, answered] = [0, 0];
      for (const [key, { said, moves }] of Object.entries(items)) {
        const asked = askedOf(key);
        if (!asked || !concernsAsked(filter, asked)) continue;
        const place = `${department}\n${key}`;
        let cell = cells.get(place);
        if (!cell) {
          cell = { department, asked, counts: { items: 0, said: {} }, moved: 0, moves: 0 };
          cells.set(place, cell);
        }
        cell.counts.items += 1;
        cell.moves += moves;
        if (moves > 0) cell.moved += 1;
        asking += 1;
        if (said === '') continue;
        cell.counts.said[said] = (cell.counts.said[said] ?? 0) + 1;
        answered += 1;
        if (asked.kind === 'activity' && isDeviating(said)) {
          const { plan, position } = asked;
          deviations.add({ department, unit, key, plan, position, said });
        }
      }
      if (asking > 0) units.push({ department, unit, items: asking, answered });
    },
    result: (): Tally => ({ cells: [...cells.values()], units, deviations: deviations.items() }),
  };
}

interface Mutable {
  items: number;
  said: Record<string, number>;
}
