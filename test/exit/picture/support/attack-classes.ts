import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer, Release } from '../../../../src/exit/index.js';
import type { Counts } from '../../../../src/exit/picture/figures.js';
import { followsFrom } from './exact-solver.js';
import { LIMITS, made, released } from './made-answers.js';

const PLACES = ['Förskola', 'Äldreomsorg', undefined] as const;
const TENURES = ['under1', 'from4', undefined] as const;
const GENDERS = ['kvinna', 'man', undefined] as const;
const OPTIONS = ['R1', 'R2', 'R3'];

export interface Someone {
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

export async function yearOf(people: readonly Someone[]): Promise<Release | undefined> {
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
export function equationsOf(release: Release, option: string) {
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

/** The attack by what people told of themselves, with so many draws. */
export function attackTheClasses(draws: number): void {
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
      { numRuns: draws },
    );
    // An attack on nothing would find nothing.
    expect(toldOfClasses).toBeGreaterThan(draws / 2);
  });
}
