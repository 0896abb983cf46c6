import { joinParts } from '../broadcast/index.js';
import {
  createExitHandover,
  createExitHr,
  createExitList,
  createExitPicture,
  createExitReminders,
  createExitSurvey,
  createExitTalk,
  type ExitCase,
  type ExitParts,
} from '../exit/index.js';
import { loadTalk } from '../knowledge/index.js';
import { once } from '../once.js';
import { openBroadcasts, openReaches, openReminderDays, openThemeCounts } from '../storage/index.js';
import { exitGround } from './exit-ground.js';
import { makeExitSurvey } from './exit-survey.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

/** How somebody leaves: cases, checklists, conversation, handover, survey. */
export function makeExitFeature(foundation: Foundation, { engine, liveCards, jobs, cases }: Sending) {
  const { storage, directory, guard, config, clock, log } = foundation;
  const { broadcasts } = engine;
  const parts: ExitParts = {
    cases,
    ...exitGround(config.knowledgeDir, directory),
    directory,
    guard,
    liveCards,
    broadcasts,
    jobs,
    reaches: openReaches(storage),
    clock,
    log,
  };
  const survey = makeExitSurvey(foundation, { cases, liveCards, broadcasts, jobs });
  const talk = createExitTalk({
    ...parts,
    content: once(() => loadTalk(config.knowledgeDir)),
    themeCounts: openThemeCounts(storage),
  });
  const reminders = createExitReminders({
    ...parts,
    days: openReminderDays(storage),
    broadcastId: (createdAt, name) => openBroadcasts(storage).idFor(createdAt, name),
    onDaily: [talk.onDaily, (organisation) => survey.onDaily(organisation)],
  });
  return {
    ...joinParts('exit', [
      createExitList(parts),
      reminders,
      talk,
      createExitHandover(parts),
      createExitHr(parts),
      createExitSurvey({ ...parts, ...survey }),
      createExitPicture({ ...survey, store: survey.picture }),
      { actions: [], commands: [], jobs: survey.handlers },
    ]),
    parts,
    async onOpened(exitCase: ExitCase): Promise<void> {
      await reminders.onOpened(exitCase);
      await survey.offerSurvey(exitCase);
    },
    catchUp: reminders.catchUp,
  };
}
