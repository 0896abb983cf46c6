import { isWorkingDay, nextWorkingDay, previousWorkingDay } from '../../calendar/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import type { Said } from './handover.js';

/** The longest that a part's text and receiver may be, in characters; as ExitCase keeps them. */
export const LONGEST = 200;

export type Fault =
  | { readonly kind: 'what-missing' | 'to-missing' | 'by-missing' | 'what-too-long' | 'to-too-long' | 'by-unreadable' }
  | { readonly kind: 'by-past' }
  | { readonly kind: 'by-after-last'; readonly last: string }
  | { readonly kind: 'by-not-working'; readonly near: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What is wrong with what was written of a part. Its day is a working day, not past and not after the last working day; a day that
 * stands already may be past.
 */
export function faultsOf(
  { what, to, by }: Said,
  { lastWorkingDay }: Pick<ExitCase, 'lastWorkingDay'>,
  today: string,
  before?: Handover,
): Fault[] {
  const texts: Fault[] = [];
  if (what === '') texts.push({ kind: 'what-missing' });
  if (what.length > LONGEST) texts.push({ kind: 'what-too-long' });
  if (to === '') texts.push({ kind: 'to-missing' });
  if (to.length > LONGEST) texts.push({ kind: 'to-too-long' });
  const day = by === before?.by ? undefined : faultOfDay(by, lastWorkingDay, today);
  return day ? [...texts, day] : texts;
}

function faultOfDay(by: string, last: string, today: string): Fault | undefined {
  if (by === '') return { kind: 'by-missing' };
  if (!isDay(by)) return { kind: 'by-unreadable' };
  if (by > last) return { kind: 'by-after-last', last };
  if (by < today) return { kind: 'by-past' };
  if (isWorkingDay(by)) return undefined;
  const earlier = previousWorkingDay(by);
  return { kind: 'by-not-working', near: earlier >= today ? earlier : nextWorkingDay(by) };
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T12:00:00Z`);
  return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
