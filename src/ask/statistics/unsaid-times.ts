import type { Answer } from '../answer.js';
import type { Period } from '../period.js';
import type { Reading, Time } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';

/**
 * The years that were typed, of which the answer says nothing and no figure of its measures tells: whatever it says instead would
 * pass for theirs. A change tells of the year before its own as well. Almost always none, at little cost.
 */
export function unsaidTimes(
  { text, details, facts, citations }: Answer,
  { figures, reading, question }: { figures: readonly Figure[]; reading: Reading; question: string },
  store: StatisticsStore,
): Time[] {
  const typed = [...reading.times, ...reading.since].filter(({ year }) => question.includes(String(year)));
  if (typed.length === 0) return [];
  const said = JSON.stringify([text, details, facts, citations]);
  return typed.filter(({ year }) => !said.includes(String(year)) && !isToldOf(year, figures, store));
}

function isToldOf(year: number, figures: readonly Figure[], store: StatisticsStore): boolean {
  const measures = new Set(figures.map(({ observation }) => observation.measure));
  const changes = store.measures.filter(({ changeOf }) => changeOf !== undefined && measures.has(changeOf));
  return [...measures, ...changes.map(({ id }) => id)].some((measure) => {
    const before = store.measure(measure).changeOf === undefined ? 0 : 1;
    return store.figures(measure).some(({ period }) => isIn(period, year) || isIn(period, year + before));
  });
}

function isIn({ first, last }: Period, year: number): boolean {
  return Math.floor(first / 12) <= year && year <= Math.floor(last / 12);
}
