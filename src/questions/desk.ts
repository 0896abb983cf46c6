import { tryAgain } from '../try-again.js';
import type { News } from './news.js';
import type { HandledQuestion } from './question.js';
import type { QuestionStore } from './question-store.js';
import { type Step, take, type Taken } from './transitions.js';

/** How a step ended, and the question as it is now; undefined for a question that this organisation does not have. */
export interface Handled {
  readonly question: HandledQuestion;
  readonly taken: Taken;
}

/** Where HR handles questions of its own organisation. */
export interface Desk {
  find(organisation: string, id: string): Promise<HandledQuestion | undefined>;
  /** Takes a step under the version that was read: of two at the same time one has it, the other is told who. */
  take(organisation: string, id: string, about: { step: Step; by: string; at: Date }): Promise<Handled | undefined>;
}

export function createDesk({ questions, news }: { questions: QuestionStore; news: Pick<News, 'handled'> }): Desk {
  const decide = (organisation: string, id: string, about: { step: Step; by: string; at: Date }) =>
    tryAgain(async () => {
      const stored = await questions.find(organisation, id);
      if (!stored) return undefined;
      const { question, version } = stored;
      const taken = take(question.handling, about.step, about.by, about.at);
      if (taken.kind !== 'next') return { question, taken };
      await questions.handle(question, taken.handling, version);
      return { question: { ...question, handling: taken.handling }, taken };
    });

  return {
    find: async (organisation, id) => (await questions.find(organisation, id))?.question,
    async take(organisation, id, about) {
      const handled = await decide(organisation, id, about);
      // Also for what is so already: whoever wrote it may have died before anybody was told.
      if (handled && handled.taken.kind !== 'refused') await news.handled(handled.question);
      return handled;
    },
  };
}
