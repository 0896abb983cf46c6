/**
 * `npm run -s bench:rank -- FILE`: how often the right answer of a public question-answer set comes first, ours beside
 * MiniSearch as it comes, in one run. FILE holds cases as `npm run -s rank -- learn` reads them. Prints one JSON line.
 * When FILE taught the weights in knowledge/, `heldOut` is the honest figure: each group by weights that only the others
 * taught. `routines` is an independent check: the routines' own questions, left out, among all routines.
 */
import MiniSearch from 'minisearch';
import {
  type Case,
  ConceptMatcher,
  createRankCandidates,
  heldOutAccuracy,
  heldOutRoutineAccuracy,
} from '../../src/ask/index.js';
import { systemClock } from '../../src/calendar/index.js';
import { readCases } from '../../src/cli/ranking/cases.js';
import { messageOf } from '../../src/errors.js';
import { loadKnowledge } from '../../src/knowledge/index.js';

const [file] = process.argv.slice(2);

/** SweFAQ's own measure: 0 is what chance would reach on its test, 1 is all right. */
function pseudoalpha(accuracy: number): number {
  return (accuracy - 109 / 2049) / (1940 / 2049);
}

function score(cases: readonly Case[], rank: (question: string, candidates: readonly string[]) => number[]) {
  const right = cases.filter((one) => rank(one.question, one.candidates)[0] === one.right).length;
  return figures(right / cases.length);
}

function figures(accuracy: number) {
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return { accuracy: round(accuracy), pseudoalpha: round(pseudoalpha(accuracy)) };
}

function miniSearch(question: string, candidates: readonly string[]): number[] {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(candidates.map((text, id) => ({ id, text })));
  return index.search(question).map(({ id }) => id as number);
}

try {
  if (file === undefined) throw new Error('Usage: npm run -s bench:rank -- FILE');
  const cases = readCases(file);
  const { concepts, ranking, routines } = loadKnowledge('knowledge', systemClock());
  const matcher = new ConceptMatcher(concepts, 'sv');
  const taught = ranking.learnedFrom.some(({ name }) => file.endsWith(name));
  console.log(
    JSON.stringify({
      bench: 'rank',
      questions: cases.length,
      ours: { ...score(cases, createRankCandidates(matcher, ranking.passages)), taughtByThisFile: taught },
      heldOut: figures(heldOutAccuracy(cases, matcher)),
      miniSearch: score(cases, miniSearch),
      routines: { heldOut: figures(heldOutRoutineAccuracy(routines, { locale: 'sv', matcher })).accuracy },
    }),
  );
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 2;
}
