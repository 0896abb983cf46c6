import { createOwnCard, joinParts } from '../broadcast/index.js';
import {
  createPlanHr,
  createPlanRespond,
  createPlanUpload,
  planReport,
  roundMessage,
  type Rounds,
  roundValuesSchema,
} from '../plan/index.js';
import { openDrafts, openLiveCards, openPlans, openReaches, openRounds } from '../storage/index.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

/** The follow-up of plans: HR's side and the managers'. */
export function makePlanFeature(
  { storage, directory, guard, config, clock, log, times, files }: Foundation,
  { engine, courier, rounds, liveCards, reminders }: Sending,
) {
  const { broadcasts, ledger, pace } = engine;
  const [store, plans, sendings] = [openRounds(storage), openPlans(storage), openLiveCards(storage)];
  const common = { directory, guard, sendings, broadcasts, log };
  const hr = createPlanHr({
    ...common,
    rounds: store,
    conduct: rounds,
    preview: (round, items, { id }, locale) => roundMessage(round, items, id, { locale, preview: true }),
    plans,
    liveCards,
    drafts: openDrafts(storage, 'round', roundValuesSchema),
    reaches: openReaches(storage),
    remind: (one, now) => reminders.now(one, now),
    schedule: config.rounds,
    perSecond: config.sendsPerSecond,
    clock,
    times,
  });
  /** HR's cards follow each answer. */
  const respond: Rounds['respond'] = async (answer) => {
    const outcome = await rounds.respond(answer);
    if (outcome.kind === 'saved') hr.onAnswered(answer.item);
    return outcome;
  };
  const managers = createPlanRespond({
    ...common,
    rounds: { ...rounds, respond },
    store,
    updateOwnCard: createOwnCard({ ledger, pace, courier, clock, log }),
  });
  const report = planReport({ rounds: store, plans, directory });
  const upload = createPlanUpload({ plans, directory, files });
  return {
    ...joinParts('plan', [managers, hr, report, upload]),
    onProgress: hr.onProgress,
    stopWatching: () => hr.stop(),
  };
}
