import type { Compose, Composers } from '../broadcast/index.js';
import type { Directory } from '../people/index.js';
import type { HrChannelStore } from './hr-channel.js';
import { KINDS } from './news.js';
import type { HandledQuestion } from './question.js';
import type { QuestionStore } from './question-store.js';
import { questionTexts } from './texts.js';
import { colleague } from './colleague.js';
import { answerView, goneView, type HrFacts, hrView, statusView } from './views.js';

export interface ComposerParts {
  readonly questions: Pick<QuestionStore, 'find'>;
  readonly directory: Directory;
  readonly channels: Pick<HrChannelStore, 'find'>;
  readonly factsOf: (question: HandledQuestion) => Promise<HrFacts>;
}

/** The messages about questions, each made from what is stored at that moment, so that every card is true. */
export function questionComposers({ questions, directory, channels, factsOf }: ComposerParts): Composers {
  const withQuestion =
    (make: (question: HandledQuestion, ...rest: Parameters<Compose>) => ReturnType<Compose>): Compose =>
    async (broadcast, to) => {
      const found = await questions.find(broadcast.organisation, String(broadcast.content.subject));
      return found ? make(found.question, broadcast, to) : { card: goneView };
    };

  return {
    [KINDS.hr]: withQuestion(async (question, { audience }, { person, locale }) => {
      const { organisation } = question;
      const isChannel = 'conversation' in audience;
      const mayRead = isChannel
        ? (await channels.find(organisation))?.conversation === person
        : colleague(person, organisation, directory)?.roles.includes('hr');
      // Who is not of HR any more, and a channel that is not HR's any more, read nothing more of it.
      if (!mayRead) return { card: goneView };
      const facts = await factsOf(question);
      return {
        card: hrView(question, isChannel ? undefined : person, { ...facts, locale, directory }),
        summary: questionTexts[locale].newQuestion,
      };
    }),
    [KINDS.status]: withQuestion((question, _broadcast, { locale }) => ({
      card: statusView(question, locale, directory),
      summary: questionTexts[locale].yourQuestion,
    })),
    [KINDS.answer]: withQuestion((question, _broadcast, { locale }) => {
      const { handling } = question;
      if (handling.state !== 'answered' && handling.state !== 'closed') return { card: goneView };
      return {
        card: answerView(question, handling, locale, directory),
        summary: questionTexts[locale][handling.state],
      };
    }),
  };
}
