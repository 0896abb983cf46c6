import { AppError } from '../errors.js';

/**
 * Teams waits 15 s for the answer to a press and then says that the app cannot be reached. What follows the work, sending and
 * remembering, takes up to 5 s more where storage is slow (CALL_DEADLINE_MS).
 */
export const PRESS_DEADLINE_MS = 9000;

/**
 * What `work` gives, when it gives it within `ms`. Otherwise throws `storage_unavailable`: nothing else in a turn takes so long. The work
 * goes on, and `late` gets its failure, should it fail.
 */
export async function inTime<T>(ms: number, work: Promise<T>, late: (error: unknown) => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      work.catch(late);
      reject(new AppError('storage_unavailable', `A press was not done after ${ms} ms; its work goes on.`));
    }, ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
