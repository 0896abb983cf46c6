import type { Message } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';

/** To whom a message is made. */
export interface Recipient {
  readonly person: string;
  readonly locale: Locale;
}

/** Makes the message of one kind of broadcast. A throw or rejection fails the delivery as `rejected`, never the worker. */
export type Compose = (broadcast: Broadcast, to: Recipient) => Message | Promise<Message>;

/** By the kind of the broadcast; each feature hands its own in. */
export type Composers = Readonly<Record<string, Compose>>;
