import { AppError } from '../errors.js';
import { inTime } from './in-time.js';

/**
 * Teams waits 15 s for the answer to a press and then says that the app cannot be reached. What follows the work, sending and
 * remembering, takes up to 5 s more where storage is slow (CALL_DEADLINE_MS).
 */
export const PRESS_DEADLINE_MS = 9000;

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
