import type { Turn } from '../../actions/index.js';
import type { Person } from '../../people/index.js';
import type { ExitCase, Lead } from '../case/exit-case.js';
import { type Holders, sidesOf } from '../case/slots.js';
import type { TalkParts } from './parts.js';
import { personOf } from '../case/person-of.js';

/** A case as the employee, or whoever leads the conversation, sees it. */
export interface Seat {
  readonly exitCase: ExitCase;
  readonly person: Person;
  readonly as: Lead | 'medarbetare';
}
export type LeadSeat = Seat & { readonly as: Lead };

/** What a person is in a case's conversation; nobody leads their own. HR may lead any of its board, since the leaver may choose so. */
export function roleIn(exitCase: ExitCase, person: string, holders: Holders): Seat['as'] | undefined {
  const sides = sidesOf(exitCase, person, holders);
  if (sides.includes('medarbetare')) return 'medarbetare';
  if (sides.includes('chef')) return 'chef';
  return sides.includes('hr') ? 'hr' : undefined;
}

/** Finds cases by what a button says: only within the asker's own organisation, and only for those who take part. */
export function createDesk({ cases, holdersOf }: Pick<TalkParts, 'cases' | 'holdersOf'>) {
  async function seat(turn: Turn, id: string): Promise<Seat | undefined> {
    const person = personOf(turn);
    const exitCase = await cases.find(person.organisation, id);
    const as = exitCase && roleIn(exitCase, person.id, holdersOf(exitCase));
    return exitCase && as && exitCase.status !== 'draft' ? { exitCase, person, as } : undefined;
  }
  return {
    /** Of the employee alone. */
    async own(turn: Turn, id: string): Promise<Seat | undefined> {
      const found = await seat(turn, id);
      return found?.as === 'medarbetare' ? found : undefined;
    },
    /** Of the manager and HR. */
    async lead(turn: Turn, id: string): Promise<LeadSeat | undefined> {
      const found = await seat(turn, id);
      return found && isLead(found) ? found : undefined;
    },
    any: seat,
    /** The open cases whose conversation the person leads; HR's are those in which HR is wished for. Newest first. */
    async mine(turn: Turn): Promise<readonly LeadSeat[]> {
      const person = personOf(turn);
      const found: LeadSeat[] = [];
      for await (const exitCase of cases.list(person.organisation)) {
        const as = roleIn(exitCase, person.id, holdersOf(exitCase));
        const isTheirs = as === 'chef' || (as === 'hr' && exitCase.talk.withHr === true);
        if (exitCase.status === 'open' && isTheirs) found.push({ exitCase, person, as });
      }
      return found;
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

function isLead(seat: Seat): seat is LeadSeat {
  return seat.as !== 'medarbetare';
}
