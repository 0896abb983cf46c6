import { defineAction, type Feature, type Reply, type Turn } from '../../actions/index.js';
import { ANNOUNCEMENT } from '../announcement.js';
import type { Broadcast } from '../broadcast.js';
import { createCardWatch } from '../card-watch.js';
import type { Composers } from '../composer.js';
import { type Counts, progressStamp } from '../counts.js';
import { createCompose } from './compose.js';
import { createConfirm } from './confirm.js';
import { createControl } from './control.js';
import { createCorrect } from './correct.js';
import { createFollow, PROGRESS, subjectOf } from './follow.js';
import type { HrParts } from './parts.js';
import { hrTexts } from './texts.js';
import { broadcastSchema, formSchema, pageSchema, rehearseSchema, sendSchema } from './values.js';

export interface BroadcastFeature {
  readonly feature: Feature;
  readonly composers: Composers;
  /** What the engine tells of its progress goes in here. */
  readonly watch: {
    noticed(broadcast: Broadcast, counts: Counts): void;
    /** Shows at once what waits to be shown. */
    stop(): Promise<void>;
  };
}

/** Messages from HR to many, and all that HR and the recipients see of them. */
export function broadcastFeature(parts: HrParts): BroadcastFeature {
  const { broadcasts, liveCards, clock, log, times } = parts;
  const watch = createCardWatch({ show: (subject) => liveCards.changed(subject), clock, log, times });
  const noticed = (broadcast: Broadcast, counts: Counts) =>
    watch.noticed(subjectOf(broadcast), progressStamp(broadcast, counts));
  const follow = createFollow(parts);
  const compose = createCompose(parts, (turn, broadcast) =>
    follow.show(turn, broadcast, { name: `progress-${broadcast.id}`, at: broadcast.createdAt }),
  );
  const confirm = createConfirm(parts, async (broadcast) => {
    const { organisation, id } = broadcast;
    noticed(broadcast, await broadcasts.counts(organisation, id));
  });

  /** Names stand on these cards: nobody else of a group chat may read them. */
  const inPersonalChat = (handle: (turn: Turn) => Promise<Reply> | Reply) => (turn: Turn) =>
    turn.conversation === 'personal'
      ? handle(turn)
      : { post: [{ text: hrTexts[turn.locale].onlyInPersonalChat }], outcome: 'not-personal' };

  return {
    watch: {
      // The progress cards are broadcasts as well: their own progress is nobody's news.
      noticed: (broadcast, counts) => broadcast.kind === ANNOUNCEMENT && noticed(broadcast, counts),
      stop: () => watch.stop(),
    },
    composers: { [ANNOUNCEMENT]: confirm.compose, [PROGRESS]: follow.compose },
    feature: {
      name: 'broadcast',
      commands: [
        {
          id: 'broadcast.new',
          phrases: ['nytt utskick', 'new message'],
          allow: 'broadcast.send',
          handle: inPersonalChat((turn) => compose.open(turn)),
        },
        {
          id: 'broadcast.list',
          phrases: ['utskick', 'messages'],
          allow: 'broadcast.read',
          handle: inPersonalChat((turn) => follow.postList(turn)),
        },
      ],
      actions: [
        defineAction({
          verb: 'broadcast.rehearse',
          schema: rehearseSchema,
          allow: 'broadcast.send',
          handle: (input, turn) => compose.rehearse(turn, input),
        }),
        defineAction({
          verb: 'broadcast.send',
          schema: sendSchema,
          allow: 'broadcast.send',
          handle: (input, turn) => compose.send(turn, input),
        }),
        defineAction({
          verb: 'broadcast.edit',
          schema: formSchema,
          allow: 'broadcast.send',
          handle: (input, turn) => compose.edit(turn, input),
        }),
        defineAction({
          verb: 'broadcast.discard',
          schema: formSchema,
          allow: 'broadcast.send',
          handle: (input, turn) => compose.discard(turn, input),
        }),
        defineAction({
          verb: 'broadcast.page',
          schema: pageSchema,
          allow: 'broadcast.read',
          handle: (input, turn) => follow.list(turn, input),
        }),
        defineAction({
          verb: 'broadcast.open',
          schema: broadcastSchema,
          allow: 'broadcast.read',
          handle: (input, turn) => follow.open(turn, input),
        }),
        defineAction({
          verb: 'broadcast.refresh',
          schema: broadcastSchema,
          allow: 'broadcast.read',
          handle: (input, turn) => follow.refresh(turn, input),
        }),
        defineAction({
          verb: 'broadcast.confirm',
          schema: broadcastSchema,
          allow: 'broadcast.answer',
          handle: (input, turn) => confirm.confirm(turn, input),
        }),
        ...createControl(parts, follow),
        ...createCorrect(parts),
      ],
    },
  };
}
