import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, type FigureId, type Release, tertialAfter } from '../../../../src/exit/index.js';
import type { Score } from '../../../../src/exit/picture/figures.js';
import { bandsOf } from '../../../../src/exit/picture/shares.js';
import { groupIn, windowsOf, type Window } from '../../../../src/exit/picture/window.js';
import { followsFrom } from './exact-solver.js';
import { FIRST, LIMITS, made, released, SURVEY } from './made-answers.js';

const DEPARTMENTS = ['Förskola', 'Äldreomsorg', undefined] as const;
type Place = (typeof DEPARTMENTS)[number];
/** Each, any two, and all. */
const TOGETHER: readonly (readonly Place[])[] = [
  ...DEPARTMENTS.map((one) => [one]),
  ...DEPARTMENTS.map((one) => DEPARTMENTS.filter((other) => other !== one)),
  DEPARTMENTS,
];

const option = (id: 'Q1' | 'Q2' | 'Q13', most: number) => {
  const ids = SURVEY.questions
    .find((one) => one.id === id)!
    .options.map((one) => one.id)
    .slice(0, most);
  return fc.constantFrom(...ids);
};
const answerOf: fc.Arbitrary<Answer> = fc
  .record({
    department: fc.constantFrom<Place>(...DEPARTMENTS),
    Q1: fc.uniqueArray(option('Q1', 5), { maxLength: 3 }),
    Q2: fc.option(option('Q2', 4), { nil: undefined }),
    Q13: fc.constantFrom('ja', 'ja', 'ja', 'kanske', 'kanske', 'nej', 'tyst'),
    Q14: fc.constantFrom('ja', 'ja', 'ja', 'ja', 'nej', 'tyst'),
    Q6: fc.option(fc.constantFrom('1', '3', '5', '5', 'vet'), { nil: undefined }),
    Q12: fc.option(fc.constantFrom('0', '8', '9', '10', '10'), { nil: undefined }),
  })
  .map(({ department, Q1, Q2, Q6, Q12, Q13, Q14 }) =>
    made({
      department,
      chosen: {
        ...(Q1.length > 0 && { Q1 }),
        Q13: [Q13],
        Q14: [Q14],
        ...(Q2 && { Q2: [Q2] }),
        ...(Q6 && { Q6: [Q6] }),
        ...(Q12 && { Q12: [Q12] }),
      },
      ...(Q1[0] && { main: Q1[0] }),
    }),
  );
const tertials = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.array(answerOf, { maxLength: 6 }) },
    { weight: 3, arbitrary: fc.array(answerOf, { minLength: 8, maxLength: 60 }) },
  ),
  // So many that counts are released twice.
  { minLength: 3, maxLength: 7 },
);

/** What an answer counts as for a question: one of several values, or nothing. */
const VALUES: Readonly<Partial<Record<FigureId, readonly string[]>>> = {
  Q2: SURVEY.questions.find(({ id }) => id === 'Q2')!.options.map(({ id }) => id),
  Q1main: SURVEY.questions.find(({ id }) => id === 'Q1')!.options.map(({ id }) => id),
  Q13: ['ja', 'kanske', 'nej', 'tyst'],
  Q14: ['ja', 'nej', 'tyst'],
  Q6: ['1', '2', '3', '4', '5'],
  Q12: ['-1', '0', '1'],
};
const valueOf = (id: FigureId, answer: Answer): string | undefined => {
  if (id === 'Q1main') return answer.main;
  const [value] = answer.chosen[id as 'Q2'] ?? [];
  if (id !== 'Q12' || value === undefined) return value === 'vet' ? undefined : value;
  return Number(value) >= 9 ? '1' : Number(value) <= 6 ? '-1' : '0';
};

/** 1 when a score lies in the low, middle or high band. */
const bandOf = (kind: Score['kind'], value: string, band: number) => bandsOf(kind, [Number(value)])[band]!;

/** Everything that the picture can show anybody: every window, of all and of each department. */
function views(windows: readonly Window[]) {
  return windows.flatMap((window) =>
    DEPARTMENTS.map((department) => ({ window, department, group: groupIn(window, department) })),
  );
}

/** The attacks on the picture, each with so many draws. */
export function attackThePicture(draws: number): void {
  it('finds no suppressed count in all that can ever be shown, in however many steps of adding and subtracting', async () => {
    await fc.assert(
      fc.asyncProperty(tertials, async (answers) => {
        const { scores, counts, kept } = await released(answers);
        const { year, single } = windowsOf(scores, counts);
        const windows = [...single, ...(year ? [year] : [])];
        const times = answers.map((_, n) => tertialAfter(FIRST, n));
        for (const id of Object.keys(VALUES) as FigureId[]) {
          const values = VALUES[id]!;
          const at = (t: string, d: Place, v: string) =>
            (times.indexOf(t) * DEPARTMENTS.length + DEPARTMENTS.indexOf(d)) * values.length + values.indexOf(v);
          const size = times.length * DEPARTMENTS.length * values.length;
          const row = (ts: readonly string[], ds: readonly Place[], weight: (v: string) => number) => {
            const cells = Array.from({ length: size }, () => 0);
            for (const t of ts) for (const d of ds) for (const v of values) cells[at(t, d, v)] = weight(v);
            return cells;
          };
          const known = views(windows).flatMap(({ window, department, group }) => {
            const figure = group?.figures[id];
            if (!figure) return [];
            const ds = department === undefined ? DEPARTMENTS : [department];
            // Scores are of the window, counts of the year beside it.
            const ts = 'sum' in figure ? window.tertials : window.counts!.tertials;
            const sums = [row(ts, ds, () => 1)];
            if ('sum' in figure) {
              const bands = figure.bands
                ? [0, 1, 2].map((band) => row(ts, ds, (v) => bandOf(figure.kind, v, band)))
                : [];
              return figure.end ? sums : [...sums, row(ts, ds, Number), ...bands];
            }
            return [...sums, ...Object.keys(figure.counts).map((o) => row(ts, ds, (v) => (v === o ? 1 : 0)))];
          });
          const follows = followsFrom(known);
          const said = (ts: readonly string[], ds: readonly Place[]) =>
            ts
              .flatMap((t) => kept.get(t)!.filter(({ department }) => ds.includes(department as Place)))
              .flatMap((one) => valueOf(id, one) ?? []);
          const periods = [...times.map((t) => [t]), ...[...windows, ...counts].map((one) => one.tertials)];
          for (const ts of periods)
            for (const ds of TOGETHER) {
              const own = said(ts, ds);
              if (own.length === 0) continue;
              if (own.length < LIMITS.group) {
                expect(follows(row(ts, ds, () => 1)), `${id} how many`).toBe(false);
                if (id === 'Q6' || id === 'Q12') expect(follows(row(ts, ds, Number)), `${id} sum`).toBe(false);
              }
              for (const v of values)
                if (own.filter((one) => one === v).length < LIMITS.cell)
                  expect(follows(row(ts, ds, (other) => (other === v ? 1 : 0))), `${id} ${v}`).toBe(false);
            }
        }
      }),
      { numRuns: draws },
    );
  });

  it('finds nothing of one option of several, either', async () => {
    await fc.assert(
      fc.asyncProperty(tertials, async (answers) => {
        const { counts } = await released(answers);
        for (const release of counts) {
          const count = (figure: unknown, of: string) =>
            (figure as { counts?: Record<string, number> } | undefined)?.counts?.[of];
          for (const { id: of } of SURVEY.questions[0]!.options) {
            const whole = release.whole.figures.Q1;
            const chosen = count(whole, of);
            const shown = Object.values(release.departments).flatMap(({ figures: { Q1 } }) => {
              const own = count(Q1, of);
              return own === undefined ? [] : [{ own, answers: (Q1 as { answers: number }).answers }];
            });
            for (const { own, answers: all } of shown) {
              expect(own).toBeGreaterThanOrEqual(LIMITS.cell);
              expect(all - own).toBeGreaterThanOrEqual(LIMITS.cell);
            }
            if (chosen === undefined) continue;
            const left = shown.reduce(
              (rest, { own, answers: all }) => ({ chosen: rest.chosen - own, all: rest.all - all }),
              { chosen, all: (whole as { answers: number }).answers },
            );
            if (left.all === 0) continue;
            expect(left.chosen).toBeGreaterThanOrEqual(LIMITS.cell);
            expect(left.all - left.chosen).toBeGreaterThanOrEqual(LIMITS.cell);
          }
        }
      }),
      { numRuns: 2 * draws },
    );
  });

  it('counts each answer to a question in one release, and of all answers in those of scores alone', async () => {
    await fc.assert(
      fc.asyncProperty(tertials, async (answers) => {
        const { scores, counts } = await released(answers);
        for (const releases of [scores, counts]) {
          const told = releases.flatMap((release) => release.tertials);
          expect(new Set(told).size).toBe(told.length);
        }
        const asked = (releases: readonly Release[]) =>
          new Set(
            releases
              .flatMap(({ whole, departments }) => [whole, ...Object.values(departments)])
              .flatMap(({ figures }) => Object.keys(figures)),
          );
        expect([...asked(scores)].filter((id) => asked(counts).has(id))).toEqual([]);
        for (const { whole, departments } of counts)
          for (const group of [whole, ...Object.values(departments)]) expect(group.answers).toBeUndefined();
      }),
      { numRuns: draws },
    );
  });
}
