import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineAction, type Feature, type Message, type Reply, type Turn, type View } from '../actions/index.js';
import { organisationOf, type Permission } from '../people/index.js';
import { type AnswerKind, type AnswerSource, type Ask, MAX_QUESTION_LENGTH, type Question } from './answer.js';
import { askContextSchema, EMPTY_CONTEXT, type AskContext } from './context.js';
import type { Knowledge } from './knowledge.js';
import { helpView, type Rated, type Sending, toMessage, toView } from './message.js';
import { readOrigin, writeOrigin } from './origin.js';
import type { PublishedSource } from './published.js';
import { findRoutine } from './search/find-routine.js';
import { quotationKey } from './passages/quotation.js';
import { askTexts } from './phrase/texts.js';
import { createOpenSource, sourceData } from './source-card.js';
import { withSources } from './sources.js';
import { type Subject, subjectOf } from './subject.js';
import { welcomeMessage } from './welcome.js';

export interface AskFeature {
  readonly feature: Feature;
  /** What is done with a message that is no command. */
  readonly answer: { readonly allow: Permission; handle(turn: Turn, text: string): Promise<Reply> };
  /** The first message after the app was installed. */
  readonly welcome: (turn: Turn) => Message;
  /**
   * The card of an answer once more, with how it was rated. `origin` is what its button carries. Undefined when it cannot be
   * read, or when the question gets an answer about something else now, so that nobody sees a card change under their hands.
   */
  readonly again: (turn: Turn, card: AnswerCard, rated: Rated) => View | undefined;
}

/** An answer's card as its buttons tell of it. */
export interface AnswerCard {
  readonly answer: string;
  readonly subject: string;
  readonly origin: string;
}

/** One answered question for the counters: no text, no person. */
export interface AnsweredQuestion {
  readonly organisation: string;
  readonly at: Date;
  readonly kind: AnswerKind;
  readonly subject: Subject;
}

export interface AskFeatureParts {
  readonly ask: Ask;
  /** Asked for when somebody asks something. */
  readonly knowledge: () => Knowledge;
  /** What HR published, for the search command; `ask` knows it already. */
  readonly published?: PublishedSource;
  /** Other features' answers. */
  readonly sources?: readonly AnswerSource[];
  /** Told of each answered question that may be counted. */
  readonly onAnswered?: (answered: AnsweredQuestion) => void;
}

const questionSchema = z.object({ question: z.string().trim().min(1).max(MAX_QUESTION_LENGTH) }).strict();
const sourceSchema = z.object({ document: z.string().min(1).max(100), section: z.string().min(1).max(300) }).strict();

/** Questions in chat and by buttons, the help, and opening a source. */
export function askFeature({ ask, knowledge, published, sources = [], onAnswered }: AskFeatureParts): AskFeature {
  const answering = withSources(ask, sources);

  async function answerTo(turn: Turn, question: string, asked?: string): Promise<Reply> {
    const before = contextOf(turn);
    const result = await answering(questionOf(turn, question, before));
    const { answer } = result;
    const openSource = createOpenSource(knowledge(), answer.locale);
    // Of a delicate case nothing is kept: no count, no id that a rating could name, not even that the conversation went on.
    if (answer.kind === 'sensitive') return { post: [toMessage(answer, { openSource })], outcome: answer.kind };
    const subject = subjectOf(result);
    if (subject) onAnswered?.({ organisation: organisationOf(turn.asker), at: turn.now, kind: answer.kind, subject });
    const sending = subject !== undefined &&
      subject !== 'plan' && {
        answer: randomUUID(),
        subject,
        origin: writeOrigin({ question, context: before, quoted: quotationKey(answer) }),
        ...toHr(turn, question),
      };
    // The id stands in no row of a person: a rating that is kept under it would lead back to who gave it.
    return {
      post: [toMessage(answer, { asked, sending: sending || undefined, openSource })],
      context: { ...turn.context, ask: result.context },
      outcome: answer.kind,
    };
  }

  function again(turn: Turn, card: AnswerCard, rated: Rated): View | undefined {
    const origin = readOrigin(card.origin);
    const result = origin && ask(questionOf(turn, origin.question, origin.context));
    const subject = result && subjectOf(result);
    if (!origin || !result || subject === undefined || subject !== card.subject) return undefined;
    if (origin.quoted !== quotationKey(result.answer)) return undefined;
    const sending = { answer: card.answer, subject, origin: card.origin, rated, ...toHr(turn, origin.question) };
    return toView(result.answer, sending);
  }

  function help({ locale }: Turn): Reply {
    return { post: [{ card: helpView(locale), summary: askTexts[locale].helpTitle }], outcome: 'help' };
  }

  return {
    feature: {
      name: 'ask',
      actions: [
        defineAction({
          verb: 'ask.question',
          schema: questionSchema,
          allow: 'ask.question',
          handle: ({ question }, turn) => answerTo(turn, question, question),
        }),
        defineAction({
          verb: 'ask.source',
          schema: sourceSchema,
          allow: 'ask.question',
          handle: ({ document, section }, turn) => {
            const data = sourceData(knowledge(), document, section, turn.locale);
            if (!data) return { toast: askTexts[turn.locale].noSource, outcome: 'no-source' };
            return { post: [{ card: { template: 'ask/source', data }, summary: data.title }], outcome: 'source' };
          },
        }),
      ],
      searches: [findRoutine(knowledge, published)],
      commands: [
        { id: 'ask.help', phrases: ['hjälp', 'help', 'meny', 'menu', 'start'], allow: 'ask.help', handle: help },
      ],
    },
    answer: { allow: 'ask.question', handle: (turn, text) => answerTo(turn, text) },
    welcome: welcomeMessage,
    again,
  };
}

function questionOf({ asker, conversation, locale, now }: Turn, question: string, context: AskContext): Question {
  const person = asker.kind === 'person' ? asker.person : undefined;
  return {
    question,
    ...(person && { person, asker: { organisation: person.organisation, department: person.department } }),
    isOverheard: conversation !== 'personal',
    locale,
    now,
    context,
  };
}

/**
 * Somebody whom the directory does not know has no HR that the question could be sent to; and a form that says whose name HR sees
 * belongs into that person's own chat.
 */
function toHr({ asker, conversation }: Turn, question: string): Pick<Sending, 'toHr'> {
  return asker.kind === 'person' && conversation === 'personal' ? { toHr: question } : {};
}

/** What the conversation remembers of questions; anything unreadable (an older version's) counts as nothing. */
function contextOf(turn: Turn): AskContext {
  const parsed = askContextSchema.safeParse(turn.context['ask'] ?? {});
  return parsed.success ? parsed.data : EMPTY_CONTEXT;
}
