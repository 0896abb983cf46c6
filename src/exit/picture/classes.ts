import { type Answer, saidTo } from '../survey/answer.js';
import type { Limits } from '../survey/settings.js';
import type { Counted, Sums } from '../survey/sums.js';
import { BACKGROUND_IDS, DIVIDED_IDS, type Survey, valuesOf } from '../survey/survey.js';
import type { Counts, Group } from './figures.js';
import { hideSmall } from './hide.js';

/** "tenure:under1": a class among the groups that figures are told of. */
export const classKey = (by: string, name: string) => `${by}:${name}`;

interface Part {
  readonly key: string;
  readonly counted: Counted;
}

/**
 * What may be told of those who said to be of a class, for the questions that are divided by it. Each background is a matter of its
 * own: it is told of an option only where that option is told of all (`whole`), and then nothing ties one background or the
 * departments to another but that known number, so that no sum over two of them tells more than each by itself.
 */
export function publishClasses(
  sums: Sums,
  answers: readonly Answer[],
  { whole, survey, limits }: { readonly whole: Group; readonly survey: Survey; readonly limits: Limits },
): Readonly<Record<string, Group>> {
  const told: Record<string, { readonly figures: Record<string, Counts> }> = {};
  for (const by of BACKGROUND_IDS)
    for (const id of DIVIDED_IDS) {
      const all = whole.figures[id] as Counts | undefined;
      const question = survey.questions.find((one) => one.id === id);
      if (!all || !question) continue;
      const parts = largeEnough(
        Object.entries(sums[by] ?? {}).flatMap(([name, own]) =>
          own[id] ? [{ key: classKey(by, name), counted: own[id] }] : [],
        ),
        all.answers,
        limits,
      );
      for (const { key, counted } of parts)
        (told[key] ??= { figures: {} }).figures[id] = { kind: 'choices', answers: counted.answers, counts: {} };
      for (const option of valuesOf(question)) {
        if (!(option in all.counts)) continue;
        const chosen = answers.filter((answer) => saidTo(answer, id).includes(option)).length;
        for (const { key, count } of tellable(parts, option, { chosen, answers: all.answers }, limits))
          told[key]!.figures[id]!.counts[option] = count;
      }
    }
  return told;
}

/** The classes with enough answers, as long as all others (with those who told no class) are nobody or enough as well. */
function largeEnough(parts: readonly Part[], all: number, { group, breakdown }: Limits): readonly Part[] {
  let shown = parts
    .filter(({ counted }) => counted.answers >= breakdown)
    .sort((a, b) => b.counted.answers - a.counted.answers);
  const left = () => all - shown.reduce((sum, { counted }) => sum + counted.answers, 0);
  while (shown.length > 0 && left() > 0 && left() < group) shown = shown.slice(0, -1);
  return shown;
}

/** Which classes' counts of an option may be told beside that of all, which is told; none where that would have to be hidden. */
function tellable(
  parts: readonly Part[],
  option: string,
  all: { readonly chosen: number; readonly answers: number },
  { cell }: Limits,
): readonly { readonly key: string; readonly count: number }[] {
  const rows = parts.map(({ key, counted }) => {
    const count = counted.counts[option] ?? 0;
    return { name: key, isRest: false, cells: [count, counted.answers - count] as const };
  });
  const total = (c: 0 | 1) => rows.reduce((sum, { cells }) => sum + cells[c], 0);
  const rest = [all.chosen - total(0), all.answers - all.chosen - total(1)];
  const hasRest = rest.some((count) => count > 0);
  const shown = hideSmall([...rows, ...(hasRest ? [{ name: '', isRest: true, cells: rest }] : [])], cell);
  if (!shown.whole.every(Boolean)) return [];
  return rows.flatMap(({ name, cells }, r) => (shown.rows[r]![0] ? [{ key: name, count: cells[0] }] : []));
}
