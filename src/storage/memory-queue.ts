import { systemClock } from '../calendar/index.js';
import type { Queue } from './queue.js';

interface Entry {
  readonly text: string;
  readonly putAt: number;
  readonly visibleAt: number;
  readonly takenTimes: number;
  readonly popReceipt: string;
}

/** A queue in this process's memory, beside the tables of memory-storage.ts. */
export function openMemoryQueue(count: () => void): Queue {
  let made = 0;
  const messages = new Map<string, Entry>();
  const now = () => systemClock().getTime();
  const held = ({ id, popReceipt }: { id: string; popReceipt: string }) => {
    const entry = messages.get(id);
    return entry?.popReceipt === popReceipt ? entry : undefined;
  };
  return {
    async put(text, delayMs = 0) {
      count();
      messages.set(`${++made}`, { text, putAt: now(), visibleAt: now() + delayMs, takenTimes: 0, popReceipt: '' });
    },
    async take(max, hideMs) {
      count();
      const visible = [...messages].filter(([, entry]) => entry.visibleAt <= now()).slice(0, max);
      return visible.map(([id, entry]) => {
        const taken = {
          ...entry,
          visibleAt: now() + hideMs,
          takenTimes: entry.takenTimes + 1,
          popReceipt: `${++made}`,
        };
        messages.set(id, taken);
        return { text: taken.text, takenTimes: taken.takenTimes, receipt: { id, popReceipt: taken.popReceipt } };
      });
    },
    async peek(max) {
      count();
      const visible = [...messages.values()].filter(({ visibleAt }) => visibleAt <= now()).slice(0, max);
      return visible.map(({ text, putAt }) => ({ text, putAt: new Date(putAt) }));
    },
    async remove({ receipt }) {
      count();
      if (held(receipt)) messages.delete(receipt.id);
    },
    async replace({ receipt }, text, delayMs) {
      count();
      const entry = held(receipt);
      if (!entry) return false;
      messages.set(receipt.id, { ...entry, text, visibleAt: now() + delayMs, popReceipt: `${++made}` });
      return true;
    },
    async size() {
      count();
      return messages.size;
    },
  };
}
