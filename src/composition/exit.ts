import { joinParts } from '../broadcast/index.js';
import {
  createExitHandover,
  createExitHr,
  createExitList,
  createExitReminders,
  createExitTalk,
  type ExitParts,
  createCaseCourse,
  createExitStart,
  mendManagers,
  reachNewcomers,
} from '../exit/index.js';
import { loadTalk } from '../knowledge/index.js';
import { once } from '../once.js';
import { openBroadcasts, openLiveCards, openReaches, openReminderDays, openThemeCounts } from '../storage/index.js';
import { exitGround } from './exit-ground.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

/** How somebody leaves: cases, checklists, conversation, handover. */
export function makeExitFeature(
  { storage, directory, guard, config, clock, log }: Foundation,
  { engine, liveCards, jobs, cases }: Sending,
) {
  const parts: ExitParts = {
    cases,
    ...exitGround(config.knowledgeDir, directory),
    directory,
    guard,
    liveCards,
    broadcasts: engine.broadcasts,
    jobs,
    reaches: openReaches(storage),
    clock,
    log,
  };
  const sendings = openLiveCards(storage);
  const talk = createExitTalk({
    ...parts,
    content: once(() => loadTalk(config.knowledgeDir)),
    themeCounts: openThemeCounts(storage),
  });
  const reminders = createExitReminders({
    ...parts,
    days: openReminderDays(storage),
    broadcastId: (createdAt, name) => openBroadcasts(storage).idFor(createdAt, name),
    onDaily: [mendManagers(parts), reachNewcomers({ ...parts, ledger: engine.ledger, sendings }), talk.onDaily],
  });
  /** What else begins with a case; each may be told again of the same. */
  const openings = [reminders.onOpened];
  const course = createCaseCourse({
    ...{ ...parts, sendings },
    async onOpened(exitCase) {
      for (const begin of openings) await begin(exitCase);
    },
  });
  return {
    ...joinParts('exit', [
      createExitStart({ ...parts, course }),
      createExitList(parts),
      reminders,
      talk,
      createExitHandover(parts),
      createExitHr(parts),
    ]),
    parts,
    onOpened: reminders.onOpened,
    catchUp: reminders.catchUp,
  };
}
