import type { Locale } from '../calendar/index.js';
import type { Right } from '../people/policy.js';

/** A card before it is bound: the template's name below cards/ without the ending ("ask/answer") and its data. */
export interface View {
  readonly template: string;
  readonly data: object;
  /** The same for whoever asks, nothing personal in it: once bound it may be kept in memory and used again. */
  readonly isShared?: boolean;
  /**
   * Values of this sending alone (an id, a question), which the template reads as `own.NAME` in what its buttons send and in
   * inputs, never in a place that renders Markdown; a shared card stays shared.
   */
  readonly own?: Readonly<Record<string, string>>;
  /** The language that it is written in, when that is another than the conversation's. */
  readonly locale?: Locale;
}

/** An answer that can be rated: a random id of this one answer, and what it is about. */
export interface RateableAnswer {
  readonly answer: string;
  readonly subject: string;
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
  /** What opens instead where there is no address: a card that says document and section. */
  readonly card?: View;
}

/** A file that a message offers. The bytes are made when the message is sent, so that a card may name it for nothing. */
export interface OutgoingFile {
  /** With its ending: "Uppföljning T2 2026.docx". */
  readonly name: string;
  readonly contentType: string;
  /** One line that says what is in it, in the message's language. */
  readonly description: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** One message of the bot. `summary` is what a notification and a screen reader's list show. */
export interface Message {
  /** The question of a button that the message answers: repeated in its first line, as it was typed. */
  readonly asked?: string;
  readonly text?: string;
  readonly card?: View;
  readonly citations?: readonly Citation[];
  readonly summary?: string;
  /** The language that it is written in, when that is another than the conversation's: an answer follows its question. */
  readonly locale?: Locale;
  /** Set when it is an answer that can be rated: Teams then shows its own thumbs under it. */
  readonly rateable?: RateableAnswer;
  /** Offered below the message: by Teams' file consent, else as a link that works once; in personal chats only. */
  readonly file?: OutgoingFile;
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
  /** What the counters may know of it: a kind, never content. */
  readonly outcome?: string;
  /** By which right it was asked for, as the dispatcher found it: its files go to nobody who has lost it. */
  readonly right?: Right;
  /** Ids of what was touched, by kind, for the audit. */
  readonly touched?: Readonly<Record<string, string>>;
}

/** What a conversation remembers between turns: structured, no text that people wrote; each feature parses its own part. */
export type ConversationContext = Readonly<Record<string, unknown>>;
