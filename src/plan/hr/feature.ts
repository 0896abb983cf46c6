import type { z } from 'zod';
import { type Action, type Command, defineAction, type Reply, type Turn } from '../../actions/index.js';
import { type Broadcast, type Composers, type Counts, createCardWatch, progressStamp } from '../../broadcast/index.js';
import { ROUND } from '../round/index.js';
import { createCompose } from './compose.js';
import { createControl } from './control.js';
import { createDesk } from './desk.js';
import { createFollow, ROUND_STATUS, statusOf } from './follow.js';
import { ownRound, type PlanHrParts, unknown } from './parts.js';
import { createPeopleList } from './people-list.js';
import { createPreview } from './preview.js';
import { createReopen } from './reopen.js';
import { createSendings } from './sendings.js';
import { createStandIns } from './stand-ins.js';
import { planHrTexts } from './texts.js';
import {
  chooseSchema,
  emptySchema,
  formSchema,
  pageSchema,
  peopleSchema,
  pickSchema,
  previewSchema,
  rehearseSchema,
  roundIdSchema,
  sendSchema,
  standInFormSchema,
} from './values.js';

export interface PlanHr {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  readonly composers: Composers;
  /** Somebody answered in a round, or handed something on: its cards follow, at most every 5 s. */
  onAnswered(about: { readonly organisation: string; readonly round: string }): void;
  /** Told by the engine how each broadcast goes. */
  readonly onProgress: (broadcast: Broadcast, counts: Counts) => void;
  /** Shows at once what waits to be shown. */
  stop(): Promise<void>;
}

/** Follow-up rounds as HR makes, sends and follows them. */
export function createPlanHr(parts: PlanHrParts): PlanHr {
  const { liveCards, clock, log, times } = parts;
  const sendings = createSendings(parts);
  const watch = createCardWatch({ show: (subject) => liveCards.changed(subject), clock, log, times });
  const follow = createFollow(parts, sendings);
  const desk = createDesk(parts);
  const compose = createCompose(parts, desk, (turn, round) =>
    follow.show(turn, round, { name: `round-status-${round.id}`, at: round.createdAt }),
  );
  const standIns = createStandIns(parts, desk, compose);
  const preview = createPreview(parts, desk, compose);
  const people = createPeopleList(parts);
  const reopen = createReopen(parts);
  let news = 0;

  /** Names stand on these cards: nobody else of a group chat may read them. */
  const inPersonalChat =
    (handle: (turn: Turn) => Promise<Reply>) =>
    async (turn: Turn): Promise<Reply> =>
      turn.conversation === 'personal'
        ? handle(turn)
        : { post: [{ text: planHrTexts[turn.locale].onlyInPersonalChat }], outcome: 'not-personal' };

  const action = <S extends z.ZodTypeAny>(
    verb: string,
    schema: S,
    run: (turn: Turn, input: z.infer<S>) => Promise<Reply>,
  ): Action => defineAction({ verb, schema, allow: 'plan.handle', handle: (input, turn) => run(turn, input) });

  return {
    composers: { [ROUND_STATUS]: follow.compose },
    onAnswered: ({ organisation, round }) =>
      watch.noticed(statusOf({ organisation, id: round }), `answer ${(news += 1)}`),
    onProgress: (broadcast, counts) => {
      if (broadcast.kind !== ROUND) return;
      const { organisation, content } = broadcast;
      watch.noticed(statusOf({ organisation, id: String(content.subject) }), progressStamp(broadcast, counts));
    },
    stop: () => watch.stop(),
    commands: [
      {
        id: 'plan.round.new',
        phrases: ['ny uppföljning', 'new follow-up', 'new follow up'],
        allow: 'plan.handle',
        handle: inPersonalChat((turn) => compose.open(turn)),
      },
      {
        id: 'plan.rounds',
        phrases: ['uppföljningar', 'follow-ups', 'follow ups'],
        allow: 'plan.handle',
        handle: inPersonalChat((turn) => follow.postList(turn)),
      },
    ],
    actions: [
      // In the list of rounds and where a plan was imported: the same as the command, the form below.
      action(
        'plan.round.new',
        emptySchema,
        inPersonalChat(async (turn) => ({ toast: planHrTexts[turn.locale].below, ...(await compose.open(turn)) })),
      ),
      action('plan.round.rehearse', rehearseSchema, (turn, input) => compose.rehearse(turn, input)),
      action('plan.round.edit', formSchema, (turn, input) => compose.edit(turn, input)),
      action('plan.round.discard', formSchema, (turn, input) => compose.discard(turn, input)),
      action('plan.round.send', sendSchema, (turn, input) => compose.send(turn, input)),
      action('plan.round.stand-in', standInFormSchema, (turn, input) => standIns.open(turn, input)),
      action('plan.round.choose', chooseSchema, (turn, input) => standIns.choose(turn, input)),
      action('plan.round.nobody', formSchema, (turn, input) => standIns.nobody(turn, input)),
      action('plan.round.back', formSchema, (turn, input) => standIns.back(turn, input)),
      action('plan.round.preview', previewSchema, (turn, input) => preview.show(turn, input)),
      action('plan.rounds.page', pageSchema, (turn, input) => follow.list(turn, input)),
      action('plan.round.open', roundIdSchema, (turn, input) => follow.open(turn, input)),
      action('plan.round.refresh', roundIdSchema, (turn, input) => follow.refresh(turn, input)),
      action('plan.round.people', roundIdSchema, (turn, { round }) => people.open(turn, round)),
      action('plan.round.people-page', peopleSchema, (turn, input) => people.page(turn, input)),
      action('plan.round.reopen', roundIdSchema, async (turn, { round }) => {
        const stored = await ownRound(parts, turn, round);
        return stored ? reopen.open(turn, stored.round) : unknown(turn);
      }),
      action('plan.round.pick', pickSchema, (turn, input) => reopen.pick(turn, input)),
      action('plan.round.reopen-item', pickSchema, (turn, input) => reopen.item(turn, input)),
      ...createControl(parts, follow, sendings),
    ],
  };
}
