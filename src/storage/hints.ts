import { z } from 'zod';
import type { HintQueue, TakenHint } from '../broadcast/index.js';
import { type Clock, systemClock } from '../calendar/index.js';
import { deliverySchema } from './deliveries.js';
import type { TakenMessage } from './queue.js';
import type { Storage } from './table.js';

const hintSchema = z.object({
  row: deliverySchema.omit({ kind: true }),
  version: z.string(),
  /** When it could be taken first; older versions of the bot did not say. */
  dueAt: z.coerce.date().optional(),
});
const dueSchema = hintSchema.pick({ dueAt: true });
/** Azure gives no more at once, oldest first as a rule. */
const MOST_PEEKED = 32;

interface Taken extends TakenHint {
  readonly message: TakenMessage;
}

/** The queue of hints, and for operation: how long the oldest has waited that could be taken. */
export interface WatchedHints extends HintQueue {
  /** In seconds; undefined when none waits. One that a worker left in the middle counts from when it was due first. */
  age(now: Date): Promise<number | undefined>;
}

/** The queue of hints. A message that is none is moved to `deliveries-unreadable`, which should be empty, and `onUnreadable` is told. */
export function openHints(storage: Storage, onUnreadable: () => void, clock: Clock = systemClock): WatchedHints {
  const queue = storage.queue('deliveries');
  const unreadable = storage.queue('deliveries-unreadable');

  async function read(message: TakenMessage): Promise<Taken[]> {
    const parsed = hintSchema.safeParse(parseJson(message.text));
    if (parsed.success) return [{ hint: parsed.data, takenTimes: message.takenTimes, message }];
    await unreadable.put(message.text);
    await queue.remove(message);
    onUnreadable();
    return [];
  }

  return {
    put: (hint, delayMs = 0) =>
      queue.put(JSON.stringify({ ...hint, dueAt: new Date(clock().getTime() + delayMs) }), delayMs),
    take: async (max, hideMs) => (await Promise.all((await queue.take(max, hideMs)).map(read))).flat(),
    done: (taken) => queue.remove((taken as Taken).message),
    size: () => queue.size(),
    async age(now) {
      const waiting = await queue.peek(MOST_PEEKED);
      if (waiting.length === 0) return undefined;
      const dueAt = waiting.map(({ text, putAt }) => dueSchema.safeParse(parseJson(text)).data?.dueAt ?? putAt);
      return Math.max(0, now.getTime() - Math.min(...dueAt.map((due) => due.getTime()))) / 1000;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Said by the schema: it is no object.
    return undefined;
  }
}
