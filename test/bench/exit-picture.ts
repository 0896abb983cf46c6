import type { Answer, QuestionId, Release } from '../../src/exit/index.js';
import type { Counts } from '../../src/exit/picture/figures.js';
import { groupIn, groupOf, windowsOf } from '../../src/exit/picture/window.js';
import { made, released, SURVEY } from '../exit/picture/support/made-answers.js';
import { randomFrom } from '../support/connector/random.js';

/** How much of the picture may be shown: five years of leavers, 65 % of whom answer, drawn by a fixed seed. */
const YEARS = 5;
const ANSWERED = 0.65;
/** Departments by their share of those who leave, as in an administration of 2,859 people. */
const SHARES = { Äldreomsorg: 0.34, Förskola: 0.29, Funktionsnedsättning: 0.16, IFO: 0.12, Stödfunktioner: 0.09 };
const REASONS = [4, 14, 10, 8, 18, 9, 10, 9, 6, 3, 4, 8, 3, 4];
/** How long those who leave have been employed, and their occupations. */
const BACKGROUND = {
  tenure: { under1: 20, from1: 35, from4: 25, from10: 20 },
  occupation: { forskola: 29, omsorg: 45, socialt: 12, halsa: 4, chef: 4, stod: 6 },
} as const;
const STAY = [20, 14, 18, 12, 9, 5, 4, 9, 6, 3];

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
  const stay = SURVEY.questions.find(({ id }) => id === 'Q11')!.options.map(({ id }) => id);
  chosen.Q11 = [...new Set([drawn(stay, STAY), drawn(stay, STAY)])];
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
  const { scores, counts, batches, kept } = await released(tertials, {
    invitedIn: invited,
    backgroundOf: () => ({
      tenure: drawn(Object.keys(BACKGROUND.tenure), Object.values(BACKGROUND.tenure)),
      occupation: drawn(Object.keys(BACKGROUND.occupation), Object.values(BACKGROUND.occupation)),
    }),
  });
  const years = scores.flatMap((_, at) => {
    const { year } = windowsOf(scores.slice(0, at + 1), []);
    return year ? [year] : [];
  });
  const percent = (part: number, all: number) => (all === 0 ? '–' : `${Math.round((100 * part) / all)} %`);
  const row = (name: string, department?: string) => {
    const shownIn = (releases: readonly Release[]) => releases.flatMap((release) => groupOf(release, department) ?? []);
    const groups = shownIn(scores);
    const scales = groups.flatMap(({ figures }) =>
      ['Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10'].map((id) => figures[id]),
    );
    const bands = scales.filter((figure) => figure && 'sum' in figure && figure.bands);
    const yearly = shownIn(counts);
    const told = (id: 'Q1main' | 'Q11') =>
      yearly.reduce(
        (sum, { figures }) =>
          sum + Object.values((figures[id] as Counts | undefined)?.counts ?? {}).reduce((all, one) => all + one, 0),
        0,
      );
    const given = counts
      .flatMap((release) => release.tertials)
      .flatMap((tertial) => kept.get(tertial)!)
      .filter((answer) => department === undefined || answer.department === department);
    return [
      name,
      percent(groups.length, scores.length),
      percent(scales.filter((figure) => figure).length, scores.length * 8),
      percent(bands.length, scores.length * 8),
      percent(yearly.length, counts.length),
      percent(told('Q1main'), given.length),
      percent(
        told('Q11'),
        given.reduce((sum, { chosen }) => sum + (chosen.Q11?.length ?? 0), 0),
      ),
      percent(years.filter((year) => groupIn(year, department)).length, years.length),
    ];
  };
  console.log(
    `\n${leavers} leavers a year: ${scores.length} releases of scores and ${counts.length} of counts in ${tertials.length} tertials, ${tertials.flat().length} answers, ${batches.length} batches of free text\n`,
  );
  const head = [
    '',
    'tertials that show it',
    'statements with an index',
    'and who agrees',
    'years that show counts of it',
    'main reasons told',
    'stay factors told',
    'rolling years that show it',
  ];
  const rows = [head, head.map(() => '---'), row('The whole'), ...names.map((name) => row(name, name))];
  console.log(rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
  console.log('\n| of themselves | years that show it | reasons of it told |\n| --- | --- | --- |');
  for (const [by, classes] of Object.entries(BACKGROUND))
    for (const name of Object.keys(classes)) console.log(classRow(counts, by, name));

  /** Of the years' reasons of those who answered; a class that is not shown tells nothing of its reasons. */
  function classRow(releases: readonly Release[], by: string, name: string): string {
    const shown = releases.flatMap(({ classes: { [`${by}:${name}`]: group } }) => group ?? []);
    const reasons = shown.map(({ figures }) => Object.keys((figures.Q1 as Counts | undefined)?.counts ?? {}).length);
    const all = releases.length * SURVEY.questions[0]!.options.length;
    const told = reasons.reduce((sum, one) => sum + one, 0);
    return `| ${by}: ${name} | ${percent(shown.length, releases.length)} | ${percent(told, all)} |`;
  }
}

for (const leavers of [12, 70, 210, 600]) await simulate(leavers);
