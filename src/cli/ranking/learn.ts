import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConceptMatcher, learnPassages, learnRoutines, type Ranking } from '../../ask/index.js';
import type { Locale } from '../../calendar/index.js';
import { loadUnranked, RANKING_FILE } from '../../knowledge/index.js';
import { readCases } from './cases.js';

/**
 * Learns how to rank from the cases of some files and from the routines' own questions, and writes it into the knowledge
 * folder. Gives the file that was written.
 */
export function learnRanking(files: readonly string[], knowledgeDir: string, now: Date): string {
  const knowledge = loadUnranked(knowledgeDir, now);
  const read = files.map((file) => ({ name: basename(file), cases: readCases(file) }));
  // Two files may name their groups alike; they are other questions all the same.
  const cases = read.flatMap(({ name, cases: some }) => some.map((one) => ({ ...one, group: `${name} ${one.group}` })));
  const foreign = cases.map(({ question }) => question);
  const matcherOf = (locale: Locale) => new ConceptMatcher(knowledge.concepts, locale);
  const routines = (locale: Locale) =>
    learnRoutines(knowledge.routines, { locale, matcher: matcherOf(locale), foreign });
  const own = knowledge.routines.reduce(
    (sum, { questions, questionsEn }) => sum + questions.length + questionsEn.length,
    0,
  );
  const ranking: Ranking = {
    learnedFrom: [
      ...read.map(({ name, cases: some }) => ({ name, questions: some.length })),
      { name: 'routines', questions: own },
    ],
    passages: learnPassages(cases, matcherOf('sv')),
    routines: { sv: routines('sv'), en: routines('en') },
  };
  const path = join(knowledgeDir, RANKING_FILE);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(ranking, undefined, 2)}\n`);
  return path;
}
