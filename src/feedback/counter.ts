import type { AnsweredQuestion } from '../ask/index.js';
import { stockholmDate } from '../calendar/index.js';
import type { QuestionCount, QuestionCountStore } from './feedback-store.js';

export interface QuestionCounter {
  /** Counts in memory: no storage call. */
  readonly count: (answered: AnsweredQuestion) => void;
  /** Writes what changed since the last time. Rejects when storage fails; nothing is lost then, the next flush writes it. */
  readonly flush: () => Promise<void>;
}

/**
 * Counts answered questions in memory, to be flushed every some seconds and at the end. What is counted since the last flush
 * is lost when the process is killed. `run` is unique to this process: several may count side by side.
 */
export function createQuestionCounter(store: QuestionCountStore, run: string): QuestionCounter {
  const totals = new Map<string, QuestionCount>();
  const unwritten = new Set<string>();
  let flushing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const keys = [...unwritten];
    if (keys.length === 0) return;
    unwritten.clear();
    try {
      await store.save(keys.map((key) => totals.get(key)!));
    } catch (error) {
      for (const key of keys) unwritten.add(key);
      throw error;
    }
    forgetEarlierDays();
  }

  /** Nothing is added to a day that is over, so what is written of it need not be kept. */
  function forgetEarlierDays(): void {
    const today = [...totals.values()]
      .map(({ day }) => day)
      .sort()
      .at(-1);
    for (const [key, { day }] of totals) if (day !== today && !unwritten.has(key)) totals.delete(key);
  }

  return {
    count: ({ organisation, at, kind, subject }) => {
      const day = stockholmDate(at);
      const key = [organisation, day, kind, subject].join('\n');
      const count = (totals.get(key)?.count ?? 0) + 1;
      totals.set(key, { organisation, day, kind, subject, run, count });
      unwritten.add(key);
    },
    flush: () => {
      // One after the other: an older total must not be written over a newer one.
      flushing = flushing.catch(() => undefined).then(write);
      return flushing;
    },
  };
}
