import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Release } from '../../../src/exit/index.js';
import type { Counts } from '../../../src/exit/picture/figures.js';
import { lookAt } from '../../../src/exit/picture/look.js';
import { addSums, sumsOf } from '../../../src/exit/survey/sums.js';
import { followsFrom } from './support/exact-solver.js';
import { LIMITS, made, released, SURVEY } from './support/made-answers.js';

const PLACES = ['Förskola', 'Äldreomsorg', undefined] as const;
const TENURES = ['under1', 'from4', undefined] as const;
const GENDERS = ['kvinna', 'man', undefined] as const;
const OPTIONS = ['R1', 'R2', 'R3'];

interface Someone {
  readonly place: (typeof PLACES)[number];
  readonly tenure: (typeof TENURES)[number];
  readonly gender: (typeof GENDERS)[number];
  readonly chosen: readonly string[];
}
const someone: fc.Arbitrary<Someone> = fc.record({
  place: fc.constantFrom(...PLACES),
  tenure: fc.constantFrom('under1', 'from4', 'from4', 'from4', undefined),
  gender: fc.constantFrom('kvinna', 'kvinna', 'kvinna', 'man', undefined),
  chosen: fc.uniqueArray(fc.constantFrom('R1', 'R1', 'R2', 'R3'), { maxLength: 3 }),
});

async function yearOf(people: readonly Someone[]): Promise<Release | undefined> {
  const told = new Map<Answer, Someone>();
  const answers = people.map((one) => {
    const answer = made({ department: one.place, chosen: one.chosen.length > 0 ? { Q1: [...one.chosen] } : {} });
    told.set(answer, one);
    return answer;
  });
  const third = Math.ceil(answers.length / 3);
  const tertials = [0, 1, 2].map((n) => answers.slice(n * third, (n + 1) * third));
  const byTicket = new Map([...told].map(([{ ticket }, one]) => [ticket, one]));
  const { counts } = await released(tertials, {
    invited: { Förskola: 99, Äldreomsorg: 99 },
    backgroundOf: ({ ticket }) => {
      const { tenure, gender } = byTicket.get(ticket)!;
      return { ...(tenure && { tenure }), ...(gender && { gender }) };
    },
  });
  return counts[0];
}

/** All that is told of an option, over the unknown numbers of people by department, length of employment, gender and choice. */
function equationsOf(release: Release, option: string) {
  const cells = PLACES.flatMap((place) =>
    TENURES.flatMap((tenure) =>
      GENDERS.flatMap((gender) => [true, false].map((isChosen) => ({ place, tenure, gender, isChosen }))),
    ),
  );
  type Cell = (typeof cells)[number];
  const row = (is: (cell: Cell) => boolean) => cells.map((cell) => (is(cell) ? 1 : 0));
  const told = (figure: unknown, isOf: (cell: Cell) => boolean) => {
    const counts = figure as Counts | undefined;
    if (!counts) return [];
    return [row(isOf), ...(option in counts.counts ? [row((cell) => isOf(cell) && cell.isChosen)] : [])];
  };
  const known = [
    ...told(release.whole.figures.Q1, () => true),
    ...Object.entries(release.departments).flatMap(([name, { figures }]) =>
      told(figures.Q1, ({ place }) => place === name),
    ),
    ...Object.entries(release.classes).flatMap(([key, { figures }]) => {
      const [by, name] = key.split(':');
      return told(figures.Q1, (cell) => cell[by as 'tenure' | 'gender'] === name);
    }),
  ];
  return { row, follows: followsFrom(known) };
}

/** All groups that one can ask for: some departments, some lengths of employment, some genders, and those of two at once. */
const some = <T>(all: readonly T[]): (readonly T[])[] => [
  ...all.map((one) => [one]),
  ...all.map((one) => all.filter((other) => other !== one)),
  all,
];
const GROUPS = some(PLACES).flatMap((places) =>
  some(TENURES).flatMap((tenures) => some(GENDERS).map((genders) => ({ places, tenures, genders }))),
);

describe('an attack on the picture by what people told of themselves', () => {
  it('finds no small count by adding and subtracting over departments and classes together', async () => {
    let toldOfClasses = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 25, maxLength: 60 }), async (people) => {
        const release = await yearOf(people);
        if (!release) return;
        toldOfClasses += Object.values(release.classes).filter(
          ({ figures }) => Object.keys((figures.Q1 as Counts).counts).length > 0,
        ).length;
        for (const option of OPTIONS) {
          const { row, follows } = equationsOf(release, option);
          for (const { places, tenures, genders } of GROUPS) {
            const isOf = (one: Pick<Someone, 'place' | 'tenure' | 'gender'>) =>
              places.includes(one.place) && tenures.includes(one.tenure) && genders.includes(one.gender);
            const own = people.filter((one) => isOf(one) && one.chosen.length > 0);
            const chosen = own.filter((one) => one.chosen.includes(option)).length;
            if (own.length === 0) continue;
            if (own.length < LIMITS.group) expect(follows(row(isOf)), 'how many').toBe(false);
            for (const [isChosen, count] of [
              [true, chosen],
              [false, own.length - chosen],
            ] as const)
              if (count < LIMITS.cell)
                expect(follows(row((cell) => isOf(cell) && cell.isChosen === isChosen)), option).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
    // An attack on nothing would find nothing.
    expect(toldOfClasses).toBeGreaterThan(20);
  }, 120_000);

  it('would find it, if a class were told of beside an option that is not told of all', async () => {
    const people = [
      ...Array.from({ length: 12 }, (): Someone => ({
        place: 'Förskola',
        tenure: 'under1',
        gender: undefined,
        chosen: ['R1'],
      })),
      ...Array.from({ length: 12 }, (): Someone => ({
        place: 'Förskola',
        tenure: 'from4',
        gender: undefined,
        chosen: ['R2'],
      })),
    ];
    const release = (await yearOf(people))!;
    const leaky = structuredClone(release);
    (leaky.classes['tenure:under1'] as { figures: { Q1: Counts } }).figures.Q1.counts.R2 = 0;
    const { row, follows } = equationsOf(leaky, 'R2');
    expect(follows(row(({ tenure, isChosen }) => tenure === 'under1' && isChosen))).toBe(true);
  });
});

describe('what people told of themselves', () => {
  const crowd = (count: number, tenure: Someone['tenure'], chosen: readonly string[]): Someone[] =>
    Array.from({ length: count }, () => ({ place: 'Förskola', tenure, gender: undefined, chosen }));

  it('divides the reasons by class where ten of it answered and what is left is large enough', async () => {
    const people = [...crowd(8, 'under1', ['R1']), ...crowd(4, 'under1', ['R2']), ...crowd(5, 'from4', ['R1'])];
    const release = (await yearOf([...people, ...crowd(4, undefined, ['R2'])]))!;
    expect(release.classes).toEqual({
      'tenure:under1': { figures: { Q1: { kind: 'choices', answers: 12, counts: { R1: 8, R2: 4 } } } },
    });
    const look = lookAt([{ tertial: '2026-3', counts: release }], 'sv', SURVEY);
    expect(look.departments.at(-1)).toEqual({ value: 'tenure:under1', title: 'Anställningstid: Kortare än ett år' });
    // Four others would be found by subtraction.
    expect((await yearOf([...people.slice(0, 12), ...crowd(4, 'from4', ['R1'])]))!.classes).toEqual({});
  });

  it('is added up as sums, of questions with several options alone', () => {
    const answer = { chosen: { Q1: ['R1', 'R2'], Q6: ['1'], Q13: ['ja'] } };
    const one = sumsOf(answer, { tenure: 'under1', gender: 'man' });
    const counted = (answers: number, r1: number) => ({ Q1: { answers, counts: { R1: r1, R2: 1 } } });
    expect(one).toEqual({ tenure: { under1: counted(1, 1) }, gender: { man: counted(1, 1) } });
    expect(addSums([one, sumsOf({ chosen: { Q1: ['R1'] } }, { tenure: 'under1' })])).toEqual({
      tenure: { under1: counted(2, 2) },
      gender: { man: counted(1, 1) },
    });
    expect(sumsOf({ chosen: { Q6: ['1'] } }, { tenure: 'under1' })).toEqual({});
  });
});
