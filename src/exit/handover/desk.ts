import type { Turn } from '../../actions/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { Cases } from '../case/cases.js';
import type { ExitCase } from '../case/exit-case.js';
import { viewerOf } from '../case/viewer.js';
import type { Decided } from './handover.js';
import { receivedBy } from './receivers.js';
import type { Seat } from './views.js';
import { personOf } from '../case/person-of.js';

/** Cases whose handover is no more, or not yet, anybody's matter. */
const SHOWN: ReadonlySet<ExitCase['status']> = new Set(['open', 'ended']);

export interface DeskParts {
  readonly cases: Pick<Cases, 'find' | 'list' | 'change'>;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
}

/** Finds cases by what a button says: always within the asker's own organisation, and only those that are the asker's to see. */
export function createDesk({ cases, directory }: DeskParts) {
  /** Whoever leads the case may confirm any part of it, so for a manager it is not looked for. */
  const receives = (exitCase: ExitCase, person: string, viewer?: Seat['viewer']): Seat['received'] =>
    viewer === 'chef' ? new Set() : receivedBy(exitCase, person, directory.inOrganisation(exitCase.organisation));
  const seatIn = (exitCase: ExitCase | undefined, person: Person): Seat | undefined => {
    if (!exitCase || !SHOWN.has(exitCase.status) || exitCase.organisation !== person.organisation) return undefined;
    const known = viewerOf(exitCase, person);
    const received = receives(exitCase, person.id, known);
    const viewer = known ?? (received.size > 0 ? 'mottagare' : undefined);
    return viewer && { exitCase, viewer, person: person.id, received };
  };
  return {
    seatIn,
    async seat(turn: Turn, id: string): Promise<Seat | undefined> {
      const person = personOf(turn);
      return seatIn(await cases.find(person.organisation, id), person);
    },

    /** The open cases in which the asker leaves, leads or was handed something over, newest first. */
    async *own(turn: Turn): AsyncIterable<Seat> {
      const person = personOf(turn);
      for await (const exitCase of cases.list(person.organisation)) {
        const seat = exitCase.status === 'open' ? seatIn(exitCase, person) : undefined;
        if (seat && (seat.viewer !== 'hr' || seat.received.size > 0)) yield seat;
      }
    },

    /** Decides anew on what is stored; `decide` is pure and may be called more than once. */
    async change(
      { exitCase: { organisation, id }, viewer, person }: Seat,
      decide: (exitCase: ExitCase) => Decided,
    ): Promise<Decided & { readonly seat: Seat }> {
      let decided: Decided | undefined;
      const exitCase = await cases.change(organisation, id, (stored) => {
        decided = decide(stored);
        return decided.exitCase;
      });
      return { ...decided!, seat: { exitCase, viewer, person, received: receives(exitCase, person, viewer) } };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
