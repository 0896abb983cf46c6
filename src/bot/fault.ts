import { randomInt } from 'node:crypto';
import { isPassing, messageOf } from '../errors.js';

/** One error for two that came together, so that the log holds both: the first is the cause, the message names the other. */
export function bothFailed(first: unknown, what: string, second: unknown): Error {
  return new Error(`${messageOf(first)} (${what}: ${messageOf(second)})`, { cause: first });
}

/** Letters and figures that nobody mixes up when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number for a fault that a person can read to HR and an operator can find in the log: "K7QF-2M9D". */
export function faultReference(random: (max: number) => number = randomInt): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[random(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The user got the answer, but the conversation could not be kept: the next question will not be understood as a follow-up. */
export class NotKept extends Error {
  constructor(cause: unknown) {
    super('The answer was sent, but the conversation could not be kept.', { cause });
    this.name = 'NotKept';
  }
}

/** Whether storage was the reason: it did not answer, answered too late, or others kept writing first. Pressing again helps. */
export function isStorageFault(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (isPassing(cause)) return true;
  return false;
}
