import { z } from 'zod';
import { FOLLOW_UPS, type FollowUp } from './calendar/index.js';

/** What is set for each follow-up of a year. */
type Each<T> = Readonly<Record<FollowUp, T>>;

/** Reads "T1=…,T2=…,VB=…", each once, in any order; undefined when it is written otherwise or a value cannot be read. */
function readEach<T>(list: string, read: (value: string) => T | undefined): Each<T> | undefined {
  const pairs = list.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const names = pairs.map(([name]) => name).sort();
  if (pairs.some((pair) => pair.length !== 2) || names.join() !== FOLLOW_UPS.join()) return undefined;
  const values = pairs.map(([name, value = '']) => [name, read(value)] as const);
  return values.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(values) as Each<T>);
}

const each = <T>(read: (value: string) => T | undefined, isInOrder: (values: Each<T>) => boolean, wrong: string) =>
  z.string().transform((list, { addIssue }): Each<T> => {
    const values = readEach(list, read);
    if (values && isInOrder(values)) return values;
    addIssue({ code: z.ZodIssueCode.custom, message: wrong });
    return z.NEVER;
  });

/** A day that every year has. */
function readDay(text: string): string | undefined {
  const day = new Date(`2025-${text}T00:00:00Z`);
  return /^\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === text
    ? text
    : undefined;
}

function readMonth(text: string): number | undefined {
  return /^(?:[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined;
}

/** The last day to answer of each follow-up, MM-DD; that of VB lies in the year after, before T1's. */
export const DEADLINES = each(
  readDay,
  ({ T1, T2, VB }) => VB < T1 && T1 < T2,
  "must be a day of each follow-up, the year after's for VB, in order (T1=04-30,T2=08-31,VB=01-31)",
);

/** The month from which on each follow-up is the one that is proposed; VB until the next year's T1. */
export const MONTHS = each(
  readMonth,
  ({ T1, T2, VB }) => T1 < T2 && T2 < VB,
  'must be the first month of each follow-up, 1 to 12, in order (T1=3,T2=6,VB=10)',
);
