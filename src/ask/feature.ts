import { z } from 'zod';
import {
  type Citation,
  defineAction,
  type Feature,
  type Message,
  type Reply,
  type Turn,
  type View,
} from '../actions/index.js';
import type { Permission } from '../people/index.js';
import type { Ask } from './answer.js';
import { askContextSchema, EMPTY_CONTEXT, type AskContext } from './context.js';
import type { Knowledge } from './knowledge.js';
import { helpView, toMessage } from './message.js';
import { findRoutine } from './search/find-routine.js';
import { EXAMPLES } from './phrase/examples.js';
import { askTexts } from './phrase/texts.js';
import { sourceData } from './source-card.js';

/** The longest question that a button may carry or a person type. */
export const MAX_QUESTION_LENGTH = 1000;

export interface AskFeature {
  readonly feature: Feature;
  /** What is done with a message that is no command. */
  readonly answer: { readonly allow: Permission; handle(turn: Turn, text: string): Reply };
  /** The first message after the app was installed. */
  readonly welcome: (turn: Turn) => Message;
}

const questionSchema = z.object({ question: z.string().trim().min(1).max(MAX_QUESTION_LENGTH) }).strict();
const sourceSchema = z.object({ document: z.string().min(1).max(100), section: z.string().min(1).max(300) }).strict();

/** Questions in chat and by buttons, the help, and opening a source. */
export function askFeature({ ask, knowledge }: { readonly ask: Ask; readonly knowledge: Knowledge }): AskFeature {
  function answerTo(turn: Turn, question: string, asked?: string): Reply {
    const person = turn.asker.kind === 'person' ? turn.asker.person : undefined;
    const { answer, context } = ask({
      question,
      asker: person && { organisation: person.organisation, department: person.department },
      locale: turn.locale,
      now: turn.now,
      context: contextOf(turn),
    });
    const openSource = ({ document, section }: Citation): View | undefined => {
      const data = sourceData(knowledge, document, section, answer.locale);
      // Buttons in a citation's window would not reach the bot.
      return data && { template: 'ask/source', data: { ...data, suggestions: [] }, isShared: true };
    };
    const reply = { post: [toMessage(answer, asked, openSource)], outcome: answer.kind };
    // Of a delicate case nothing is written, not even that the conversation went on.
    return answer.kind === 'sensitive' ? reply : { ...reply, context: { ...turn.context, ask: context } };
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
            const data = sourceData(knowledge, document, section, turn.locale);
            if (!data) return { toast: askTexts[turn.locale].noSource, outcome: 'no-source' };
            return { post: [{ card: { template: 'ask/source', data }, summary: data.title }], outcome: 'source' };
          },
        }),
      ],
      searches: [findRoutine(knowledge)],
      commands: [
        { id: 'ask.help', phrases: ['hjälp', 'help', 'meny', 'menu', 'start'], allow: 'ask.help', handle: help },
      ],
    },
    answer: { allow: 'ask.question', handle: (turn, text) => answerTo(turn, text) },
    welcome: (turn) => ({
      card: {
        template: 'bot/welcome',
        data: { name: firstName(turn), role: welcomeRole(turn), suggestions: EXAMPLES[turn.locale] },
      },
      summary: askTexts[turn.locale].greetingTitle,
    }),
  };
}

/** What the conversation remembers of questions; anything unreadable (an older version's) counts as nothing. */
function contextOf(turn: Turn): AskContext {
  const parsed = askContextSchema.safeParse(turn.context['ask'] ?? {});
  return parsed.success ? parsed.data : EMPTY_CONTEXT;
}

function firstName({ asker }: Turn): string {
  return asker.kind === 'person' ? asker.person.name.split(' ')[0]! : '';
}

function welcomeRole({ asker }: Turn): 'chef' | 'hr' | 'medarbetare' | 'okänd' {
  if (asker.kind !== 'person') return 'okänd';
  const { roles } = asker.person;
  if (roles.includes('hr') || roles.includes('hr-analytiker')) return 'hr';
  return roles.includes('chef') ? 'chef' : 'medarbetare';
}
