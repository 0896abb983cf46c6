import type { UnitRef } from './item.js';
import { type Answer, createAnswering, type Delegated, type ItemRef, type Reopened, type Responded } from './answer.js';
import type { RoundItem } from './item.js';
import type { RoundPlan } from './plan-round.js';
import type { Round } from './round.js';
import { change, createStart, ROUND, type RoundParts } from './start.js';

/** What HR and managers do with rounds. Every call may be repeated after a crash or a second press. */
export interface Rounds {
  /** Who would be asked about what; nothing is stored. Throws `not_found` for a plan that is not there. */
  plan(round: Round): Promise<RoundPlan>;
  /**
   * Stores the round and has it prepared and sent by a job. Throws `round_refused` when nobody would be asked, or one unit
   * about more than 500 items.
   */
  start(round: Round): Promise<'started' | 'already'>;
  /** What the job does (START_JOB); a run that was cut off is gone on with. */
  prepare(organisation: string, id: string): Promise<void>;
  /** At the start of the bot: goes on with rounds whose process died between storing them and asking for the job. */
  catchUp(): Promise<void>;
  /** What is asked of a person in a round. */
  itemsOf(organisation: string, round: string, person: string): Promise<readonly RoundItem[]>;
  respond(answer: Answer): Promise<Responded>;
  /** The person `to` may answer, too, and gets the card. */
  delegate(item: ItemRef, to: string, by: string, at: Date): Promise<Delegated>;
  /** No answers any more, and no reminders; every card says so. Throws `not_found`, as reopen does. */
  close(organisation: string, id: string, by: string, at: Date): Promise<Round>;
  reopen(organisation: string, id: string): Promise<Round>;
  /** One item is silent again and asked anew; only in an open round. */
  reopenItem(unit: UnitRef, key: string, by: string, at: Date): Promise<Reopened>;
}

export function createRounds(parts: RoundParts): Rounds {
  const { store, broadcasts, sendings } = parts;
  const { plan, start, prepare, catchUp } = createStart(parts);

  /** The cards of a round in all chats are made anew. */
  async function show({ organisation, id }: Round, changes: { readonly isQuiet: boolean }): Promise<void> {
    for await (const broadcast of sendings.list({ organisation, kind: ROUND, id }))
      await broadcasts.touch(organisation, broadcast, changes);
  }

  return {
    plan,
    start,
    prepare,
    catchUp,
    ...createAnswering(parts),
    async close(organisation, id, _by, at) {
      const round = await change(store, organisation, id, (old) =>
        old.state === 'open' ? { ...old, state: 'closed', closedAt: at } : undefined,
      );
      // Also when it was closed already: whoever closed it may have died before this line.
      if (round.state === 'closed') await show(round, { isQuiet: true });
      return round;
    },
    async reopen(organisation, id) {
      const round = await change(store, organisation, id, (old) =>
        old.state === 'closed' ? { ...old, state: 'open', closedAt: undefined } : undefined,
      );
      if (round.state === 'open') await show(round, { isQuiet: false });
      return round;
    },
  };
}
