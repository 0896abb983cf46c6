import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Breakdown,
  breakdownSchema,
  type Concept,
  conceptSchema,
  type EverydayWords,
  everydayWordsSchema,
  type CommonWords,
  commonWordsSchema,
  smalltalkSchema,
  type SmalltalkWords,
  type Form,
  formSchema,
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
  type Route,
  routeSchema,
  type Ranking,
  rankingSchema,
  type Routine,
  type Source,
  sourceSchema,
  type Topic,
  topicSchema,
  type WordList,
  wordListSchema,
} from '../ask/index.js';
import {
  type ChecklistItem,
  checklistItemSchema,
  type ExitWords,
  exitWordsSchema,
  type FunctionTitles,
  functionTitlesSchema,
  type SurveyEntry,
  surveyEntrySchema,
  type TalkEntry,
  talkEntrySchema,
} from '../exit/index.js';
import { type PlanRow, planRowSchema, type PlanWords, planWordsSchema } from '../plan/index.js';
import { type SensitiveWords, sensitiveWordsSchema } from '../privacy/index.js';
import type { Fault } from './fault.js';
import { readCsv } from './read-csv.js';
import { fault, type Placed } from './placed.js';
import { readRoutine } from './read-routine.js';
import { readYamlList, readYamlMap } from './read-yaml.js';

/** Everything of the knowledge folder that could be read, each entry with its place, and what could not. */
export interface ReadKnowledge {
  readonly sources: readonly Placed<Source>[];
  readonly measures: readonly Placed<Measure>[];
  readonly populations: readonly Placed<Population>[];
  readonly breakdowns: readonly Placed<Breakdown>[];
  readonly notHeld: readonly Placed<NotHeld>[];
  readonly questionWords: readonly Placed<QuestionWords>[];
  readonly concepts: readonly Placed<Concept>[];
  readonly wordLists: readonly Placed<WordList>[];
  readonly everydayWords: readonly Placed<EverydayWords>[];
  readonly commonWords: Placed<CommonWords> | undefined;
  readonly lookAlikes: Placed<CommonWords> | undefined;
  readonly smalltalk: readonly Placed<SmalltalkWords>[];
  /** Words of questions about the plan's follow-up. */
  readonly planWords: readonly Placed<PlanWords>[];
  /** Words of questions about exits that are under way. */
  readonly exitWords: readonly Placed<ExitWords>[];
  readonly observations: readonly Placed<Observation>[];
  readonly routines: readonly Placed<Routine>[];
  /** Activities of plans, plan by plan. */
  readonly plans: readonly Placed<PlanRow>[];
  /** Of the exit checklist, in its order. */
  readonly checklist: readonly Placed<ChecklistItem>[];
  /** Whose titles hold a function of the exit checklist. */
  readonly functions: readonly Placed<FunctionTitles>[];
  /** Of the exit conversation, in its order. */
  readonly talk: readonly Placed<TalkEntry>[];
  /** Of the survey of those who leave. */
  readonly survey: readonly Placed<SurveyEntry>[];
  /** Of sensitive/. */
  readonly topics: readonly Placed<Topic>[];
  readonly routes: readonly Placed<Route>[];
  readonly forms: readonly Placed<Form>[];
  readonly words: readonly Placed<SensitiveWords>[];
  /** None when the file is missing or has faults. */
  readonly ranking: Placed<Ranking> | undefined;
  readonly faults: readonly Fault[];
}

/** Files beside the observations that hold something else. */
const NOT_OBSERVATIONS = new Set(['left-out.csv']);

export const WORD_LISTS_FILE = 'vocabulary/word-lists.yml';

export const SMALLTALK_FILE = 'vocabulary/smalltalk.yml';

export const PLAN_WORDS_FILE = 'vocabulary/plan.yml';

export const EXIT_WORDS_FILE = 'vocabulary/exit.yml';

export const COMMON_WORDS_FILE = 'vocabulary/common-words.yml';

const LOOK_ALIKES_FILE = 'vocabulary/look-alikes.yml';

/** Written by `npm run -s rank -- learn`. */
export const RANKING_FILE = 'ranking/weights.json';

/** The words that the guard of free texts asks about. */
const WORDS_FILE = 'sensitive/words.yml';

/** What is to be done when somebody leaves. */
export const CHECKLIST_FILE = 'exit/checklist.yml';

/** Who sees to the items of payroll, IT, registrar and MAS. */
const FUNCTIONS_FILE = 'exit/functions.yml';
/** Guide, question areas and theme codes of the exit conversation. */
const TALK_FILE = 'exit/talk.yml';

/** What those who leave are asked. */
const SURVEY_FILE = 'exit/survey.yml';

/** The exit checklist alone, and what is wrong with its file. */
export const readChecklist = (directory: string) => readList(directory, CHECKLIST_FILE, checklistItemSchema);

/** The titles of the functions alone, and what is wrong with their file. */
export const readFunctions = (directory: string) => readList(directory, FUNCTIONS_FILE, functionTitlesSchema);
/** The exit conversation alone, and what is wrong with its file. */
export const readTalk = (directory: string) => readList(directory, TALK_FILE, talkEntrySchema);
/** The survey of those who leave alone, and what is wrong with its file. */
export const readSurvey = (directory: string) => readList(directory, SURVEY_FILE, surveyEntrySchema);

/** The words of the guard alone, and what is wrong with their file. */
export const readSensitiveWords = (directory: string) => readList(directory, WORDS_FILE, sensitiveWordsSchema);

/** The words of questions about the plan alone, and what is wrong with their file. */
export const readPlanWords = (directory: string) => readList(directory, PLAN_WORDS_FILE, planWordsSchema);

/** The words of questions about exits alone, and what is wrong with their file. */
export const readExitWords = (directory: string) => readList(directory, EXIT_WORDS_FILE, exitWordsSchema);

function readList<T>(directory: string, file: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>) {
  const faults: Fault[] = [];
  const text = readText(directory, file, faults);
  return { placed: text === undefined ? [] : readYamlList(file, text, schema, faults), faults };
}

/** Reads the whole knowledge folder. Never throws for what stands in a file: that becomes a fault. */
export function readFolder(directory: string): ReadKnowledge {
  const faults: Fault[] = [];
  const yaml = <T>(file: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): Placed<T>[] => {
    const text = readText(directory, file, faults);
    return text === undefined ? [] : readYamlList(file, text, schema, faults);
  };
  const csv = <T>(file: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): Placed<T>[] => {
    const text = readText(directory, file, faults);
    return text === undefined ? [] : readCsv(file, text, schema, faults);
  };
  const statistics = filesOf(directory, 'statistics', '.csv').filter((file) => !NOT_OBSERVATIONS.has(file.split('/').at(-1)!));
  return {
    sources: yaml('sources.yml', sourceSchema),
    measures: yaml('vocabulary/measures.yml', measureSchema),
    populations: yaml('vocabulary/populations.yml', populationSchema),
    breakdowns: yaml('vocabulary/breakdowns.yml', breakdownSchema),
    notHeld: yaml('vocabulary/not-held.yml', notHeldSchema),
    questionWords: yaml('vocabulary/questions.yml', questionWordsSchema),
    concepts: yaml('vocabulary/concepts.yml', conceptSchema),
    wordLists: yaml(WORD_LISTS_FILE, wordListSchema),
    everydayWords: yaml('vocabulary/everyday-words.yml', everydayWordsSchema),
    commonWords: readMap(directory, COMMON_WORDS_FILE, commonWordsSchema, faults),
    lookAlikes: readMap(directory, LOOK_ALIKES_FILE, commonWordsSchema, faults),
    smalltalk: yaml(SMALLTALK_FILE, smalltalkSchema),
    checklist: yaml(CHECKLIST_FILE, checklistItemSchema),
    functions: yaml(FUNCTIONS_FILE, functionTitlesSchema),
    talk: yaml(TALK_FILE, talkEntrySchema),
    survey: yaml(SURVEY_FILE, surveyEntrySchema),
    planWords: yaml(PLAN_WORDS_FILE, planWordsSchema),
    exitWords: yaml(EXIT_WORDS_FILE, exitWordsSchema),
    topics: yaml('sensitive/topics.yml', topicSchema),
    routes: yaml('sensitive/routes.yml', routeSchema),
    forms: yaml('sensitive/forms.yml', formSchema),
    words: yaml(WORDS_FILE, sensitiveWordsSchema),
    observations: statistics.flatMap((file) => csv(file, observationSchema)),
    plans: filesOf(directory, 'plans', '.csv').flatMap((file) => csv(file, planRowSchema)),
    routines: filesOf(directory, 'routines', '.md').flatMap((file) => {
      const text = readText(directory, file, faults);
      const routine = text === undefined ? undefined : readRoutine(file, text, faults);
      return routine ? [routine] : [];
    }),
    ranking: readMap(directory, RANKING_FILE, rankingSchema, faults),
    faults,
  };
}

/** One map of a file. JSON is YAML, which tells the line of a fault. */
function readMap<T>(
  directory: string,
  file: string,
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  faults: Fault[],
): Placed<T> | undefined {
  const text = readText(directory, file, faults);
  return text === undefined ? undefined : readYamlMap({ file, offset: 0 }, text, schema, faults);
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

/** A file's text without byte order mark; a file that is not in UTF-8 is reported with its first such line. */
function readText(directory: string, file: string, faults: Fault[]): string | undefined {
  let text: string;
  try {
    text = readFileSync(join(directory, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    faults.push(fault(file, 1, '(file)', `cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`));
    return undefined;
  }
  const broken = text.split('\n').findIndex((line) => line.includes('\uFFFD'));
  if (broken === -1) return text;
  faults.push(fault(file, broken + 1, '(file)', 'is not in UTF-8 (å, ä and ö are lost); save it as UTF-8'));
  return undefined;
}
