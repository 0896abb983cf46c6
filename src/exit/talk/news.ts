import type { ExitCase } from '../case/exit-case.js';
import { personMark } from '../case/person-mark.js';
import { subjectOfCase, TALK, TALK_AREAS, TALK_HR } from '../case/subjects.js';
import type { TalkParts } from './parts.js';
import { talkTexts } from './texts.js';
import { wishOf } from './wish.js';

/**
 * What people are sent about the conversation, all of it through the ledger and each thing once, however often it is called: the
 * names follow from the case.
 */
export function createNews({ liveCards, holdersOf }: Pick<TalkParts, 'liveCards' | 'holdersOf'>) {
  const { title } = talkTexts.sv;
  const momentOf = ({ sentAt, createdAt }: ExitCase) => sentAt ?? createdAt;

  return {
    /** The employee is offered the conversation, the manager reminded to book it; a manager who comes later, too. */
    async offer(exitCase: ExitCase): Promise<void> {
      const { id, employee, manager } = exitCase;
      const [subject, at] = [subjectOfCase(exitCase, TALK), momentOf(exitCase)];
      await liveCards.show(subject, [employee], { title, name: `talk-${id}`, at });
      await liveCards.show(subject, [manager], { title, name: `talk-lead-${id}-${personMark(manager)}`, at });
    },

    /** A time was booked, or another one: a new message, for which the employee is notified. Not for one who declined. */
    async booked(exitCase: ExitCase): Promise<void> {
      const { id, employee, talk } = exitCase;
      if (wishOf(talk) === 'none') return;
      const name = `talk-booked-${id}-${talk.bookings ?? 0}`;
      await liveCards.show(subjectOfCase(exitCase, TALK), [employee], { title, name, at: momentOf(exitCase) });
    },

    /** HR is told that the employee would like to talk with HR: not a manager who is of HR. False when nobody else is. */
    async tellHr(exitCase: ExitCase): Promise<boolean> {
      const hr = (holdersOf(exitCase).hr ?? []).filter(
        (person) => person !== exitCase.employee && person !== exitCase.manager,
      );
      if (hr.length === 0) return false;
      const about = { title, name: `talk-hr-${exitCase.id}`, at: momentOf(exitCase) };
      await liveCards.show(subjectOfCase(exitCase, TALK_HR), hr, about);
      return true;
    },

    /** The question areas, once a case whatever becomes of the booking; the card follows it. */
    async areas(exitCase: ExitCase): Promise<void> {
      const { id, employee } = exitCase;
      const about = { title, name: `talk-areas-${id}`, at: momentOf(exitCase) };
      await liveCards.show(subjectOfCase(exitCase, TALK_AREAS), [employee], about);
    },
  };
}

export type News = ReturnType<typeof createNews>;
