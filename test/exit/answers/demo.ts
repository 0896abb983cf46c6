import { ask as plain, knowledge } from '../../ask/engine.js';
import { createCases, createExitAnswers, createHoldersOf, type ExitCase } from '../../../src/exit/index.js';
import { loadChecklist, loadExitWords, loadFunctions } from '../../../src/knowledge/index.js';
import { demoDirectory, demoPerson } from '../../support/demo-people.js';
import { openExitCases, type Storage } from '../../../src/storage/index.js';
import { someCase } from '../case/some-case.js';

export { knowledge, plain };

/** Two weeks before Sara's last working day. */
export const NOW = new Date('2026-11-13T09:30:00Z');

export const checklist = loadChecklist('knowledge');
const words = loadExitWords('knowledge');
export const directory = demoDirectory;

/** HR; the head of Solberga and two of her staff; another head; the head of all preschools; another board's HR. */
export const AMIR = demoPerson('amir.haddad');
export const KARIN = demoPerson('karin.lindqvist');
export const SARA = demoPerson('sara.ekman');
export const MAJA = demoPerson('maja.strandhall');
export const ELIN = demoPerson('elin.vatterborg');
export const TOMAS = demoPerson('tomas.ronnevik');
export const PETER = demoPerson('peter.hasto');

const tick = (state: 'done' | 'notYet', day: string) => ({
  ...{ state, due: day, form: 'f' },
  at: new Date(`${day}T09:00:00Z`),
});

/** Sara has handed in the keys, says she; Karin has not got them. */
export const SARAS: ExitCase = someCase({
  id: 'case-sara',
  ticks: {
    'AVS-02': { medarbetare: tick('done', '2026-09-07'), chef: tick('done', '2026-09-07') },
    'AVS-04': { medarbetare: tick('done', '2026-09-11') },
    'AVS-30': { medarbetare: tick('done', '2026-11-12'), chef: tick('notYet', '2026-11-12') },
  },
  handover: [
    { id: 'p1', what: 'Schemat', to: 'Maja', by: '2026-11-20', addedBy: 'chef', handedOverAt: new Date('2026-11-12') },
    { id: 'p2', what: 'Inköpen', to: 'Maja', by: '2026-11-24', addedBy: 'chef' },
  ],
  talk: { bookedFor: new Date('2026-11-17T13:00:00Z') },
});
export const MAJAS: ExitCase = someCase({
  id: 'case-maja',
  employee: MAJA.id,
  kind: 'pension',
  notice: '2026-08-03',
  opened: '2026-08-03',
  lastWorkingDay: '2026-12-22',
  lastDay: '2026-12-31',
});

export async function storeCases(storage: Storage, cases: readonly ExitCase[]): Promise<void> {
  for (const exitCase of cases) await openExitCases(storage).create(exitCase);
}

export function exitAnswersOver(storage: Storage) {
  return createExitAnswers({
    words,
    knowledge,
    directory,
    cases: createCases({ store: openExitCases(storage), onChanged: () => Promise.resolve() }),
    checklist: () => checklist,
    holdersOf: createHoldersOf(directory, () => loadFunctions('knowledge')),
  });
}
