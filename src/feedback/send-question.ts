import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Reply, Turn, View } from '../actions/index.js';
import { MAX_QUESTION_LENGTH } from '../ask/index.js';
import type { Locale } from '../calendar/index.js';
import type { Person } from '../people/index.js';
import { holdsPersonalNumber } from '../privacy/index.js';
import type { SentQuestionStore } from './feedback-store.js';
import { feedbackTexts } from './texts.js';

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
    question: z
      .string()
      .trim()
      .max(3 * MAX_QUESTION_LENGTH)
      .default(''),
  })
  .strict();

export interface SendParts {
  readonly questions: SentQuestionStore;
  readonly managerOf: (personId: string) => Person | undefined;
}

interface Form {
  readonly form: string;
  readonly openedAt: string;
  readonly question: string;
  /** What must be mended before it can be sent. */
  readonly problem?: string;
}

/** "Skicka frågan till HR": a form that says what HR will see; only its own button stores anything. */
export function createSendQuestion({ questions, managerOf }: SendParts) {
  /** Whom to ask meanwhile, beside HR: the nearest manager by name, '' for the topmost. */
  const managerName = ({ id }: Person) => managerOf(id)?.name ?? '';

  return {
    /** A new message with the form; the card of the answer stays. */
    compose(turn: Turn, { question }: z.infer<typeof composeSchema>): Reply {
      if (turn.conversation !== 'personal') return { toast: feedbackTexts[turn.locale].sendInPersonalChat };
      const person = senderOf(turn);
      const card = formView(person, newForm(turn, question));
      const { formTitle, formBelow } = feedbackTexts[turn.locale];
      return { post: [{ card, summary: formTitle }], toast: formBelow, outcome: 'question-form' };
    },

    async send(turn: Turn, input: z.infer<typeof sendSchema>): Promise<Reply> {
      const person = senderOf(turn);
      const { question } = input;
      const problem = problemOf(question, turn.locale);
      if (problem !== undefined)
        return { replace: formView(person, { ...input, problem }), outcome: 'question-refused' };
      const { earlier } = await questions.add({
        organisation: person.organisation,
        openedAt: new Date(input.openedAt),
        form: input.form,
        personId: person.id,
        question,
        sentAt: turn.now,
      });
      if (earlier !== undefined && earlier.question !== question) {
        const alreadySent = feedbackTexts[turn.locale].alreadySent(earlier.question);
        return {
          replace: formView(person, { ...newForm(turn, question), problem: alreadySent }),
          outcome: 'question-conflict',
        };
      }
      const { organisation } = person;
      const data = { question, organisation, manager: managerName(person) };
      return {
        replace: { template: 'feedback/sent', data },
        outcome: earlier ? 'question-sent-already' : 'question-sent',
      };
    },

    /** Nothing was stored, and the card says so. */
    cancel(): Reply {
      return { replace: { template: 'feedback/cancelled', data: {}, isShared: true }, outcome: 'question-cancelled' };
    },
  };
}

/** The policy lets only people of the directory come here. */
function senderOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory has an HR to send a question to.');
  return asker.person;
}

function newForm({ now }: Turn, question: string): Form {
  return { form: randomUUID(), openedAt: now.toISOString(), question };
}

function problemOf(question: string, locale: Locale): string | undefined {
  const texts = feedbackTexts[locale];
  if (question === '') return texts.questionEmpty;
  if (question.length > MAX_QUESTION_LENGTH) return texts.questionTooLong(MAX_QUESTION_LENGTH);
  return holdsPersonalNumber(question) ? texts.questionWithNumber : undefined;
}

function formView({ name, organisation }: Person, { question, problem = '', ...form }: Form): View {
  return { template: 'feedback/question', data: { ...form, name, organisation, problem, question } };
}
