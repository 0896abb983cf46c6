import type { LiveCards } from '../broadcast/index.js';
import type { PeopleDirectory } from '../people/index.js';
import type { HandledQuestion, Question } from './question.js';

/** The kinds of cards about a question, each made by a composer of its own. */
export const KINDS = { hr: 'question.hr', status: 'question.status', answer: 'question.answer' } as const;

export interface NewsParts {
  readonly cards: LiveCards;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
}

/**
 * Tells people of a question, through the ledger. Each call may be repeated, after a crash or a second press: nobody gets
 * anything twice. Titles hold neither names nor texts, since lists of sendings show them.
 */
export interface News {
  /** To HR a card each, to the asker one that follows the question. */
  sent(question: Question): Promise<void>;
  /** The outcome to the asker, when there is one. */
  concluded(question: HandledQuestion): Promise<void>;
  /** Its state changed: all cards are made anew, and an outcome goes to the asker as a message of its own. */
  handled(question: HandledQuestion): Promise<void>;
  /** What HR's cards say beside the question changed: a delivery, a publication. */
  changed(about: { readonly organisation: string; readonly id: string }): Promise<void>;
  /** One more card, for somebody of HR who opens the question from the list. */
  show(question: Question, person: string): Promise<void>;
}

export function createNews({ cards, directory }: NewsParts): News {
  const subject = (kind: keyof typeof KINDS, { organisation, id }: Pick<Question, 'organisation' | 'id'>) => ({
    organisation,
    kind: KINDS[kind],
    id,
  });
  const once = (kind: keyof typeof KINDS, { id }: Question, at: Date) => ({
    title: KINDS[kind],
    name: `${KINDS[kind]}-${id}`,
    at,
  });

  async function concluded(question: HandledQuestion): Promise<void> {
    const { handling, personId } = question;
    if (handling.state === 'answered' || handling.state === 'closed')
      await cards.show(subject('answer', question), [personId], once('answer', question, handling.at));
  }

  return {
    concluded,
    async sent(question) {
      const { organisation, personId, sentAt } = question;
      const hr = directory.inOrganisation(organisation).filter(({ roles }) => roles.includes('hr'));
      await cards.show(subject('status', question), [personId], once('status', question, sentAt));
      if (hr.length === 0) return;
      const ids = hr.map(({ id }) => id);
      await cards.show(subject('hr', question), ids, once('hr', question, sentAt));
    },
    async handled(question) {
      // The answer first: what follows only says that it was given.
      await concluded(question);
      await Promise.all([cards.changed(subject('hr', question)), cards.changed(subject('status', question))]);
    },
    changed: (about) => cards.changed(subject('hr', about)),
    show: (question, person) => cards.show(subject('hr', question), [person], { title: KINDS.hr }),
  };
}
