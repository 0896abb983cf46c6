import type { Locale } from '../calendar/index.js';

/** A card before it is bound: the template's name below cards/ without the ending ("ask/answer") and its data. */
export interface View {
  readonly template: string;
  readonly data: object;
  /** The same for whoever asks, nothing personal in it: once bound it may be kept in memory and used again. */
  readonly isShared?: boolean;
}

/** Where a statement comes from. `n` is the number in the text, "[1]". `url` is missing where the source has no address. */
export interface Citation {
  readonly n: number;
  /** The source's id in knowledge/sources.yml, or the name of an imported file. */
  readonly document: string;
  readonly title: string;
  /** Not there for an imported file, whose year nobody stated. */
  readonly year?: number;
  readonly section: string;
  readonly abstract: string;
  readonly url?: string;
}

/** One message of the bot. `summary` is what a notification and a screen reader's list show. */
export interface Message {
  readonly text?: string;
  readonly card?: View;
  readonly citations?: readonly Citation[];
  readonly summary?: string;
  /** The language that it is written in, when that is another than the conversation's: an answer follows its question. */
  readonly locale?: Locale;
}

/**
 * What a feature wants to happen, as plain data; only bot/ sends.
 * `post` are new messages; `replace` takes the place of the card whose button was pressed; `toast` is a short line beside it.
 * `context` replaces what the conversation remembers, `locale` the language of the conversation from now on.
 */
export interface Reply {
  readonly post?: readonly Message[];
  readonly replace?: View;
  readonly toast?: string;
  readonly context?: ConversationContext;
  readonly locale?: Locale;
  /** What the counters and the audit may know of it: a kind, never content. */
  readonly outcome?: string;
}

/** What a conversation remembers between turns: structured, no text that people wrote; each feature parses its own part. */
export type ConversationContext = Readonly<Record<string, unknown>>;
