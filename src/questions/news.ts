import type { LiveCards } from '../broadcast/index.js';
import type { PeopleDirectory } from '../people/index.js';
import type { HrChannelStore } from './hr-channel.js';
import type { HandledQuestion, Question } from './question.js';

/** The kinds of cards about a question, each made by a composer of its own. */
export const KINDS = { hr: 'question.hr', status: 'question.status', answer: 'question.answer' } as const;

export interface NewsParts {
  readonly cards: LiveCards;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
  readonly channels: Pick<HrChannelStore, 'find'>;
}

/**
 * Tells people of a question, through the ledger. Each call may be repeated, after a crash or a second press: nobody gets
 * anything twice. Titles hold neither names nor texts, since lists of sendings show them.
 */
export interface News {
  /** To HR's channel one card, or to each of HR where there is no channel; to the asker one that follows the question. */
  sent(question: Question): Promise<void>;
  /** The outcome to the asker, when there is one. */
  concluded(question: HandledQuestion): Promise<void>;
  /** Its state changed: all cards are made anew, and an outcome goes to the asker as a message of its own. */
  handled(question: HandledQuestion): Promise<void>;
  /** What HR's cards say beside the question changed: a delivery, a publication. */
  changed(about: { readonly organisation: string; readonly id: string }): Promise<void>;
  /** HR's channel did not get the question: to each of HR, then. */
  channelFailed(about: Pick<Question, 'organisation' | 'id'>, at: Date): Promise<void>;
  /** One more card, for somebody of HR who opens the question from the list. */
  show(question: Question, person: string): Promise<void>;
  /** A card with the field for the answer, for whoever took the question in the channel. */
  taken(question: Question, person: string, at: Date): Promise<void>;
}

export function createNews({ cards, directory, channels }: NewsParts): News {
  const subject = (kind: keyof typeof KINDS, { organisation, id }: Pick<Question, 'organisation' | 'id'>) => ({
    organisation,
    kind: KINDS[kind],
    id,
  });
  const once = (kind: keyof typeof KINDS, { id }: Pick<Question, 'id'>, at: Date, more = '') => ({
    title: KINDS[kind],
    name: `${KINDS[kind]}-${id}${more}`,
    at,
  });

  async function toEachOfHr(question: Pick<Question, 'organisation' | 'id'>, at: Date, more = ''): Promise<void> {
    const hr = directory.inOrganisation(question.organisation).filter(({ roles }) => roles.includes('hr'));
    const ids = hr.map(({ id }) => id);
    if (ids.length > 0) await cards.show(subject('hr', question), ids, once('hr', question, at, more));
  }

  async function concluded(question: HandledQuestion): Promise<void> {
    const { handling, personId } = question;
    if (handling.state === 'answered' || handling.state === 'closed')
      await cards.show(subject('answer', question), [personId], once('answer', question, handling.at));
  }

  return {
    concluded,
    async sent(question) {
      const { organisation, personId, sentAt } = question;
      await cards.show(subject('status', question), [personId], once('status', question, sentAt));
      const channel = await channels.find(organisation);
      // The same name for both, so that a repeated call after HR has changed its mind tells nobody again.
      if (channel) await cards.show(subject('hr', question), channel, once('hr', question, sentAt));
      else await toEachOfHr(question, sentAt);
    },
    async handled(question) {
      // The answer first: what follows only says that it was given.
      await concluded(question);
      await Promise.all([cards.changed(subject('hr', question)), cards.changed(subject('status', question))]);
    },
    changed: (about) => cards.changed(subject('hr', about)),
    channelFailed: (about, at) => toEachOfHr(about, at, '-each'),
    show: (question, person) => cards.show(subject('hr', question), [person], { title: KINDS.hr }),
    taken: (question, person, at) =>
      cards.show(subject('hr', question), [person], once('hr', question, at, `-${person}`)),
  };
}
