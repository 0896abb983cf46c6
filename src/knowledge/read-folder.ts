import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Breakdown,
  breakdownSchema,
  type Measure,
  measureSchema,
  type NotHeld,
  notHeldSchema,
  type Observation,
  observationSchema,
  type Population,
  populationSchema,
  type QuestionWords,
  questionWordsSchema,
  type Routine,
  type Source,
  sourceSchema,
} from '../ask/index.js';
import type { Fault } from './fault.js';
import { readCsv } from './read-csv.js';
import { readRoutine } from './read-routine.js';
import { fault, type Placed, readYamlList } from './read-yaml.js';

type Filed<T> = Placed<T> & { readonly file: string };

/** Everything of the knowledge folder that could be read, each entry with its place, and what could not. */
export interface ReadKnowledge {
  readonly sources: readonly Filed<Source>[];
  readonly measures: readonly Filed<Measure>[];
  readonly populations: readonly Filed<Population>[];
  readonly breakdowns: readonly Filed<Breakdown>[];
  readonly notHeld: readonly Filed<NotHeld>[];
  readonly questionWords: readonly Filed<QuestionWords>[];
  readonly observations: readonly Filed<Observation>[];
  readonly routines: readonly Filed<Routine>[];
  readonly faults: readonly Fault[];
}

/** Files beside the observations that hold something else. */
const NOT_OBSERVATIONS = new Set(['left-out.csv']);

/** Reads the whole knowledge folder. Never throws for what stands in a file: that becomes a fault. */
export function readFolder(directory: string): ReadKnowledge {
  const faults: Fault[] = [];
  const yaml = <T>(file: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): Filed<T>[] => {
    const text = readText(directory, file, faults);
    return text === undefined ? [] : readYamlList(file, text, schema, faults).map((entry) => ({ ...entry, file }));
  };
  const statistics = filesOf(directory, 'statistics', '.csv').filter((file) => !NOT_OBSERVATIONS.has(file.split('/').at(-1)!));
  return {
    sources: yaml('sources.yml', sourceSchema),
    measures: yaml('vocabulary/measures.yml', measureSchema),
    populations: yaml('vocabulary/populations.yml', populationSchema),
    breakdowns: yaml('vocabulary/breakdowns.yml', breakdownSchema),
    notHeld: yaml('vocabulary/not-held.yml', notHeldSchema),
    questionWords: yaml('vocabulary/questions.yml', questionWordsSchema),
    observations: statistics.flatMap((file) => {
      const text = readText(directory, file, faults);
      return text === undefined ? [] : readCsv(file, text, observationSchema, faults).map((entry) => ({ ...entry, file }));
    }),
    routines: filesOf(directory, 'routines', '.md').flatMap((file) => {
      const text = readText(directory, file, faults);
      const routine = text === undefined ? undefined : readRoutine(file, text, faults);
      return routine ? [{ value: routine, line: 1, file }] : [];
    }),
    faults,
  };
}

function filesOf(directory: string, folder: string, ending: string): string[] {
  try {
    return readdirSync(join(directory, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readText(directory: string, file: string, faults: Fault[]): string | undefined {
  try {
    return readFileSync(join(directory, file), 'utf8');
  } catch (error) {
    faults.push(fault(file, 1, '(file)', `cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`));
    return undefined;
  }
}
