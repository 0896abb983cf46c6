import type { Turn } from '../../actions/index.js';
import { stockholmDate } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { isAsked } from './offer.js';
import type { SurveyParts } from './parts.js';
import { tertialKey } from './tertial.js';

/** The asker's own survey, as it stands now. `none`: it is somebody else's, or there is none. */
export type Seat =
  | {
      readonly kind: 'open' | 'closed';
      readonly exitCase: ExitCase;
      readonly tertial: string;
      readonly department: string;
    }
  | { readonly kind: 'none' };

/** Finds the survey by what a button says: only in the asker's organisation, and only where the asker is who leaves. */
export function createSeat({ cases, invitations }: Pick<SurveyParts, 'cases' | 'invitations'>) {
  return async ({ asker, now }: Turn, id: string): Promise<Seat> => {
    if (asker.kind !== 'person') return { kind: 'none' };
    const { organisation, department } = asker.person;
    const exitCase = await cases.find(organisation, id);
    if (!exitCase || exitCase.employee !== asker.person.id || !isAsked(exitCase)) return { kind: 'none' };
    const tertial = tertialKey(exitCase.lastWorkingDay);
    const isOver = stockholmDate(now) > exitCase.lastWorkingDay;
    const invitation = isOver ? undefined : await invitations.find(organisation, tertial, asker.person.id);
    // The department of the invitation is the one that was counted.
    return {
      kind: invitation ? 'open' : 'closed',
      ...{ exitCase, tertial, department: invitation?.department ?? department },
    };
  };
}
