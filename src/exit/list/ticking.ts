import type { Turn } from '../../actions/index.js';
import type { ExitParts } from '../parts.js';
import { type Desk, isOwn, findPart, personOf, type Seat } from './desk.js';
import type { Ref } from './forms.js';
import type { Part } from './part.js';
import { type Said, type Ticked, tickPart, type TickState } from './tick.js';

/** What came of a press, and the case and part as they stand now. */
export type Outcome =
  | { readonly kind: Ticked['kind']; readonly seat: Seat; readonly part: Part }
  /** No case, item or side of the person. */
  | { readonly kind: 'not-yours'; readonly seat: Seat | undefined };

export interface Wanted {
  readonly said: Said & { readonly state: TickState };
  /** The version that the card was made from. */
  readonly seen: string;
}

export type Ticking = (turn: Turn, ref: Ref, wanted: Wanted) => Promise<Outcome>;

/** Ticks a part for whoever acts. Side and item are looked for in the case as it is when it is written, not when it was shown. */
export function createTicking({ cases }: Pick<ExitParts, 'cases'>, desk: Desk): Ticking {
  return async (turn, ref, { said, seen }) => {
    const person = personOf(turn);
    const { now: at } = turn;
    const before = await desk.seat(person, ref.exit, at);
    if (!before || !ownPart(before, ref)) return { kind: 'not-yours', seat: before };
    let kind: Outcome['kind'] = 'not-yours';
    const exitCase = await cases.change(person.organisation, ref.exit, (current) => {
      const seat = desk.seatIn(current, person, at);
      const part = seat && ownPart(seat, ref);
      const ticked = part && tickPart(current, part, { said, seen, at });
      kind = ticked?.kind ?? 'not-yours';
      return ticked?.kind === 'saved' ? ticked.exitCase : undefined;
    });
    const seat = desk.seatIn(exitCase, person, at);
    const part = seat && ownPart(seat, ref);
    return seat && part && kind !== 'not-yours' ? { kind, seat, part } : { kind: 'not-yours', seat };
  };
}

function ownPart(seat: Seat, ref: Ref): Part | undefined {
  const part = findPart(seat, ref);
  return part && isOwn(seat, part) ? part : undefined;
}
