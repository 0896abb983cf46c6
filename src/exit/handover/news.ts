import type { LiveCards } from '../../broadcast/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import { personMark } from '../case/person-mark.js';
import { HANDOVER, subjectOfCase } from '../case/subjects.js';
import { stateOf } from './handover.js';
import { namedIn } from './receivers.js';
import { handoverTexts } from './texts.js';

export interface NewsParts {
  readonly liveCards: Pick<LiveCards, 'show'>;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
}

/** Who gets the card of a plan, which is kept true from then on: each once a case, however often this is called. */
export function createNews({ liveCards, directory }: NewsParts) {
  async function show(exitCase: ExitCase, persons: Iterable<string>): Promise<void> {
    for (const person of new Set(persons))
      await liveCards.show(subjectOfCase(exitCase, HANDOVER), [person], {
        title: handoverTexts.sv.file,
        name: `handover-${exitCase.id}-${personMark(person)}`,
        at: exitCase.sentAt ?? exitCase.createdAt,
      });
  }

  /** The colleagues who are named as those to whom a part goes. */
  const receiversOf = ({ organisation, employee }: ExitCase, { to }: Handover): readonly string[] =>
    namedIn(to, directory.inOrganisation(organisation)).filter((person) => person !== employee);

  return {
    receiversOf,
    /** A plan was begun: the leaver and the manager have it. */
    begun: (exitCase: ExitCase) => show(exitCase, [exitCase.employee, exitCase.manager]),
    /** A part was handed over: whoever receives it is asked to confirm. */
    given: (exitCase: ExitCase, part: Handover) => show(exitCase, receiversOf(exitCase, part)),
    /** All that should have been told of an open case: to a manager who came later, and what a process that died left untold. */
    async all(exitCase: ExitCase): Promise<void> {
      const { employee, manager, handover } = exitCase;
      if (handover.length === 0) return;
      const given = handover.filter((part) => stateOf(part) === 'given');
      await show(exitCase, [employee, manager, ...given.flatMap((part) => receiversOf(exitCase, part))]);
    },
  };
}

export type News = ReturnType<typeof createNews>;
