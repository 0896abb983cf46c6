import { type IsoDate, stockholmDate } from '../../calendar/index.js';
import { SURVEY } from '../case/subjects.js';
import type { ExitCase } from '../case/exit-case.js';
import type { Invitation } from './invitations.js';
import { isAsked, type OfferParts } from './offer.js';
import { lastDayOf, tertialKey } from './tertial.js';

export type SweepParts = Pick<OfferParts, 'cases' | 'invitations' | 'liveCards'>;

/**
 * Closes and takes back invitations that a lost job has left: nightly, so that who got the survey is not known for longer than it is
 * open (domain page 4.3). As often as one likes.
 */
export async function sweepInvitations(
  { cases, invitations, liveCards }: SweepParts,
  organisation: string,
  now: Date,
): Promise<void> {
  for await (const invitation of invitations.open(organisation)) {
    const exitCase = await cases.find(organisation, invitation.case);
    const what = whatWith(invitation, exitCase, stockholmDate(now));
    if (what === 'keep') continue;
    await invitations[what](organisation, invitation.tertial, invitation.person);
    await liveCards.changed({ organisation, kind: SURVEY, id: invitation.case });
  }
}

/** Of a case that is gone, the tertial says when its survey was over at the latest. */
function whatWith(
  { tertial }: Invitation,
  exitCase: ExitCase | undefined,
  today: IsoDate,
): 'keep' | 'close' | 'takeBack' {
  if (!exitCase) return today > lastDayOf(tertial) ? 'close' : 'keep';
  // The dates have moved by more than a tertial, or nobody leaves.
  if (!isAsked(exitCase) || tertialKey(exitCase.lastWorkingDay) !== tertial) return 'takeBack';
  return today > exitCase.lastWorkingDay ? 'close' : 'keep';
}
