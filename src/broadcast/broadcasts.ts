import { AppError } from '../errors.js';
import { tryAgain } from '../try-again.js';
import type { Audience } from './audience.js';
import type { Broadcast, BroadcastStore, Pass, StoredBroadcast } from './broadcast.js';
import type { Counts } from './counts.js';
import type { Ledger } from './ledger.js';
import { accept } from './transitions.js';

export interface NewBroadcast {
  readonly organisation: string;
  /** Random, made when the form was opened: the same form sent twice is one broadcast. */
  readonly name: string;
  readonly createdAt: Date;
  readonly kind: string;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly audience: Audience;
  readonly createdBy?: string;
  readonly sendAt?: Date;
  readonly deadline?: Date;
}

/**
 * What features and HR do with broadcasts. Each call only writes what is wanted; the workers carry it out, and a call that is
 * repeated changes nothing more. Calls about a broadcast that is not there throw `not_found`.
 */
export interface Broadcasts {
  /** Gives the broadcast, and whether it is new. */
  create(wanted: NewBroadcast): Promise<{ readonly broadcast: Broadcast; readonly isNew: boolean }>;
  find(organisation: string, id: string): Promise<Broadcast | undefined>;
  list(organisation: string): AsyncIterable<Broadcast>;
  counts(organisation: string, id: string): Promise<Counts>;
  pause(organisation: string, id: string): Promise<Broadcast>;
  resume(organisation: string, id: string): Promise<Broadcast>;
  /** Who has it keeps it; nobody else gets it. */
  cancel(organisation: string, id: string): Promise<Broadcast>;
  press(organisation: string, id: string, pass: Pass): Promise<Broadcast>;
  /** Puts other content on every card that was sent and on those to come. */
  correct(organisation: string, id: string, content: Broadcast['content']): Promise<Broadcast>;
  /** Answers are asked for until another moment: the cards say so, and reminders are planned by it. */
  extend(organisation: string, id: string, deadline: Date): Promise<Broadcast>;
  /** What the composer makes of the same content has changed: every card that was sent is made anew. */
  touch(organisation: string, id: string, changes?: Pick<Broadcast, 'isQuiet'>): Promise<Broadcast>;
  /** Cancels, and replaces every card that was sent by a line that says so. */
  recall(organisation: string, id: string, at: Date): Promise<Broadcast>;
  /** The person answered what the card asks: no reminder any more. Undefined for somebody who never got it. */
  answered(organisation: string, id: string, person: string, at: Date): Promise<void>;
}

/** What else is to happen; each may be called more than once for the same. */
export interface BroadcastHooks {
  /** It is there: plan its reminders. */
  onCreated?(broadcast: Broadcast): Promise<void>;
  /** Its deadline is another: plan its reminders anew. */
  onExtended?(broadcast: Broadcast): Promise<void>;
  /** Its card has changed, or was recalled. */
  onEdited?(broadcast: Broadcast): Promise<void>;
}

export function createBroadcasts({
  store,
  ledger,
  wake,
  hooks = {},
  here = () => undefined,
}: {
  readonly store: BroadcastStore;
  readonly ledger: Ledger;
  /** There is work: the workers of this process look at once. */
  readonly wake: () => void;
  readonly hooks?: BroadcastHooks;
  /** Where operation follows the press that calls (Follow.here). */
  readonly here?: () => string | undefined;
}): Broadcasts {
  function change(
    organisation: string,
    id: string,
    decide: (broadcast: Broadcast) => Broadcast | undefined,
  ): Promise<Broadcast> {
    return tryAgain(async () => {
      const stored = await need(organisation, id);
      const next = decide(stored.broadcast);
      // Before it, so that a process that dies right after it leaves what was wanted to be carried out.
      if (next !== undefined) await store.activate(organisation, id);
      const { broadcast } = next === undefined ? stored : await store.update(traced(next), stored.version);
      // After it as well: a worker may have looked meanwhile, and found nothing to do. And when it is so already.
      await store.activate(organisation, id);
      wake();
      return broadcast;
    });
  }

  function traced(broadcast: Broadcast): Broadcast {
    const trace = here();
    return trace === undefined ? broadcast : { ...broadcast, trace };
  }

  async function edit(...wanted: Parameters<typeof change>): Promise<Broadcast> {
    const broadcast = await change(...wanted);
    await hooks.onEdited?.(broadcast);
    return broadcast;
  }

  async function need(organisation: string, id: string): Promise<StoredBroadcast> {
    const stored = await store.find(organisation, id);
    if (!stored) throw new AppError('not_found', `There is no broadcast ${id} in ${organisation}.`);
    return stored;
  }

  return {
    async create({ name, ...wanted }) {
      const id = store.idFor(wanted.createdAt, name);
      const status = wanted.sendAt === undefined ? 'preparing' : 'scheduled';
      const broadcast = traced({ ...wanted, id, status, edition: 0, passes: [] });
      const before = await store.find(wanted.organisation, id);
      // Before and after, as a change.
      if (!before) await store.activate(wanted.organisation, id);
      const isNew = !before && (await store.create(broadcast));
      const kept = isNew ? broadcast : (before ?? (await need(wanted.organisation, id))).broadcast;
      if (isUnfinished(kept)) await store.activate(wanted.organisation, id);
      await hooks.onCreated?.(kept);
      wake();
      return { broadcast: kept, isNew };
    },
    find: async (organisation, id) => (await store.find(organisation, id))?.broadcast,
    list: (organisation) => store.list(organisation),
    counts: (organisation, id) => ledger.counts(organisation, id),
    pause: (organisation, id) => change(organisation, id, (old) => when(old, ['sending'], { status: 'paused' })),
    resume: (organisation, id) => change(organisation, id, (old) => when(old, ['paused'], { status: 'sending' })),
    cancel: (organisation, id) => change(organisation, id, cancelled),
    press: (organisation, id, pass) =>
      change(organisation, id, (old) =>
        old.passes.some((known) => known.id === pass.id) || old.recalledAt !== undefined
          ? undefined
          : { ...old, passes: [...old.passes, pass] },
      ),
    correct: (organisation, id, content) =>
      edit(organisation, id, (old) =>
        old.recalledAt || JSON.stringify(old.content) === JSON.stringify(content)
          ? undefined
          : { ...old, content, edition: old.edition + 1 },
      ),
    async extend(organisation, id, deadline) {
      const broadcast = await edit(organisation, id, (old) =>
        old.recalledAt || old.deadline?.getTime() === deadline.getTime()
          ? undefined
          : { ...old, deadline, edition: old.edition + 1 },
      );
      await hooks.onExtended?.(broadcast);
      return broadcast;
    },
    touch: (organisation, id, changes) =>
      change(organisation, id, (old) =>
        old.recalledAt ? undefined : { ...old, ...changes, edition: old.edition + 1 },
      ),
    recall: (organisation, id, at) =>
      edit(organisation, id, (old) =>
        old.recalledAt ? undefined : { ...(cancelled(old) ?? old), recalledAt: at, edition: old.edition + 1 },
      ),
    async answered(organisation, id, person, at) {
      const seen = await ledger.find(organisation, id, person);
      if (!seen) return;
      await ledger.change({
        seen,
        decide: (row) => {
          if (row.answeredAt) return undefined;
          // Whoever presses a button of the card has it, whatever Teams said of the sending.
          const delivered = row.state === 'delivered' ? row : accept(row, { now: at });
          return delivered && { ...delivered, answeredAt: at };
        },
      });
    },
  };
}

function isUnfinished({ status }: Broadcast): boolean {
  return status !== 'done' && status !== 'cancelled';
}

function cancelled(broadcast: Broadcast): Broadcast | undefined {
  return isUnfinished(broadcast) ? { ...broadcast, status: 'cancelled' } : undefined;
}

function when(
  broadcast: Broadcast,
  from: readonly Broadcast['status'][],
  changes: Partial<Broadcast>,
): Broadcast | undefined {
  return from.includes(broadcast.status) ? { ...broadcast, ...changes } : undefined;
}
