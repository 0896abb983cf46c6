import { createHash } from 'node:crypto';
import { addWorkingDays, type IsoDate } from '../../calendar/index.js';
import { isPressing } from './due-for.js';

/** What is overdue and unchanged is told again on the third working day, not earlier: nobody is nagged daily. */
export const REPEAT_AFTER = 3;

/** A person's latest reminder: its day, and codes of what it told of. */
export interface Told {
  readonly day: IsoDate;
  readonly codes: string;
}

/**
 * Whether somebody is reminded of this today:
 *   something is there that the latest reminder did not tell of, or has become overdue or urgent since, or
 *   something is overdue and the latest reminder is three working days old.
 */
export function isTimeToRemind(keys: readonly string[], told: Told | undefined, today: IsoDate): boolean {
  if (keys.length === 0) return false;
  if (told === undefined) return true;
  if (told.day >= today) return false;
  if (hasNews(keys, told.codes)) return true;
  return keys.some(isPressing) && addWorkingDays(told.day, REPEAT_AFTER) <= today;
}

/** The working days before today whose reminder may stand in the way of one today, newest first. */
export function daysBefore(today: IsoDate): readonly IsoDate[] {
  return Array.from({ length: REPEAT_AFTER }, (_, n) => addWorkingDays(today, -1 - n));
}

const CODE_LENGTH = 5;
/** So many fit for each of HR beside the others' in what a broadcast keeps. */
const MOST_CODES = 300;

/** What a reminder told of, as short as it can be: five letters an item, of its hash. */
export function codesOf(keys: readonly string[]): string {
  return keys.slice(0, MOST_CODES).map(codeOf).join('');
}

function hasNews(keys: readonly string[], codes: string): boolean {
  // More was told than is known of: what is new among so much waits for the third day.
  if (codes.length >= MOST_CODES * CODE_LENGTH) return false;
  const known = new Set(
    Array.from({ length: codes.length / CODE_LENGTH }, (_, n) => codes.slice(n * CODE_LENGTH, (n + 1) * CODE_LENGTH)),
  );
  return keys.some((key) => !known.has(codeOf(key)));
}

function codeOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, CODE_LENGTH);
}
