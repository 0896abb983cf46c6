import type { Subject } from '../../broadcast/index.js';
import type { ExitCase } from './exit-case.js';

/** The kinds of live cards about a case; each has a composer of its name. */
export const CHECKLIST = 'exit.checklist';

/** A case as what cards are about. */
export function subjectOfCase({ organisation, id }: Pick<ExitCase, 'organisation' | 'id'>, kind = CHECKLIST): Subject {
  return { organisation, kind, id };
}
