import { z } from 'zod';
import type { HintQueue, TakenHint } from '../broadcast/index.js';
import { deliverySchema } from './deliveries.js';
import type { TakenMessage } from './queue.js';
import type { Storage } from './table.js';

const hintSchema = z.object({ row: deliverySchema.omit({ kind: true }), version: z.string() });

interface Taken extends TakenHint {
  readonly message: TakenMessage;
}

/** The queue of hints. A message that is none is moved to `deliveries-unreadable`, which should be empty, and `onUnreadable` is told. */
export function openHints(storage: Storage, onUnreadable: () => void): HintQueue {
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
    put: (hint, delayMs) => queue.put(JSON.stringify(hint), delayMs),
    take: async (max, hideMs) => (await Promise.all((await queue.take(max, hideMs)).map(read))).flat(),
    done: (taken) => queue.remove((taken as Taken).message),
    size: () => queue.size(),
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
