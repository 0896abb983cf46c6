import type { Locale } from '../calendar/index.js';

/** Where a person can be reached in their own chat with the bot. */
export interface Reach {
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
