import {
  createReleases,
  type Answer,
  type ClosedTertial,
  type Limits,
  type Release,
  type TextBatch,
} from '../../../../src/exit/index.js';
import type { Family } from '../../../../src/exit/picture/figures.js';
import { addSums, type Background, sumsOf } from '../../../../src/exit/survey/sums.js';
import { tertialAfter } from '../../../../src/exit/index.js';
import { loadSurvey } from '../../../../src/knowledge/index.js';

export const SURVEY = loadSurvey('knowledge');
export const LIMITS: Limits = { group: 5, breakdown: 10, cell: 3 };
export const FIRST = '2026-1';
export const ORGANISATION = 'Nämnden';

let number = 0;
export const made = (about: Partial<Answer>): Answer => ({
  ticket: `ticket-${String(++number).padStart(20, '0')}`,
  chosen: {},
  ...about,
});

/** Runs the releases of tertials in a row over these answers, as the jobs do; everybody of a department was invited. */
export async function released(
  tertials: readonly (readonly Answer[])[],
  {
    limits = LIMITS,
    invited = {},
    invitedIn,
    backgroundOf = () => ({}),
  }: {
    readonly limits?: Limits;
    readonly invited?: Readonly<Record<string, number>>;
    /** Tertial by tertial, instead of those who answered. */
    readonly invitedIn?: readonly Readonly<Record<string, number>>[];
    /** What each told of themselves. */
    readonly backgroundOf?: (answer: Answer) => Background;
  } = {},
) {
  const boxes = new Map(tertials.map((answers, n) => [tertialAfter(FIRST, n), answers]));
  const closed: ClosedTertial[] = [];
  const batches: TextBatch[] = [];
  const warnings: (readonly (string | undefined)[])[] = [];
  const departmentsOf = (tertial: string) => {
    const given = invitedIn?.[[...boxes.keys()].indexOf(tertial)];
    if (given) return given;
    const found: Record<string, number> = { ...invited };
    for (const { department } of boxes.get(tertial) ?? [])
      if (department !== undefined)
        found[department] = Math.max(invited[department] ?? 0, (found[department] ?? 0) + 1);
    return found;
  };
  const releases = createReleases({
    store: {
      closed: async () => closed,
      close: async (_organisation, one) => void closed.push(one),
      batches: async () => batches,
      addBatch: async (_organisation, one) => void batches.push(one),
    },
    boxes: {
      read: async (_organisation, tertial) => boxes.get(tertial) ?? [],
      sums: async (_organisation, tertial) =>
        addSums((boxes.get(tertial) ?? []).map((answer) => sumsOf(answer, backgroundOf(answer)))),
      dropSums: async () => undefined,
      strip: async (_organisation, tertial, keeps) => {
        const kept = (boxes.get(tertial) ?? []).map(({ department, ...rest }) =>
          department !== undefined && keeps(department) ? { ...rest, department } : rest,
        );
        boxes.set(tertial, kept);
      },
    },
    invitations: {
      invited: async (_organisation, tertial) => {
        const departments = departmentsOf(tertial);
        return { departments, total: Object.values(departments).reduce((sum, count) => sum + count, 0) };
      },
    },
    survey: () => SURVEY,
    limits,
    jobs: { schedule: async () => ({}) as never },
    warn: async ({ departments }) => void warnings.push(departments),
  });
  for (let n = 0; n < tertials.length; n++)
    await releases.run({ organisation: ORGANISATION, data: { tertial: tertialAfter(FIRST, n) } });
  const of = (family: Family) => closed.map((one) => one[family]).filter((one): one is Release => one !== undefined);
  return { scores: of('scores'), counts: of('counts'), closed, batches, warnings, kept: boxes };
}
