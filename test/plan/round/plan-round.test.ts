import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/people/index.js';
import { holdersOf, MOST_ITEMS, placeOf, planRound, RESPONSIBLE_MANAGER } from '../../../src/plan/index.js';
import { ORGANISATION, someResponse, someRound } from './some-items.js';
import { someActivity, someColleague, somePlan } from './some-plan.js';

const round = (more = {}) => someRound(more);
const [solen, manen] = [someColleague(1), someColleague(2, { unit: 'Månen' })];
const deputyHead = someColleague(3, { function: 'Biträdande rektor' });
const head = someColleague(4, { unit: '', function: 'Avdelningschef' });
const hr = someColleague(5, { department: 'Stödfunktioner', unit: 'HR', function: 'HR-konsult', roles: ['hr'] });
const people: Person[] = [
  { ...solen, managerId: head.id },
  { ...manen, managerId: head.id },
  { ...deputyHead, managerId: solen.id },
  head,
  hr,
];
const places = (plan: ReturnType<typeof planRound>) =>
  plan.items.map(({ department, unit, key }) => `${department}/${unit}: ${key.split('/')[1]}`);

describe('planRound', () => {
  it('asks each unit once about what any of its people is responsible for', () => {
    const activities = [
      someActivity(1, { responsible: ['Rektorer', 'Biträdande rektor'] }),
      someActivity(2, { responsible: ['HR-konsult'] }),
      someActivity(3, { goneAt: new Date() }),
    ];
    const plan = planRound({ round: round(), plans: [{ plan: somePlan(), activities }], people });
    expect(places(plan)).toEqual(['Förskola/Månen: 1', 'Förskola/Solen: 1', 'Stödfunktioner/HR: 2']);
    expect(plan.items[1]!.persons).toEqual([solen.id, deputyHead.id]);
    expect(plan.persons).toEqual([solen, manen, deputyHead, hr].map(({ id }) => id).sort());
    expect(plan.perDepartment).toEqual([
      { department: 'Förskola', units: 2, persons: 3, items: 2 },
      { department: 'Stödfunktioner', units: 1, persons: 1, items: 1 },
    ]);
    expect(plan.unheld).toEqual([]);
  });

  it('reports a function that nobody holds, and asks whom HR chose instead', () => {
    const activities = [
      someActivity(1, { responsible: ['Kommunikatör'] }),
      someActivity(2, { responsible: ['kommunikatör', 'Rektor'] }),
    ];
    const plans = [{ plan: somePlan(), activities }];
    const [key1, key2] = ['2026-forskola/1', '2026-forskola/2'];
    const before = planRound({ round: round(), plans, people });
    expect(before.unheld).toEqual([
      { plan: '2026-forskola', function: 'Kommunikatör', activities: [key1, key2], standIn: undefined },
    ]);
    expect(places(before)).toEqual(['Förskola/Månen: 2', 'Förskola/Solen: 2']);
    const standIns = [{ plan: '2026-forskola', function: 'KOMMUNIKATÖR', person: hr.id }];
    const after = planRound({ round: round({ standIns }), plans, people });
    expect(after.unheld[0]!.standIn).toBe(hr.id);
    expect(places(after)).toContain('Stödfunktioner/HR: 1');
    const nobody = [{ plan: '2026-forskola', function: 'Kommunikatör' }];
    expect(places(planRound({ round: round({ standIns: nobody }), plans, people }))).toEqual(places(before));
  });

  it("asks the responsible manager of the department about goals, indicators and what is nobody's", () => {
    const indicators = [
      {
        id: '1',
        name: 'Sjukfrånvaro',
        measure: '%',
        target: '8',
        cityTarget: '7',
        periodicity: 'Tertial',
        bySex: true,
      },
    ];
    const activities = [
      someActivity(4),
      someActivity(5, { goal: 'Färre slutar', responsible: [] }),
      someActivity(2, { goneAt: new Date() }),
    ];
    const plans = [{ plan: somePlan({ indicators }), activities }];
    const { items, unheld } = planRound({ round: round({ asksGoals: true }), plans, people });
    const own = items.filter(({ unit }) => unit === '');
    expect(own.map(({ kind, key, text, position }) => [kind, key, text, position])).toEqual([
      // Known by the lowest number of its activities, also of one that is gone.
      ['goal', '2026-forskola/goal-2', 'Fler kan mer', 1],
      ['goal', '2026-forskola/goal-5', 'Färre slutar', 3],
      ['activity', '2026-forskola/5', 'Aktivitet 5', 4],
      ['indicator', '2026-forskola/indicator-1', 'Sjukfrånvaro', 5],
    ]);
    expect(own.at(-1)).toMatchObject({
      target: '8',
      cityTarget: '7',
      measure: '%',
      periodicity: 'Tertial',
      bySex: true,
      persons: [head.id],
    });
    expect(unheld).toEqual([]);
    const headless = people.map((person) => ({ ...person, roles: ['medarbetare' as const] }));
    expect(planRound({ round: round({ asksGoals: true }), plans, people: headless }).unheld).toMatchObject([
      { function: RESPONSIBLE_MANAGER, activities: own.map(({ key }) => key) },
    ]);
    const withoutGoals = planRound({ round: round(), plans, people }).items;
    expect(withoutGoals.map(({ key, position }) => [key, position])).toContainEqual(['2026-forskola/5', 4]);
  });

  it('asks only the departments of the round, and says what nobody is asked about for that', () => {
    const activities = [someActivity(1), someActivity(2, { responsible: ['HR-konsult'] })];
    const plans = [{ plan: somePlan(), activities }];
    const plan = planRound({ round: round({ departments: ['Förskola'] }), plans, people });
    expect(places(plan)).toEqual(['Förskola/Månen: 1', 'Förskola/Solen: 1']);
    expect(plan.outside).toEqual(['2026-forskola/2']);
  });

  it('takes over what was said last and how often the date was moved', () => {
    const previous = { round: 'r0', title: 'VB 2025', response: someResponse(3) };
    const key = '2026-forskola/1';
    const known = new Map([[placeOf({ department: 'Förskola', unit: 'Solen', key }), { previous, moves: 2 }]]);
    const plans = [{ plan: somePlan(), activities: [someActivity(1)] }];
    const [atManen, atSolen] = planRound({ round: round(), plans, people, previous: known }).items;
    expect(atSolen).toMatchObject({ unit: 'Solen', previous, moves: 2 });
    expect(atManen).toMatchObject({ unit: 'Månen', moves: 0 });
    expect(atManen!.previous).toBeUndefined();
  });

  it('says which unit would be asked too much', () => {
    const activities = Array.from({ length: MOST_ITEMS + 1 }, (_, n) => someActivity(n + 1));
    const plan = planRound({ round: round(), plans: [{ plan: somePlan(), activities }], people });
    expect(plan.tooLarge.map(({ unit, items }) => [unit, items])).toEqual([
      ['Månen', 501],
      ['Solen', 501],
    ]);
  });
});

const functions = ['Rektor', 'Biträdande rektor', 'Avdelningschef', 'HR-konsult', 'Barnskötare', 'Kommunikatör'];
const departments = ['Förskola', 'Äldreomsorg', 'Stödfunktioner'];
const anyPeople = fc
  .array(
    fc.record({
      organisation: fc.constantFrom(ORGANISATION, ORGANISATION, 'Norrmalm'),
      department: fc.constantFrom(...departments),
      unit: fc.constantFrom('Solen', 'Månen', ''),
      function: fc.constantFrom(...functions),
      roles: fc.constantFrom<Person['roles']>(['chef'], ['medarbetare']),
    }),
    { maxLength: 25 },
  )
  .map((all) => all.map((about, n) => someColleague(n, about)));
const anyActivities = fc
  .array(
    fc.record({
      responsible: fc.subarray([...functions, 'Samtliga medarbetare', 'Okänd roll']),
      goal: fc.constantFrom('', 'Fler kan mer', 'Färre slutar'),
      goneAt: fc.constantFrom(undefined, undefined, new Date('2026-02-01T00:00:00Z')),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((about, n) => someActivity(n + 1, about)));
const anyRound = fc.record({ departments: fc.subarray(departments), asksGoals: fc.boolean() }).map(round);

describe('planRound, whatever the plan and the directory', () => {
  const anything = { round: anyRound, people: anyPeople, activities: anyActivities };

  it('makes of each activity with a holder exactly one item an answering unit', () => {
    fc.assert(
      fc.property(fc.record(anything), ({ round: asked, people: all, activities }) => {
        const plan = somePlan();
        const { items } = planRound({ round: asked, plans: [{ plan, activities }], people: all });
        const own = all.filter(({ organisation }) => organisation === ORGANISATION);
        for (const { id, responsible, goneAt } of activities) {
          if (responsible.length === 0) continue;
          const holders = responsible
            .flatMap((name) => holdersOf(name, own, { department: 'Förskola' }))
            .filter(({ department }) => asked.departments.length === 0 || asked.departments.includes(department));
          const units = new Set(holders.map(({ department, unit }) => `${department}/${unit}`));
          const found = items.filter(({ key }) => key === `${plan.id}/${id}`);
          expect(found.map(({ department, unit }) => `${department}/${unit}`).sort()).toEqual(
            goneAt ? [] : [...units].sort(),
          );
          const persons = found.flatMap((item) => item.persons).sort();
          expect(persons).toEqual(goneAt ? [] : [...new Set(holders.map((person) => person.id))].sort());
        }
      }),
    );
  });

  it('asks nobody outside the organisation and the departments', () => {
    fc.assert(
      fc.property(fc.record(anything), ({ round: asked, people: all, activities }) => {
        const { persons, items } = planRound({ round: asked, plans: [{ plan: somePlan(), activities }], people: all });
        for (const id of persons) {
          const person = all.find((candidate) => candidate.id === id)!;
          expect(person.organisation).toBe(ORGANISATION);
          if (asked.departments.length > 0) expect(asked.departments).toContain(person.department);
        }
        for (const item of items)
          for (const id of item.persons)
            expect(all.find((candidate) => candidate.id === id)).toMatchObject({
              department: item.department,
              unit: item.unit,
            });
      }),
    );
  });

  it('loses no activity: each is an item, or reported as unheld or outside', () => {
    fc.assert(
      fc.property(fc.record(anything), ({ round: asked, people: all, activities }) => {
        const plan = planRound({ round: asked, plans: [{ plan: somePlan(), activities }], people: all });
        const told = new Set([
          ...plan.items.map(({ key }) => key),
          ...plan.unheld.flatMap((unheld) => unheld.activities),
          ...plan.outside,
        ]);
        for (const { id, goneAt } of activities) expect(told.has(`2026-forskola/${id}`)).toBe(goneAt === undefined);
      }),
    );
  });
});
