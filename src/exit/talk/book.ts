import type { ExitCase } from '../case/exit-case.js';
import { isAwaited } from './wish.js';

export interface Booking {
  readonly start: Date;
  readonly minutes: number;
  readonly place: string;
}

/** What a form was made from: how many bookings there were. */
export type Booked =
  | { readonly kind: 'booked'; readonly exitCase: ExitCase }
  /** The same was booked already: a press that came twice. */
  | { readonly kind: 'already' }
  /** Somebody else booked since the form was made. */
  | { readonly kind: 'conflict' }
  /** The case or the conversation is over. */
  | { readonly kind: 'over' };

/** Books, or moves what was booked. */
export function booked(exitCase: ExitCase, { start, minutes, place }: Booking, seen: number): Booked {
  const { talk } = exitCase;
  if (!isAwaited(exitCase)) return { kind: 'over' };
  const isSame = talk.bookedFor?.getTime() === start.getTime() && talk.minutes === minutes && talk.place === place;
  if (isSame) return { kind: 'already' };
  const bookings = talk.bookings ?? 0;
  if (bookings !== seen) return { kind: 'conflict' };
  const changed = { ...talk, bookedFor: start, minutes, place, bookings: bookings + 1 };
  return { kind: 'booked', exitCase: { ...exitCase, talk: changed } };
}
