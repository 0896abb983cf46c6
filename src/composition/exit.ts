import { joinParts } from '../broadcast/index.js';
import {
  createExitHandover,
  createExitHr,
  createExitList,
  createExitReminders,
  createExitTalk,
  createHoldersOf,
  type ExitParts,
} from '../exit/index.js';
import { loadChecklist, loadFunctions, loadTalk } from '../knowledge/index.js';
import { once } from '../once.js';
import { openBroadcasts, openReaches, openReminderDays, openThemeCounts } from '../storage/index.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

/** How somebody leaves: cases, checklists, conversation, handover. */
export function makeExitFeature(
  { storage, directory, guard, config, clock, log }: Foundation,
  { engine, liveCards, jobs, cases }: Sending,
) {
  const parts: ExitParts = {
    cases,
    checklist: once(() => loadChecklist(config.knowledgeDir)),
    holdersOf: createHoldersOf(
      directory,
      once(() => loadFunctions(config.knowledgeDir)),
    ),
    directory,
    guard,
    liveCards,
    broadcasts: engine.broadcasts,
    jobs,
    reaches: openReaches(storage),
    clock,
    log,
  };
  const talk = createExitTalk({
    ...parts,
    content: once(() => loadTalk(config.knowledgeDir)),
    themeCounts: openThemeCounts(storage),
  });
  const reminders = createExitReminders({
    ...parts,
    days: openReminderDays(storage),
    broadcastId: (createdAt, name) => openBroadcasts(storage).idFor(createdAt, name),
    onDaily: [talk.onDaily],
  });
  return {
    ...joinParts('exit', [createExitList(parts), reminders, talk, createExitHandover(parts), createExitHr(parts)]),
    parts,
    onOpened: reminders.onOpened,
    catchUp: reminders.catchUp,
  };
}
