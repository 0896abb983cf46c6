import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Reply, Turn, View } from '../actions/index.js';
import { MAX_QUESTION_LENGTH } from '../ask/index.js';
import type { Person } from '../people/index.js';
import { type GuardText, LONGEST_SHOWN } from '../privacy/index.js';
import { checkText } from './check-text.js';
import type { News } from './news.js';
import type { QuestionStore } from './question-store.js';
import { questionTexts } from './texts.js';

/** The question that the answer's card carries. */
export const composeSchema = z.object({ question: z.string().trim().min(1).max(MAX_QUESTION_LENGTH) }).strict();

/** `form` and `openedAt` were made when the form was opened; an emptied input is not sent at all. */
export const sendSchema = z
  .object({
    form: z.string().uuid(),
    openedAt: z
      .string()
      .datetime()
      .refine((moment) => moment >= '2020'),
    /** What its writer was asked about before, see `judge`. */
    shown: z.string().max(LONGEST_SHOWN).default(''),
    question: z
      .string()
      .trim()
      .max(3 * MAX_QUESTION_LENGTH)
      .default(''),
  })
  .strict();

export interface FormParts {
  readonly questions: Pick<QuestionStore, 'add'>;
  readonly guard: GuardText;
  readonly news: Pick<News, 'sent'>;
  readonly managerOf: (personId: string) => Person | undefined;
}

interface Form {
  readonly form: string;
  readonly openedAt: string;
  readonly question: string;
  readonly shown?: string;
  /** What must be mended, or meant, before it is sent. */
  readonly problem?: string;
}

/** "Skicka frågan till HR": a form that says what HR will see; only its own button stores anything. */
export function createForm({ questions, guard, news, managerOf }: FormParts) {
  /** Whom to ask meanwhile, beside HR: the nearest manager by name, '' for the topmost. */
  const managerName = ({ id }: Person) => managerOf(id)?.name ?? '';

  return {
    /** A new message with the form; the card of the answer stays. */
    compose(turn: Turn, { question }: z.infer<typeof composeSchema>): Reply {
      if (turn.conversation !== 'personal') return { toast: questionTexts[turn.locale].sendInPersonalChat };
      const card = formView(senderOf(turn), newForm(turn, question));
      const { formTitle, formBelow } = questionTexts[turn.locale];
      return { post: [{ card, summary: formTitle }], toast: formBelow, outcome: 'question-form' };
    },

    /** Stores the question, once a form, and tells HR. Pressed again after a failure it goes on where it failed. */
    async send(turn: Turn, input: z.infer<typeof sendSchema>): Promise<Reply> {
      const person = senderOf(turn);
      const texts = questionTexts[turn.locale];
      const limits = { empty: texts.questionEmpty, max: MAX_QUESTION_LENGTH, shown: input.shown };
      const fault = checkText(input.question, guard, limits, turn.locale);
      if (fault) return { replace: formView(person, { ...input, ...fault }), outcome: 'question-refused' };
      const { organisation } = person;
      const { question, isNew } = await questions.add({
        organisation,
        openedAt: new Date(input.openedAt),
        form: input.form,
        personId: person.id,
        question: input.question,
        sentAt: turn.now,
      });
      if (question.question !== input.question) {
        const problem = texts.alreadySent(question.question);
        const again = { ...newForm(turn, input.question), shown: input.shown, problem };
        return { replace: formView(person, again), outcome: 'question-conflict' };
      }
      await news.sent(question);
      const data = { question: question.question, organisation, manager: managerName(person) };
      return {
        replace: { template: 'questions/sent', data },
        touched: { question: question.id },
        outcome: isNew ? 'question-sent' : 'question-sent-already',
      };
    },

    /** Nothing was stored, and the card says so. */
    cancel(): Reply {
      return { replace: { template: 'questions/cancelled', data: {}, isShared: true }, outcome: 'question-cancelled' };
    },
  };
}

/** The policy lets only people of the directory come here. */
export function senderOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory has an HR to send a question to.');
  return asker.person;
}

function newForm({ now }: Turn, question: string): Form {
  return { form: randomUUID(), openedAt: now.toISOString(), question };
}

function formView({ name, organisation }: Person, { form, openedAt, question, shown = '', problem = '' }: Form): View {
  return { template: 'questions/form', data: { form, openedAt, name, organisation, problem, shown, question } };
}
