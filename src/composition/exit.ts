import { joinParts } from '../broadcast/index.js';
import { createExitPicture, createExitSurvey, createHoldersOf, type ExitParts } from '../exit/index.js';
import { loadChecklist } from '../knowledge/index.js';
import { once } from '../once.js';
import { openReaches } from '../storage/index.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

/** How somebody leaves: cases, checklists, conversation, handover. */
export function makeExitFeature(
  { storage, directory, guard, config, clock, log }: Foundation,
  { engine, liveCards, jobs, cases, exitSurvey }: Sending,
) {
  const parts: ExitParts = {
    cases,
    checklist: once(() => loadChecklist(config.knowledgeDir)),
    holdersOf: createHoldersOf(directory),
    directory,
    guard,
    liveCards,
    broadcasts: engine.broadcasts,
    jobs,
    reaches: openReaches(storage),
    clock,
    log,
  };
  return {
    ...joinParts('exit', [
      createExitSurvey({ ...parts, ...exitSurvey }),
      createExitPicture({ ...exitSurvey, store: exitSurvey.picture }),
    ]),
    parts,
  };
}
