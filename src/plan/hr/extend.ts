import type { Reply, Turn } from '../../actions/index.js';
import { LAST_MINUTE, readMoment, stockholmDate } from '../../calendar/index.js';
import { tryAgain } from '../../try-again.js';
import type { Round } from '../round/index.js';
import { statusOf } from './follow.js';
import { noticeView, notOpen, type PlanHrParts } from './parts.js';
import { problemsOfDeadline } from './read-form.js';
import type { Sendings } from './sendings.js';
import { planHrTexts } from './texts.js';

/** Moves the last day of an open round, on its cards and in its reminders. A day that is refused stays in the form. */
export function createExtend({ rounds, broadcasts, liveCards }: PlanHrParts, sendings: Sendings) {
  return async function extend(turn: Turn, round: Round, typed: string): Promise<Reply> {
    const texts = planHrTexts[turn.locale];
    const deadline = readMoment(typed, LAST_MINUTE);
    const [problem] = problemsOfDeadline(typed, deadline, turn);
    if (problem !== undefined || !deadline) {
      const data = { round: round.id, title: round.title, deadline: typed, problem: problem ?? '' };
      return { replace: { template: 'plan/extend', data }, outcome: 'round-refused' };
    }
    const { organisation, id } = round;
    const isExtended = await tryAgain(async () => {
      const stored = await rounds.find(organisation, id);
      if (stored?.round.state !== 'open') return false;
      await rounds.update({ ...stored.round, deadline }, stored.version);
      return true;
    });
    if (!isExtended) return notOpen(turn);
    // Cards that carry no deadline of their own show the round's.
    for await (const sending of sendings.of(round))
      await (sending.deadline
        ? broadcasts.extend(organisation, sending.id, deadline)
        : broadcasts.touch(organisation, sending.id));
    await liveCards.changed(statusOf(round));
    const replace = noticeView(texts.extendedTitle, texts.extendedLine(stockholmDate(deadline)));
    return { replace, touched: { round: id }, outcome: 'round-extended' };
  };
}
