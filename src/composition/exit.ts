import { joinParts } from '../broadcast/index.js';
import { createExitStart, type ExitCase, type ExitParts, mendManagers, reachNewcomers } from '../exit/index.js';
import { openLiveCards, openReaches } from '../storage/index.js';
import { exitGround } from './exit-ground.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

/** How somebody leaves: cases, checklists, conversation, handover. */
export function makeExitFeature(foundation: Foundation, { engine, liveCards, jobs, cases, course }: Sending) {
  const { storage, directory, guard, clock, log } = foundation;
  const parts: ExitParts = {
    cases,
    ...exitGround(foundation),
    directory,
    guard,
    liveCards,
    broadcasts: engine.broadcasts,
    jobs,
    reaches: openReaches(storage),
    clock,
    log,
  };
  /** What else begins with a case; each may be called again for the same. */
  const openings: readonly ((exitCase: ExitCase) => Promise<void>)[] = [];
  return {
    parts,
    /** What is looked after once a day in each organisation. */
    daily: [mendManagers(parts), reachNewcomers({ ...parts, ledger: engine.ledger, sendings: openLiveCards(storage) })],
    async onCaseOpened(exitCase: ExitCase): Promise<void> {
      for (const begin of openings) await begin(exitCase);
    },
    ...joinParts('exit', [createExitStart({ ...parts, course })]),
  };
}
