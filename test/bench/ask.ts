import { performance } from 'node:perf_hooks';
import { createAsk, EMPTY_CONTEXT, type Knowledge } from '../../src/ask/index.js';
import { systemClock } from '../../src/calendar/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';
import { percentile } from './percentile.js';

/**
 * `npm run bench:ask`: the engine's time a question, with today's data and with ten times as many organisations, figures
 * and routines. Prints one JSON line, times in milliseconds.
 */
const ROUNDS = 3;
const knowledge = loadKnowledge('knowledge', systemClock());

/** The same knowledge, and `times - 1` made-up organisations that have as much each. */
function grow(base: Knowledge, times: number): Knowledge {
  const copies = Array.from({ length: times - 1 }, (_, copy) => copy + 2);
  const renamed = (id: string, copy: number) => `${id}-${copy}`;
  return {
    ...base,
    populations: [
      ...base.populations,
      ...copies.flatMap((copy) =>
        base.populations.map((population) => ({
          ...population,
          id: renamed(population.id, copy),
          parent: population.parent && renamed(population.parent, copy),
          ...(population.parent
            ? {}
            : {
                sv: `Kommun ${copy} ${population.sv}`,
                en: `Municipality ${copy} ${population.en}`,
                synonyms: [],
                synonymsEn: [],
              }),
        })),
      ),
    ],
    observations: [
      ...base.observations,
      ...copies.flatMap((copy) =>
        base.observations.map((row) => ({
          ...row,
          id: renamed(row.id, copy),
          population: renamed(row.population, copy),
        })),
      ),
    ],
    routines: [
      ...base.routines,
      ...copies.flatMap((copy) =>
        base.routines.map((routine) => ({
          ...routine,
          id: renamed(routine.id, copy),
          title: `${routine.title} ${copy}`,
          related: [],
        })),
      ),
    ],
  };
}

/** A question a figure and a routine, as managers put them. */
function questions({ observations, measures, populations, routines }: Knowledge): string[] {
  const measure = new Map(measures.map((entry) => [entry.id, entry.sv]));
  const population = new Map(populations.map((entry) => [entry.id, entry.sv]));
  return [
    ...observations.map(
      (row) =>
        `Hur hög är ${measure.get(row.measure)} i ${population.get(row.population)}, och hur var det året innan?`,
    ),
    ...routines.map((routine) => routine.questions[0]!),
  ];
}

function run(data: Knowledge): { readyMs: number; p50: number; p95: number } {
  const started = performance.now();
  const ask = createAsk(data);
  const readyMs = performance.now() - started;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const question of questions(knowledge)) {
      const before = performance.now();
      ask({ question, now: systemClock(), context: EMPTY_CONTEXT });
      if (round > 0) times.push(performance.now() - before);
    }
  return { readyMs: Math.round(readyMs), p50: rounded(percentile(times, 0.5)), p95: rounded(percentile(times, 0.95)) };
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}

const counts = { observations: knowledge.observations.length, routines: knowledge.routines.length };
console.log(
  JSON.stringify({
    bench: 'ask',
    ...counts,
    today: run(knowledge),
    tenfold: run(grow(knowledge, 10)),
    node: process.version,
  }),
);
