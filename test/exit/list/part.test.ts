import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXIT_KINDS, OWNERS, TICK_STATES, TRAITS } from '../../../src/exit/index.js';
import { isLeft, nextLeft, PART_STANDINGS, progressOf } from '../../../src/exit/list/part.js';
import { checklist, someSeat, someTick } from './support/some-seat.js';

const EMPLOYEE = '33333333-3333-4333-8333-333333333333';
const ids = (parts: readonly { item: { id: string }; owner: string }[]) =>
  parts.map(({ item, owner }) => `${Number(item.id.slice(4))} ${owner}`);

describe('the parts of a list', () => {
  it('of the employee are what the employee does, alone or with others', () => {
    const { own } = someSeat({}, { person: EMPLOYEE });
    expect(ids(own).sort()).toEqual(
      ['14', '2', '20', '26', '27', '28', '29', '30', '4', '6', '8'].map((n) => `${n} medarbetare`).sort(),
    );
  });

  it('of the manager hold what functions do that nobody has, and of a function what is its own', () => {
    const alone = ids(someSeat().own);
    expect(alone).toEqual(expect.arrayContaining(['34 lön', '34 hr', '34 it', '32 it', '32 chef', '35 hr']));
    const holders = { it: ['it-1'], hr: ['hr-1'] };
    const helped = ids(someSeat({}, { holders }).own);
    expect(helped).toContain('34 lön');
    expect(helped).not.toContain('34 hr');
    expect(ids(someSeat({}, { holders, person: 'it-1' }).own).sort()).toEqual(['32 it', '34 it']);
  });

  it('are of nobody who has no side', () => {
    expect(someSeat({}, { person: 'somebody' }).own).toEqual([]);
  });

  it('come with what contradicts first, then what is late, soon and later, then what is answered', () => {
    const ticks = {
      'AVS-29': { chef: someTick('done'), medarbetare: someTick('notYet') },
      'AVS-03': { chef: someTick('done') },
      'AVS-04': { chef: someTick('notApplicable') },
    };
    const { own } = someSeat({ ticks });
    expect(ids(own)[0]).toBe('29 chef');
    expect(own.at(-1)!.standing).toBe('done');
    const standings = own.map(({ standing }) => PART_STANDINGS.indexOf(standing));
    expect(standings).toEqual([...standings].sort((a, b) => a - b));
    expect(own.filter(({ standing }) => standing === 'waiting').map(({ item }) => item.id)).toEqual(['AVS-04']);
  });

  it('are soon up to a week ahead and late from the day after', () => {
    const standingOf = (id: string, changes = {}) => someSeat(changes).own.find(({ item }) => item.id === id)!.standing;
    // Due on the last day at work, 27 November; today is the 18th.
    expect(standingOf('AVS-31')).toBe('later');
    expect(standingOf('AVS-31', { lastWorkingDay: '2026-11-25', lastDay: '2026-11-25' })).toBe('soon');
    expect(standingOf('AVS-31', { lastWorkingDay: '2026-11-18', lastDay: '2026-11-18' })).toBe('soon');
    expect(standingOf('AVS-31', { lastWorkingDay: '2026-11-17', lastDay: '2026-11-17' })).toBe('late');
  });

  it('are left when nothing is said, or "not yet"', () => {
    expect(isLeft({})).toBe(true);
    expect(isLeft({ tick: someTick('notYet') })).toBe(true);
    expect(['done', 'notApplicable', 'delegated'].map((state) => isLeft({ tick: someTick(state as 'done') }))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('what comes next', () => {
  it('is what is due after it, else the first that is left, else nothing', () => {
    const { own } = someSeat();
    const byDay = [...own].sort((a, b) =>
      `${a.due} ${a.item.id} ${a.owner}` < `${b.due} ${b.item.id} ${b.owner}` ? -1 : 1,
    );
    expect(nextLeft(own, byDay[2]!)).toBe(byDay[3]);
    expect(nextLeft(own, byDay.at(-1)!)).toBe(byDay[0]);
    expect(nextLeft([byDay[0]!], byDay[0]!)).toBeUndefined();
  });
});

describe('whatever is ticked', () => {
  const anyTick = fc.record({ state: fc.constantFrom(...TICK_STATES), due: fc.constant('2026-11-20') });
  const anyTicks = fc.dictionary(
    fc.constantFrom(...checklist.map(({ id }) => id)),
    fc.dictionary(
      fc.constantFrom(...OWNERS),
      anyTick.map(({ state }) => someTick(state)),
    ),
  );
  const anyHolders = fc.dictionary(
    fc.constantFrom('överordnad', 'hr', 'lön', 'it', 'registrator', 'mas'),
    fc.constantFrom(['a'], ['a', 'b']),
  );
  const anyPerson = fc.constantFrom(undefined, EMPLOYEE, 'a', 'b');
  const anySeat = fc
    .tuple(anyTicks, anyHolders, anyPerson, fc.constantFrom(...EXIT_KINDS), fc.subarray([...TRAITS]))
    .map(([ticks, holders, person, kind, traits]) => someSeat({ ticks, kind, traits }, { holders, person }));

  it('the standings add up, and every part stands on exactly one side', () => {
    fc.assert(
      fc.property(anySeat, ({ own, parts, items }) => {
        const { all, ...counts } = progressOf(own);
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(all);
        expect(parts).toHaveLength(items.reduce((sum, { slots }) => sum + slots.length, 0));
      }),
    );
  });

  it('a part is done exactly when all owners are, and contradicts only in an item that does', () => {
    fc.assert(
      fc.property(anySeat, ({ parts, items }) => {
        for (const part of parts) {
          const { standing } = items.find(({ item }) => item.id === part.item.id)!;
          expect(part.standing === 'done').toBe(standing === 'done');
          if (part.standing === 'contradicted') expect(standing).toBe('contradicted');
          if (part.standing === 'waiting') expect(isLeft(part)).toBe(false);
          if (['late', 'soon', 'later'].includes(part.standing)) expect(isLeft(part)).toBe(true);
        }
        // Whoever contradicts sees it.
        for (const { item, standing } of items)
          if (standing === 'contradicted')
            expect(
              parts.filter((part) => part.item.id === item.id && part.standing === 'contradicted').length,
            ).toBeGreaterThan(1);
      }),
    );
  });
});
