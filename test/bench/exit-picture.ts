import type { Answer, QuestionId } from '../../src/exit/index.js';
import { groupIn, windowsOf } from '../../src/exit/picture/window.js';
import { made, released, SURVEY } from '../exit/picture/support/made-answers.js';
import { randomFrom } from '../support/connector/random.js';

/** How much of the picture may be shown: five years of leavers, 65 % of whom answer, drawn by a fixed seed. */
const YEARS = 5;
const ANSWERED = 0.65;
/** Departments by their share of those who leave, as in an administration of 2,859 people. */
const SHARES = { Äldreomsorg: 0.34, Förskola: 0.29, Funktionsnedsättning: 0.16, IFO: 0.12, Stödfunktioner: 0.09 };
const REASONS = [4, 14, 10, 8, 18, 9, 10, 9, 6, 3, 4, 8, 3, 4];

const random = randomFrom(20261128);
const drawn = <T>(items: readonly T[], weights: readonly number[]): T => {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return items.find((_, at) => (left -= weights[at]!) < 0) ?? items.at(-1)!;
};
const score = () => String(1 + Math.floor(random() * 5));

function someone(department: string): Answer {
  const reasons = SURVEY.questions[0]!.options.map(({ id }) => id);
  const main = drawn(reasons, REASONS);
  const chosen: Partial<Record<QuestionId, string[]>> = { Q1: [...new Set([main, drawn(reasons, REASONS)])] };
  for (const id of ['Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10'] as const)
    if (random() < 0.95) chosen[id] = [score()];
  chosen.Q12 = [String(Math.floor(random() * 11))];
  return made({ department, main, chosen, ...(random() < 0.5 && { text: 'Text' }) });
}

async function simulate(leavers: number) {
  const names = Object.keys(SHARES);
  const tertials: Answer[][] = [];
  const invited: Record<string, number>[] = [];
  for (let n = 0; n < YEARS * 3; n++) {
    const answers: Answer[] = [];
    const got: Record<string, number> = {};
    for (let left = leavers / 3; left > 0; left--) {
      const department = drawn(names, Object.values(SHARES));
      got[department] = (got[department] ?? 0) + 1;
      if (random() < ANSWERED) answers.push(someone(department));
    }
    tertials.push(answers);
    invited.push(got);
  }
  const { releases, batches } = await released(tertials, { invitedIn: invited });
  const years = releases.flatMap((_, at) => {
    const { year } = windowsOf(releases.slice(0, at + 1));
    return year ? [year] : [];
  });
  const percent = (part: number, all: number) => (all === 0 ? '–' : `${Math.round((100 * part) / all)} %`);
  const row = (name: string, department?: string) => {
    const groups = releases.flatMap(({ whole, departments }) => {
      const group = department === undefined ? whole : departments[department];
      return group ? [group] : [];
    });
    const scales = groups.flatMap(({ figures }) =>
      ['Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10'].map((id) => figures[id]),
    );
    const main = groups.map(({ answers, figures: { Q1main } }) => {
      const counts = Object.values((Q1main as { counts?: Record<string, number> } | undefined)?.counts ?? {});
      return { shown: counts.reduce((sum, count) => sum + count, 0), answers };
    });
    const answers = main.reduce((sum, one) => sum + one.answers, 0);
    return [
      name,
      percent(groups.length, releases.length),
      percent(scales.filter((figure) => figure).length, releases.length * 8),
      percent(
        main.reduce((sum, one) => sum + one.shown, 0),
        answers,
      ),
      percent(years.filter((year) => groupIn(year, department)).length, years.length),
    ];
  };
  console.log(
    `\n${leavers} leavers a year: ${releases.length} releases of ${tertials.length} tertials, ${tertials.flat().length} answers, ${batches.length} batches of free text\n`,
  );
  const head = [
    '',
    'releases that show it',
    'statements with an index',
    'main reasons told',
    'rolling years that show it',
  ];
  const rows = [head, head.map(() => '---'), row('The whole'), ...names.map((name) => row(name, name))];
  console.log(rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
}

for (const leavers of [12, 70, 210, 600]) await simulate(leavers);
