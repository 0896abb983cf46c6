import type { Knowledge } from '../ask/index.js';
import { AppError } from '../errors.js';
import {
  type ChecklistItem,
  type ExitWords,
  type FunctionTitles,
  type Survey,
  surveyOf,
  type TalkEntry,
} from '../exit/index.js';
import type { PlanRow, PlanWords } from '../plan/index.js';
import { crossCheck } from './cross-check.js';
import { type Fault, faultText } from './fault.js';
import type { SensitiveWords } from '../privacy/index.js';
import { checkChecklist } from './check-checklist.js';
import { checkFunctions } from './check-functions.js';
import {
  RANKING_FILE,
  readChecklist,
  readExitWords,
  readFolder,
  readFunctions,
  type ReadKnowledge,
  readPlanWords,
  readSensitiveWords,
  readSurvey,
  readTalk,
} from './read-folder.js';
import { checkTalk } from './check-talk.js';
import { checkSurvey } from './check-survey.js';

/** How many faults a message lists; `npm run -s knowledge -- check` shows all. */
const SHOWN = 20;

/** Every fault of the knowledge folder, errors and warnings, in the order of files and lines. */
export function checkKnowledge(directory: string, now: Date): Fault[] {
  return faultsOf(readFolder(directory), now);
}

/** Reads and checks the knowledge folder once, at start. Throws `knowledge_invalid` with the faults; warnings are let through. */
export function loadKnowledge(directory: string, now: Date): Knowledge {
  const read = readFolder(directory);
  refuseFaults(directory, faultsOf(read, now));
  return { ...valuesOf(read), ranking: read.ranking!.value };
}

/** The words that the guard of free texts asks about. Throws `knowledge_invalid` with the faults of their file. */
export function loadSensitiveWords(directory: string): readonly SensitiveWords[] {
  return valuesIn(directory, readSensitiveWords(directory));
}

/** The words by which questions about a plan's follow-up are understood. Throws `knowledge_invalid` with the faults of their file. */
export function loadPlanWords(directory: string): readonly PlanWords[] {
  return valuesIn(directory, readPlanWords(directory));
}

/** The words by which questions about exits are understood. Throws `knowledge_invalid` with the faults of their file. */
export function loadExitWords(directory: string): readonly ExitWords[] {
  return valuesIn(directory, readExitWords(directory));
}

/** The exit checklist. Throws `knowledge_invalid` with the faults of its file. */
export function loadChecklist(directory: string): readonly ChecklistItem[] {
  const { placed, faults } = readChecklist(directory);
  return valuesIn(directory, { placed, faults: [...faults, ...checkChecklist(placed)] });
}

/** Which titles hold the functions of the exit checklist. Throws `knowledge_invalid` with the faults of their file. */
export function loadFunctions(directory: string): readonly FunctionTitles[] {
  const { placed, faults } = readFunctions(directory);
  return valuesIn(directory, { placed, faults: [...faults, ...checkFunctions(placed)] });
}

/** Guide, question areas and theme codes of the exit conversation. Throws `knowledge_invalid` with the faults of their file. */
export function loadTalk(directory: string): readonly TalkEntry[] {
  const { placed, faults } = readTalk(directory);
  return valuesIn(directory, { placed, faults: [...faults, ...checkTalk(placed)] });
}

/** The survey of those who leave. Throws `knowledge_invalid` with the faults of its file. */
export function loadSurvey(directory: string): Survey {
  const { placed, faults } = readSurvey(directory);
  return surveyOf(valuesIn(directory, { placed, faults: [...faults, ...checkSurvey(placed)] }));
}

/** One list of the folder, when it has no faults. */
function valuesIn<T>(
  directory: string,
  { placed, faults }: { readonly placed: readonly { readonly value: T }[]; readonly faults: readonly Fault[] },
): readonly T[] {
  refuseFaults(directory, faults);
  return placed.map(({ value }) => value);
}

/** All of the knowledge but the ranking, which is about to be learned anew: it may be missing or outdated. */
export function loadUnranked(directory: string, now: Date): Omit<Knowledge, 'ranking'> {
  const read = readFolder(directory);
  const others = faultsOf(read, now).filter(({ file }) => file !== RANKING_FILE);
  refuseFaults(directory, others);
  return valuesOf(read);
}

/** The activities of the plans that the project restated. Throws `knowledge_invalid` when the folder has faults. */
export function loadPlans(directory: string, now: Date): PlanRow[] {
  const read = readFolder(directory);
  refuseFaults(directory, faultsOf(read, now));
  return read.plans.map(({ value }) => value);
}

function refuseFaults(directory: string, faults: readonly Fault[]): void {
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const more = errors.length > SHOWN ? `\n  and ${errors.length - SHOWN} more` : '';
    const list = errors.slice(0, SHOWN).map((fault) => `  ${faultText(fault)}`).join('\n');
    throw new AppError('knowledge_invalid', `The knowledge in ${directory} has faults:\n${list}${more}`);
  }
}

function valuesOf(read: ReadKnowledge): Omit<Knowledge, 'ranking'> {
  const values = <T>(list: readonly { value: T }[]): T[] => list.map(({ value }) => value);
  return {
    sources: values(read.sources),
    measures: values(read.measures),
    populations: values(read.populations),
    breakdowns: values(read.breakdowns),
    observations: values(read.observations),
    routines: values(read.routines),
    notHeld: values(read.notHeld),
    questionWords: values(read.questionWords),
    concepts: values(read.concepts),
    wordLists: values(read.wordLists),
    everydayWords: values(read.everydayWords),
    commonWords: read.commonWords?.value ?? { sv: [], en: [] },
    lookAlikes: read.lookAlikes?.value ?? { sv: [], en: [] },
    smalltalk: values(read.smalltalk),
    sensitive: { topics: values(read.topics), routes: values(read.routes), forms: values(read.forms) },
  };
}

function faultsOf(read: ReadKnowledge, now: Date): Fault[] {
  return [...read.faults, ...crossCheck(read, now)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
