import { AppError } from '../errors.js';
import { inTime } from './in-time.js';

/** In milliseconds from the moment a press comes in. */
export interface PressBudget {
  /** For what it does, reading the conversation included. */
  readonly work: number;
  /** For all of it: what is sent and remembered afterwards as well. */
  readonly whole: number;
}

/** Teams waits 15 s for the answer to a press and then says that the app cannot be reached: two are left for the answer's way. */
export const PRESS_BUDGET: PressBudget = { work: 9000, whole: 13_000 };

/**
 * What the work of a press gives, when it gives it within `ms`. Otherwise throws `storage_unavailable`: nothing else in a turn takes so
 * long. The work goes on, and `late` gets its failure, should it fail.
 */
export function pressInTime<T>(ms: number, work: Promise<T>, late: (error: unknown) => void): Promise<T> {
  return inTime(work, ms, () => {
    work.catch(late);
    return new AppError('storage_unavailable', `A press was not done after ${ms} ms; its work goes on.`);
  });
}
