import type { Clock } from '../calendar/index.js';
import { tryAgain } from '../try-again.js';
import { sleep } from './sleep.js';
import {
  conversationKey,
  holdConversations,
  holdOff,
  reserve,
  type SlotState,
  type SlotStore,
  type SlotWish,
  type Turn,
} from './slots.js';
import { type Times, TIMES } from './times.js';

/** A worker's share of the rate. A conversation is named by its reference; undefined for a request that goes to none. */
export interface Pace {
  /** One turn for each, in the same order. */
  reserve(conversations: readonly (string | undefined)[]): Promise<readonly Turn[]>;
  /** Resolves when the tenant need not wait, as far as this process knows, or as soon as `woken` is aborted. */
  untilOpen(woken: AbortSignal): Promise<void>;
  /**
   * Resolves to undefined when the request may leave: at its turn, or at a later one when that one has passed, the tenant must
   * wait or the conversation was busy; to the moment at which it could leave, at once, when that is after `latest`.
   */
  untilTurn(conversation: string | undefined, turn: Turn, latest: number): Promise<number | undefined>;
  /** Nobody, in no process, sends for `ms` from now. */
  holdOff(ms: number): Promise<void>;
  /**
   * This process does not write to the conversation for `ms` from now, not even at a turn that was given already; nor does another
   * that reserves after our next reservation.
   */
  holdConversation(conversation: string, ms: number): void;
}

/** A slot that is missed by more than this is given up for a new one: two requests at once would break the rate. */
const LATE_MS = 60;
/** Other workers write the same row: that many tries, a moment apart. */
const MOST_TRIES = 20;
/** A slot is not taken nearer than its reservation lately took, or it would be missed at once; never further ahead than this. */
const LONGEST_LEAD_MS = 250;

/** Before a reservation: rows that are claimed one shortly after the other get their slots together. */
const GATHER_MS = 20;

interface Waiting {
  readonly wishes: readonly SlotWish[];
  readonly settle: (turns: readonly Turn[]) => void;
  readonly fail: (error: unknown) => void;
}

export function createPace({
  store,
  clock,
  perSecond,
  random,
  times: { gap } = TIMES,
}: {
  readonly store: SlotStore;
  readonly clock: Clock;
  /** Requests a second of all workers together. */
  readonly perSecond: number;
  readonly random: () => number;
  readonly times?: Pick<Times, 'gap'>;
}): Pace {
  /** What this process knows of the tenant's waiting time without asking. */
  let notBefore = 0;
  let leadMs = 0;
  let waiting: Waiting[] = [];
  let isReserving = false;
  /** By `conversationKey`, until when Teams asked us to leave a conversation alone: those that are still in force. */
  let heldUntil: ReadonlyMap<string, number> = new Map();
  const now = () => clock().getTime();
  const holds = () => (heldUntil = new Map([...heldUntil].filter(([, until]) => until > now())));

  const change = <T>(decide: (state: SlotState) => { state: SlotState; result: T }): Promise<T> =>
    tryAgain(async (tries) => {
      if (tries > 1) await sleep(random() * 5 * tries);
      const { state, version } = await store.read();
      const decided = decide(state);
      const from = now();
      await store.write(decided.state, version);
      leadMs = Math.min(LONGEST_LEAD_MS, Math.max(now() - from, leadMs * 0.8));
      notBefore = Math.max(notBefore, decided.state.notBefore);
      return decided.result;
    }, MOST_TRIES);

  /** One reservation at a time: what is wanted meanwhile goes into the next one, and this process never races itself. */
  async function reserveWaiting(): Promise<void> {
    if (isReserving) return;
    isReserving = true;
    while (waiting.length > 0) {
      await sleep(GATHER_MS);
      const batch = waiting;
      waiting = [];
      const wishes = batch.flatMap((one) => one.wishes);
      try {
        const turns = await change((state) => {
          const known = holdConversations(state, holds());
          const { state: next, turns: result } = reserve(known, { now: now() + leadMs, wishes, perSecond, gap });
          return { state: next, result };
        });
        let from = 0;
        for (const one of batch) one.settle(turns.slice(from, (from += one.wishes.length)));
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    }
    isReserving = false;
  }

  const wish = (wishes: readonly SlotWish[]): Promise<readonly Turn[]> =>
    new Promise((settle, fail) => {
      waiting.push({ wishes, settle, fail });
      void reserveWaiting();
    });

  return {
    reserve: (conversations) => wish(conversations.map((one) => ({ conversation: one && conversationKey(one) }))),
    untilOpen: (woken) => sleep(notBefore - now(), woken),
    async untilTurn(reference, first, latest) {
      const conversation = reference && conversationKey(reference);
      const held = () => (conversation && heldUntil.get(conversation)) || 0;
      let turn = first;
      for (;;) {
        const at = Math.max(turn.at, notBefore, held());
        if (at > latest) return at;
        await sleep(turn.at - now());
        if (!turn.isBusy && turn.at >= Math.max(notBefore, held()) && now() - turn.at <= LATE_MS) return undefined;
        // A conversation that is held is not free again because this slot was missed.
        const missed = turn.isBusy || held() > now() ? undefined : turn.at;
        [turn] = (await wish([{ conversation, missed }])) as [Turn];
      }
    },
    holdOff: (ms) => change((state) => ({ state: holdOff(state, now() + ms), result: undefined })),
    holdConversation(reference, ms) {
      const conversation = conversationKey(reference);
      const until = Math.max(now() + ms, heldUntil.get(conversation) ?? 0);
      heldUntil = new Map([...holds(), [conversation, until]]);
    },
  };
}
