import { z } from 'zod';
import type { Reply, Turn } from '../actions/index.js';
import { organisationOf, type Directory } from '../people/index.js';
import { type GuardText, LONGEST_SHOWN } from '../privacy/index.js';
import { checkText } from './check-text.js';
import type { Desk } from './desk.js';
import type { News } from './news.js';
import { type HandledQuestion, QUESTION_ID } from './question.js';
import { questionTexts } from './texts.js';
import { goneView, type HrFacts, hrView, type Draft } from './views.js';
import type { Step } from './transitions.js';

/** The longest answer and reason: the card that repeats them with the question stays far below its limit. */
export const MAX_ANSWER_LENGTH = 3000;

const typed = z
  .string()
  .trim()
  .max(2 * MAX_ANSWER_LENGTH)
  .default('');
export const pickSchema = z.object({ question: z.string().regex(QUESTION_ID) }).strict();
/** Both inputs stand on the card, and each button sends both. */
export const outcomeSchema = pickSchema
  .extend({ shown: z.string().max(LONGEST_SHOWN).default(''), answer: typed, reason: typed })
  .strict();

export interface HandleParts {
  readonly desk: Desk;
  readonly news: Pick<News, 'show' | 'taken'>;
  readonly guard: GuardText;
  readonly directory: Directory;
  readonly factsOf: (question: HandledQuestion) => Promise<HrFacts>;
}

/** HR's buttons. The question is looked for in the organisation of whoever presses, so no other is ever found. */
export function createHandle({ desk, news, guard, directory, factsOf }: HandleParts) {
  async function show(
    turn: Turn,
    question: HandledQuestion,
    draft?: Draft,
  ): Promise<Pick<Reply, 'replace' | 'touched'>> {
    const facts = await factsOf(question);
    const replace = hrView(question, turn.conversation === 'personal' ? turn.asker.id : undefined, {
      ...facts,
      locale: turn.locale,
      directory,
      draft,
    });
    return { replace, touched: { question: question.id } };
  }

  async function take(turn: Turn, id: string, step: Step, draft: Draft = {}): Promise<Reply> {
    const handled = await desk.take(organisationOf(turn.asker), id, { step, by: turn.asker.id, at: turn.now });
    if (!handled) return { replace: goneView, outcome: 'question-gone' };
    const { question, taken } = handled;
    const { handling } = question;
    const isTaken = handling.state === 'claimed' && handling.by === turn.asker.id;
    if (isTaken && turn.conversation !== 'personal') await news.taken(question, turn.asker.id, handling.at);
    if (taken.kind !== 'refused') return { ...(await show(turn, question)), outcome: `question-${step.do}` };
    const texts = questionTexts[turn.locale];
    const problem = texts.refused[taken.because](directory.find(taken.by)?.name ?? texts.leftDirectory);
    return { ...(await show(turn, question, { ...draft, problem })), outcome: 'question-taken' };
  }

  /** Sends what was typed, when it may be sent; otherwise the card comes back with it. */
  async function conclude(
    turn: Turn,
    { question: id, shown, ...texts }: z.infer<typeof outcomeSchema>,
    what: 'answer' | 'close',
  ): Promise<Reply> {
    const says = questionTexts[turn.locale];
    const [text, empty] = what === 'answer' ? [texts.answer, says.answerEmpty] : [texts.reason, says.reasonEmpty];
    const fault = checkText(text, guard, { empty, max: MAX_ANSWER_LENGTH, shown }, turn.locale);
    if (!fault) return take(turn, id, { do: what, text }, texts);
    const question = await desk.find(organisationOf(turn.asker), id);
    if (!question) return { replace: goneView, outcome: 'question-gone' };
    return { ...(await show(turn, question, { ...texts, ...fault })), outcome: 'answer-refused' };
  }

  return {
    claim: (turn: Turn, { question }: z.infer<typeof pickSchema>) => take(turn, question, { do: 'claim' }),
    release: (turn: Turn, { question }: z.infer<typeof pickSchema>) => take(turn, question, { do: 'release' }),
    answer: (turn: Turn, input: z.infer<typeof outcomeSchema>) => conclude(turn, input, 'answer'),
    close: (turn: Turn, input: z.infer<typeof outcomeSchema>) => conclude(turn, input, 'close'),
    /** From the list: a card of its own, which stays true as all others. */
    open: async (turn: Turn, { question: id }: z.infer<typeof pickSchema>): Promise<Reply> => {
      const texts = questionTexts[turn.locale];
      const question = await desk.find(organisationOf(turn.asker), id);
      if (!question) return { toast: texts.gone, outcome: 'question-gone' };
      await news.show(question, turn.asker.id);
      return { toast: texts.cardBelow, touched: { question: id }, outcome: 'question-opened' };
    },
  };
}
