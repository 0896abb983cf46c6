import type { Broadcasts, LiveCards } from '../broadcast/index.js';
import {
  type Cases,
  caseItems,
  createBoxes,
  createOffer,
  createReleases,
  createSeal,
  createWarn,
  type ExitCase,
  RELEASE_JOB,
  SURVEY_JOB,
  SURVEY_STIR_JOB,
  sweepInvitations,
  tickedByBot,
} from '../exit/index.js';
import type { Jobs } from '../jobs/index.js';
import { openBoxes, openInvitations, openPicture, openReaches, openReminderDays } from '../storage/index.js';
import type { exitGround } from './exit-ground.js';
import type { Foundation } from './foundation.js';

export type ExitSurvey = ReturnType<typeof makeExitSurvey>;

type SurveyJob = { readonly organisation: string; readonly data: unknown };

export interface ExitSurveyTools {
  readonly cases: Cases;
  readonly liveCards: LiveCards;
  readonly broadcasts: Broadcasts;
  readonly jobs: Jobs;
  readonly ground: ReturnType<typeof exitGround>;
}

/** The survey of those who leave: where answers lie, who is asked when, and the jobs that see to it. */
export function makeExitSurvey(
  { storage, directory, materials, config, clock }: Foundation,
  { cases, liveCards, broadcasts, jobs, ground }: ExitSurveyTools,
) {
  const seal = createSeal(config.survey.keys);
  const boxes = createBoxes({ store: openBoxes(storage), seal });
  const invitations = openInvitations(storage);
  const { survey } = materials;
  const { limits } = config.survey;
  const picture = openPicture(storage);
  const warn = createWarn({ broadcasts, directory });
  const releases = createReleases({ store: picture, boxes, invitations, survey, limits, jobs, warn });
  const offer = createOffer({
    ...{ cases, invitations, boxes, directory, liveCards, broadcasts, jobs, clock },
    days: openReminderDays(storage),
    reaches: openReaches(storage),
    onOffered: async ({ organisation, id }, tertial) => {
      const daily = { organisation, id: SURVEY_STIR_JOB, kind: SURVEY_STIR_JOB, every: { daily: '03:00' } } as const;
      await jobs.reschedule(daily);
      await releases.plan(organisation, tertial);
      await cases.change(organisation, id, (now) =>
        tickedByBot(now, caseItems(now, ground.checklist(), ground.holdersOf(now)), 'enkät', clock()),
      );
    },
  });
  return {
    ...{ seal, boxes, invitations },
    ...{ survey, limits, picture },
    offerSurvey: (exitCase: ExitCase) => offer.offerSurvey(exitCase),
    /** A case whose dates have moved, or whose offer was lost, is planned anew. */
    async onDaily(organisation: string): Promise<void> {
      for await (const exitCase of cases.list(organisation)) await offer.offerSurvey(exitCase);
    },
    handlers: {
      [SURVEY_JOB]: (job: SurveyJob, now: Date) => offer.run(job, now),
      [RELEASE_JOB]: (job: SurveyJob) => releases.run(job),
      async [SURVEY_STIR_JOB]({ organisation }: SurveyJob, now: Date) {
        await boxes.stirAll(organisation);
        await sweepInvitations({ cases, invitations, liveCards }, organisation, now);
      },
    },
  };
}
