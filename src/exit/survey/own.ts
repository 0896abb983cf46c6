import type { Command, Turn } from '../../actions/index.js';
import { nextCivilMoment, stockholmDate } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { isAsked, offerDue } from './offer.js';
import type { SurveyParts } from './parts.js';
import { createSeat } from './seat.js';
import { surveyTexts } from './texts.js';

/**
 * "avgångsenkät", by somebody who may not read what others answered: how it stands with the own one. The card itself is not sent
 * again: it holds the random number that makes one answer of it, which nobody keeps.
 */
export function createOwn(
  { cases, invitations }: Pick<SurveyParts, 'cases' | 'invitations'>,
  before: Command['before'],
): Command {
  const seat = createSeat({ cases, invitations });

  /** The newest case of the person that tells them anything. */
  async function caseOf({ id, organisation }: Person): Promise<ExitCase | undefined> {
    for await (const one of cases.list(organisation, id))
      if (one.employee === id && (one.status === 'open' || one.status === 'ended')) return one;
    return undefined;
  }

  async function textFor(turn: Turn): Promise<string> {
    const texts = surveyTexts[turn.locale];
    const exitCase = turn.asker.kind === 'person' ? await caseOf(turn.asker.person) : undefined;
    if (!exitCase) return texts.mineNone;
    if (!isAsked(exitCase)) return texts.mineNotAsked;
    const { kind } = await seat(turn, exitCase.id);
    if (kind === 'open') return texts.mineOpen(exitCase.lastWorkingDay);
    if (stockholmDate(turn.now) > exitCase.lastWorkingDay) return texts.closed;
    const due = offerDue(exitCase);
    return texts.mineComing(stockholmDate(nextCivilMoment(due > turn.now ? due : turn.now)));
  }

  return {
    id: 'exit.survey',
    phrases: [
      ...['avgångsenkät', 'avgångsenkäten', 'min avgångsenkät', 'min enkät'],
      ...['exit survey', 'my exit survey', 'my survey'],
    ],
    allow: 'exit.answer',
    isAnonymous: true,
    ...(before && { before }),
    async handle(turn) {
      const texts = surveyTexts[turn.locale];
      const text = turn.conversation === 'personal' ? await textFor(turn) : texts.onlyInPersonalChat;
      return { post: [{ text }], outcome: 'survey' };
    },
  };
}
