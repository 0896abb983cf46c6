import type { ExitCase, Lead } from '../case/exit-case.js';
import { isAwaitedBy } from './wish.js';

export interface Booking {
  readonly start: Date;
  readonly minutes: number;
  readonly place: string;
}

export type Booked =
  | { readonly kind: 'booked'; readonly exitCase: ExitCase }
  /** The same was booked already: a press that came twice. */
  | { readonly kind: 'already' }
  /** Somebody else booked since the form was made. */
  | { readonly kind: 'conflict' }
  /** The case or the conversation is over. */
  | { readonly kind: 'over' };

/** Books for one side, or moves what was booked. `seen` is what the form was made from: how many bookings there were. */
export function booked(
  exitCase: ExitCase,
  { start, minutes, place }: Booking,
  { seen, by }: { readonly seen: number; readonly by: Lead },
): Booked {
  const { talk } = exitCase;
  if (!isAwaitedBy(exitCase, by)) return { kind: 'over' };
  const isSame = talk.bookedFor?.getTime() === start.getTime() && talk.minutes === minutes && talk.place === place;
  if (isSame) return { kind: 'already' };
  const bookings = talk.bookings ?? 0;
  if (bookings !== seen) return { kind: 'conflict' };
  const changed = { ...talk, bookedFor: start, minutes, place, bookings: bookings + 1 };
  return { kind: 'booked', exitCase: { ...exitCase, talk: changed } };
}
