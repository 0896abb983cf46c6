import type { Locale } from '../calendar/index.js';
import type { Asker } from '../people/person.js';
import type { ConversationContext } from './reply.js';

/** One turn of a conversation as a feature sees it: who, where, when, in which language, after what. */
export interface Turn {
  readonly asker: Asker;
  readonly locale: Locale;
  readonly now: Date;
  readonly conversation: ConversationKind;
  /** Under which key the conversation is kept, where it is not the asker's own chat: what is sent there later names it. */
  readonly place?: string;
  readonly context: ConversationContext;
}

export type ConversationKind = 'personal' | 'groupChat' | 'channel';
