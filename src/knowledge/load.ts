import type { Knowledge } from '../ask/index.js';
import { AppError } from '../errors.js';
import { crossCheck } from './cross-check.js';
import { type Fault, faultText } from './fault.js';
import { readFolder, type ReadKnowledge } from './read-folder.js';

/** How many faults a message lists; `npm run -s knowledge -- check` shows all. */
const SHOWN = 20;

/** Every fault of the knowledge folder, errors and warnings, in the order of files and lines. */
export function checkKnowledge(directory: string, now: Date): Fault[] {
  return faultsOf(readFolder(directory), now);
}

/** Reads and checks the knowledge folder once, at start. Throws `knowledge_invalid` with the faults; warnings are let through. */
export function loadKnowledge(directory: string, now: Date): Knowledge {
  const read = readFolder(directory);
  const errors = faultsOf(read, now).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const more = errors.length > SHOWN ? `\n  and ${errors.length - SHOWN} more` : '';
    const list = errors.slice(0, SHOWN).map((fault) => `  ${faultText(fault)}`).join('\n');
    throw new AppError('knowledge_invalid', `The knowledge in ${directory} has faults:\n${list}${more}`);
  }
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
    sensitive: { topics: values(read.topics), routes: values(read.routes), forms: values(read.forms) },
  };
}

function faultsOf(read: ReadKnowledge, now: Date): Fault[] {
  return [...read.faults, ...crossCheck(read, now)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
