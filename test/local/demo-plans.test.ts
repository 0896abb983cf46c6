import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadPlans } from '../../src/knowledge/index.js';
import { demoPlans } from '../../src/local/demo/plans.js';
import { parsePeopleCsv } from '../../src/people/index.js';
import { holdersOf, planActivitySchema, planSchema } from '../../src/plan/index.js';

const now = new Date('2026-11-28T09:00:00Z');
const plans = demoPlans(loadPlans('knowledge', now), now);
const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));

it('makes a plan of this year for each department of the demo people that 2019 had one for', () => {
  expect(plans.map(({ plan }) => `${plan.id} ${plan.activities}`)).toEqual([
    '2026-aldreomsorg 25',
    '2026-forskola 35',
    '2026-hela-forvaltningen 9',
    '2026-individ-och-familjeomsorg 71',
    '2026-funktionsnedsattning-och-socialpsykiatri 31',
  ]);
  for (const { plan, activities } of plans) {
    expect(planSchema.parse(plan)).toEqual(plan);
    for (const activity of activities) expect(planActivitySchema.parse(activity)).toEqual(activity);
    if (plan.department !== undefined)
      expect(
        people.some(
          ({ organisation, department }) => organisation === plan.organisation && department === plan.department,
        ),
      ).toBe(true);
  }
});

it('moves the years so that some target dates have passed and some are to come', () => {
  const lasts = plans.flatMap(({ activities }) =>
    activities.flatMap(({ due }) => (due.kind === 'period' ? [due.to] : [])),
  );
  expect(lasts.filter((day) => day < '2026-11-28').length).toBeGreaterThan(0);
  expect(lasts.filter((day) => day >= '2026-11-28').length).toBeGreaterThan(0);
});

it('gives the manager of the demo activities to answer for', () => {
  const karin = people.find(({ name }) => name === 'Karin Lindqvist')!;
  const preschool = plans.find(({ plan }) => plan.department === 'Förskola')!;
  const own = preschool.activities.filter(({ responsible }) =>
    responsible.some((name) => holdersOf(name, people, { department: 'Förskola' }).includes(karin)),
  );
  expect(own).toHaveLength(11);
});
