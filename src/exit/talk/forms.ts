import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import { WISHES } from './wish.js';

const caseShape = { case: z.string().min(1).max(300) };
/** More than the inputs let through comes from no client of ours, but is told and not lost. */
const typed = (most: number) => z.string().max(most).default('');

export const caseSchema = z.object(caseShape).strict();
export const wishSchema = z.object({ ...caseShape, wish: z.enum(WISHES) }).strict();
const bookingShape = { date: typed(40), time: typed(40), minutes: typed(10), place: typed(2000) };
/** `seen` is how many bookings there were when the form was made; `shown` what its writer was asked about before. */
export const bookSchema = z
  .object({ ...caseShape, ...bookingShape, seen: z.number().int().min(0), shown: typed(LONGEST_SHOWN) })
  .strict();
/** `seen` is when the outcome was last recorded; `themes` the chosen codes, with commas between. */
export const recordSchema = z
  .object({ ...caseShape, outcome: typed(20), themes: typed(400), seen: z.string().max(40) })
  .strict();

export type TypedBooking = Pick<z.infer<typeof bookSchema>, keyof typeof bookingShape>;
export type TypedRecord = Pick<z.infer<typeof recordSchema>, 'outcome' | 'themes'>;
