import { stockholmDate } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { type CaseItem, caseItems, sidesOf } from '../case/slots.js';
import type { Owner } from '../checklist/item.js';
import type { ExitParts } from '../parts.js';
import type { Ref } from './forms.js';
import { ownParts, type Part, partsOf } from './part.js';

export { personOf } from '../case/person-of.js';

/** A case as one person sees it. */
export interface Seat {
  readonly exitCase: ExitCase;
  readonly person: Pick<Person, 'id' | 'organisation'>;
  /** At least one. */
  readonly sides: readonly Owner[];
  readonly items: readonly CaseItem[];
  /** Of all owners. */
  readonly parts: readonly Part[];
  /** Of the person, to tick. */
  readonly own: readonly Part[];
}

/** These see what all owners have to do, not only their own: who leads the case, and HR. */
const OVERSEERS: readonly Owner[] = ['chef', 'överordnad', 'hr'];

export function overseesAll(sides: readonly Owner[]): boolean {
  return sides.some((side) => OVERSEERS.includes(side));
}

export type DeskParts = Pick<ExitParts, 'cases' | 'checklist' | 'holdersOf'>;

/** Finds cases and parts by what a button says: always within the person's own organisation, and only where they have a side. */
export function createDesk({ cases, checklist, holdersOf }: DeskParts) {
  /** What the person sees of a case at a moment; undefined for somebody who has no side in it, or while it is a draft. */
  function seatIn(exitCase: ExitCase, person: Seat['person'], now: Date): Seat | undefined {
    const holders = holdersOf(exitCase);
    const sides = sidesOf(exitCase, person.id, holders);
    if (sides.length === 0 || exitCase.status === 'draft') return undefined;
    const items = caseItems(exitCase, checklist(), holders);
    const parts = partsOf(items, { today: stockholmDate(now), lastDay: exitCase.lastDay });
    return { exitCase, person, sides, items, parts, own: ownParts(parts, sides) };
  }

  return {
    seatIn,

    async seat(person: Seat['person'], id: string, now: Date): Promise<Seat | undefined> {
      const exitCase = await cases.find(person.organisation, id);
      return exitCase && seatIn(exitCase, person, now);
    },

    /** The open cases in which the person has a side, also those whose function the person holds; who leaves first comes first. */
    async open(person: Seat['person'], now: Date): Promise<readonly Seat[]> {
      const seats: Seat[] = [];
      for await (const exitCase of cases.list(person.organisation)) {
        const seat = exitCase.status === 'open' ? seatIn(exitCase, person, now) : undefined;
        if (seat && seat.own.length > 0) seats.push(seat);
      }
      const lastDayOf = ({ exitCase }: Seat) => exitCase.lastWorkingDay;
      return seats.sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : lastDayOf(a) > lastDayOf(b) ? 1 : 0));
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** A part that a button names, of those that the person may see; undefined for one of another list or side. */
export function findPart({ own, parts, sides }: Seat, ref: Pick<Ref, 'item' | 'owner'>): Part | undefined {
  const visible = overseesAll(sides) ? parts : own;
  return visible.find(({ item, owner }) => item.id === ref.item && owner === ref.owner);
}

/** A list that was withdrawn or recalled says so, and no more. */
export function isReadable({ exitCase: { status } }: Seat): boolean {
  return status === 'open' || status === 'ended';
}

export function isOwn({ own }: Seat, part: Part): boolean {
  return own.some(({ item, owner }) => item.id === part.item.id && owner === part.owner);
}
