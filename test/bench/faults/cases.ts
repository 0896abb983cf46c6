import type { ExitCase } from '../../../src/exit/index.js';
import type { Person } from '../../../src/people/index.js';
import { managers } from '../support/staff.js';

/** A Tuesday at half past nine in Stockholm: unasked messages go out, too. */
export const NOW = new Date('2026-11-10T08:30:00Z');
export const TERTIAL = '2026-3';

/** Who gets the questions. */
export const HR: Person = {
  ...managers(1, 1)[0]!,
  id: 'd0000000-0000-4000-8000-00000000ffff',
  name: 'Ingrid Falkmarker',
  email: 'ingrid@ubara.example',
  unit: 'HR',
  function: 'HR-konsult',
  roles: ['hr'],
};

/** An open case, as it stands when both sides have their cards. */
export function caseOf({ id, organisation }: Person, manager: Person): ExitCase {
  return {
    ...{ organisation, id: `case-${id.slice(-4)}`, employee: id, manager: manager.id, startedBy: manager.id },
    ...{ kind: 'egen uppsägning', traits: ['konto', 'kontor', 'sex månader'], status: 'open' },
    ...{ notice: '2026-09-01', lastWorkingDay: '2026-11-27', lastDay: '2026-11-30', opened: '2026-09-02' },
    ...{ ticks: {}, handover: [], talk: {} },
    ...{ createdAt: new Date('2026-09-02T07:00:00Z'), sentAt: new Date('2026-09-02T07:05:00Z') },
  };
}
