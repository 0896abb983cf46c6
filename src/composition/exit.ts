import { joinParts } from '../broadcast/index.js';
import {
  createCaseCourse,
  createExitHandover,
  createExitHr,
  createExitLearning,
  createExitList,
  createExitPicture,
  createReadAnswered,
  createExitReminders,
  createExitStart,
  createExitSurvey,
  createExitTalk,
  createReadBeside,
  type ExitParts,
  mendManagers,
  reachNewcomers,
  refreshCards,
} from '../exit/index.js';
import {
  openBroadcasts,
  openLearning,
  openLiveCards,
  openPlans,
  openReaches,
  openReminderDays,
  openThemeCounts,
} from '../storage/index.js';
import type { Answering } from './answering.js';
import { exitGround } from './exit-ground.js';
import { makeExitSurvey } from './exit-survey.js';
import type { Foundation } from './foundation.js';
import { planLook } from './plan-look.js';
import type { Sending } from './sending.js';

/** How somebody leaves: cases, checklists, conversation, handover, survey. */
export function makeExitFeature(
  foundation: Foundation,
  { engine, liveCards, jobs, cases }: Sending,
  { knowledge }: Pick<Answering, 'knowledge'>,
) {
  const { storage, directory, guard, materials, clock, log } = foundation;
  const { broadcasts, ledger } = engine;
  const ground = exitGround(materials, directory);
  const parts: ExitParts = {
    cases,
    ...ground,
    directory,
    guard,
    liveCards,
    broadcasts,
    jobs,
    reaches: openReaches(storage),
    clock,
    log,
  };
  const sendings = openLiveCards(storage);
  const survey = makeExitSurvey(foundation, { cases, liveCards, broadcasts, jobs, ground });
  const talkContent = materials.talk;
  const themeCounts = openThemeCounts(storage);
  const hr = { ...parts, themeCounts, talkContent };
  const talk = createExitTalk({ ...parts, content: talkContent, themeCounts });
  const handover = createExitHandover(parts);
  const reminders = createExitReminders({
    ...parts,
    days: openReminderDays(storage),
    broadcastId: (createdAt, name) => openBroadcasts(storage).idFor(createdAt, name),
    onDaily: [
      mendManagers(parts),
      refreshCards(parts),
      reachNewcomers({ ...parts, ledger, sendings }),
      talk.onDaily,
      handover.onDaily,
      (organisation) => survey.onDaily(organisation),
    ],
  });
  const course = createCaseCourse({
    ...{ ...parts, sendings },
    /** What else begins with a case; it may be told again of the same. */
    async onOpened(exitCase) {
      await reminders.onOpened(exitCase);
      await survey.offerSurvey(exitCase);
    },
  });
  const picture = createExitPicture({
    ...{ ...survey, store: survey.picture },
    beside: createReadBeside({ ...hr, knowledge }),
  });
  return {
    ...joinParts('exit', [
      createExitStart({ ...parts, course }),
      createExitList(parts),
      reminders,
      talk,
      handover,
      createExitHr({ ...hr, readAnswered: createReadAnswered(survey.picture) }),
      createExitSurvey({ ...parts, ...survey }, { before: picture.commands[0] }),
      picture,
      createExitLearning({
        ...{ ...survey, guard, directory },
        learning: openLearning(storage),
        plans: planLook(openPlans(storage)),
      }),
      { actions: [], commands: [], jobs: survey.handlers },
    ]),
    onOpened: reminders.onOpened,
    catchUp: reminders.catchUp,
  };
}
