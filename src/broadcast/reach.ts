import type { Locale } from '../calendar/index.js';

/** Where a person can be reached in their own chat with the bot, or a conversation of many where it was met. */
export interface Reach {
  /** A person, or the key of a conversation. */
  readonly person: string;
  readonly reference: string;
  /** The language that the person chose in the chat. */
  readonly locale?: Locale;
}

/** Who has a chat with the bot; provided by storage/. */
export interface Reaches {
  find(organisation: string, person: string): Promise<Reach | undefined>;
  /** All of an organisation, page by page. */
  list(organisation: string): AsyncIterable<Reach>;
}
