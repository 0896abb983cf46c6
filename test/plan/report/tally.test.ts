import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES } from '../../../src/ask/index.js';
import {
  ACTIVITY_STATUSES,
  answeredOf,
  type Counts,
  type RoundItem,
  silentOf,
  wholeShares,
} from '../../../src/plan/index.js';
import { askedOf } from '../../../src/plan/report/asked.js';
import { sumCounts } from '../../../src/plan/report/counts.js';
import { summariseTally } from '../../../src/plan/report/summary.js';
import { createTally } from '../../../src/plan/report/tally.js';
import type { ReportFilter } from '../../../src/plan/report/filter.js';
import { digestWith, emptyDigest } from '../../../src/plan/round/digest.js';
import { someItem, someResponse } from '../round/some-items.js';

const drawn = fc.record({
  department: fc.constantFrom('Förskola', 'Äldreomsorg', 'Stab'),
  unit: fc.constantFrom('', 'A', 'B'),
  plan: fc.constantFrom('2026-a', '2026-b'),
  number: fc.integer({ min: 1, max: 30 }),
  phase: fc.constantFrom(...PHASES, undefined),
  status: fc.constantFrom(...ACTIVITY_STATUSES, undefined),
  moves: fc.integer({ min: 0, max: 3 }),
});

/** One item a key and unit; an activity has one phase, whoever answers it. */
function itemsOf(rows: readonly (typeof drawn extends fc.Arbitrary<infer Row> ? Row : never)[]): RoundItem[] {
  const byPlace = new Map<string, RoundItem>();
  const phases = new Map<string, RoundItem['phase']>();
  for (const { department, unit, plan, number, phase, status, moves } of rows) {
    const key = `${plan}/${number}`;
    if (!phases.has(key)) phases.set(key, phase);
    byPlace.set([department, unit, key].join(), {
      ...someItem(number, { department, unit, plan, key, phase: phases.get(key), moves }),
      ...(status && { response: someResponse(1, { status }) }),
    });
  }
  return [...byPlace.values()];
}

function summarise(items: readonly RoundItem[], filter: ReportFilter = {}) {
  const asked = new Map(items.map((item) => [item.key, askedOf(item)]));
  const tally = createTally(filter, (key) => asked.get(key));
  const units = new Map<string, RoundItem[]>();
  for (const item of items) {
    const unit = [item.department, item.unit].join();
    units.set(unit, [...(units.get(unit) ?? []), item]);
  }
  for (const unit of units.values()) tally.add(digestWith(emptyDigest(unit[0]!), unit));
  return summariseTally(tally.result());
}

describe('the counts of a round', () => {
  it('sum up to its items whichever way they are split', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 60 }), (rows) => {
        const items = itemsOf(rows);
        const summary = summarise(items);
        expect(summary.activities.items).toBe(items.length);
        expect(answeredOf(summary.activities)).toBe(items.filter(({ response }) => response).length);
        const { byPlan, byDepartment, byPhase, spread } = summary;
        for (const split of [byPlan, byDepartment, byPhase, spread] as readonly (readonly { counts: Counts }[])[])
          expect(sorted(sumCounts(split.map(({ counts }) => counts)))).toEqual(sorted(summary.activities));
        expect(summary.silence.reduce((sum, one) => sum + one.items, 0)).toBe(items.length);
        expect(summary.silence.reduce((sum, one) => sum + one.items - one.answered, 0)).toBe(silentOf(summary.all));
        expect(summary.moved.moves).toBe(items.reduce((sum, { moves }) => sum + moves, 0));
        expect(summary.moved.items).toBe(items.filter(({ moves }) => moves > 0).length);
      }),
    );
  });

  it('of each plan, department or phase alone sum up to those of all', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 60 }), (rows) => {
        const items = itemsOf(rows);
        const whole = sorted(summarise(items).activities);
        const sum = (filters: readonly ReportFilter[]) =>
          sorted(sumCounts(filters.map((filter) => summarise(items, filter).activities)));
        expect(sum(['2026-a', '2026-b'].map((plan) => ({ plan })))).toEqual(whole);
        expect(sum(['Förskola', 'Äldreomsorg', 'Stab'].map((department) => ({ department })))).toEqual(whole);
        const inPhases = sumCounts(PHASES.map((phase) => summarise(items, { phase }).activities));
        expect(inPhases.items).toBe(items.filter(({ phase }) => phase !== undefined).length);
      }),
    );
  });
});

describe('shares', () => {
  it('are whole per cent that sum up to 100, each within one of the exact share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50_000 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const shares = wholeShares(parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole === 0 ? 0 : 100);
        if (whole > 0)
          for (const [at, part] of parts.entries())
            expect(Math.abs(shares[at]! - (100 * part) / whole)).toBeLessThan(1);
      }),
    );
  });
});

function sorted({ items, said }: Counts) {
  return { items, said: Object.fromEntries(Object.entries(said).sort()) };
}
