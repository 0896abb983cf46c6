import type { PeopleDirectory } from '../../people/index.js';
import type { CaseItem } from '../case/slots.js';
import type { ExitCase } from '../case/exit-case.js';
import { outcomeOf } from '../talk/record.js';

export type TalkState = 'held' | 'declined' | 'notHeld' | 'booked' | 'none';

/** How one case stands, as HR's list says it. */
export interface CaseStanding {
  readonly done: number;
  readonly all: number;
  readonly overdue: number;
  readonly contradicted: number;
  readonly talk: TalkState;
}

/** Counts of a case's list; what is due today is not overdue. Pure. */
export function standingOf(
  { talk }: Pick<ExitCase, 'talk'>,
  items: readonly Pick<CaseItem, 'standing' | 'due'>[],
  today: string,
): CaseStanding {
  const count = (is: (item: Pick<CaseItem, 'standing' | 'due'>) => boolean) => items.filter(is).length;
  return {
    done: count(({ standing }) => standing === 'done'),
    all: items.length,
    overdue: count(({ standing, due }) => standing !== 'done' && due < today),
    contradicted: count(({ standing }) => standing === 'contradicted'),
    talk: outcomeOf(talk) ?? (talk.bookedFor ? 'booked' : 'none'),
  };
}

/** The leaver's department; once the directory has the leaver no more, the manager's; '' when it has neither. */
export function departmentOf(
  { employee, manager }: Pick<ExitCase, 'employee' | 'manager'>,
  directory: Pick<PeopleDirectory, 'find'>,
): string {
  return (directory.find(employee) ?? directory.find(manager))?.department ?? '';
}
