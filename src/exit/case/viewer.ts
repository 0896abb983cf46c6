import { decide, type Person } from '../../people/index.js';
import type { ExitCase } from './exit-case.js';

/** As whom somebody looks at a case: the leaver, the manager who leads it, or HR of the board. */
export type Viewer = 'medarbetare' | 'chef' | 'hr';

/** Nothing of a case reaches the leaver before it is open, or after it was taken back. */
const SEEN_BY_LEAVER: ReadonlySet<ExitCase['status']> = new Set(['open', 'ended']);

/**
 * As whom the person may see what is told of a whole case (domain page P9); undefined for everybody else, also for whoever holds a
 * function in it and for a manager whose role has ended.
 */
export function viewerOf(
  { organisation, employee, manager, status }: Pick<ExitCase, 'organisation' | 'employee' | 'manager' | 'status'>,
  person: Person,
): Viewer | undefined {
  if (person.organisation !== organisation) return undefined;
  const asker = { kind: 'person', id: person.id, person } as const;
  if (person.id === employee) return SEEN_BY_LEAVER.has(status) ? 'medarbetare' : undefined;
  if (person.id === manager && decide(asker, 'exit.lead').allowed) return 'chef';
  return decide(asker, 'exit.handle').allowed ? 'hr' : undefined;
}
