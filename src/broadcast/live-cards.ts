import { randomUUID } from 'node:crypto';
import type { Clock } from '../calendar/index.js';
import type { Broadcasts } from './broadcasts.js';

/** What a card is about: a broadcast's progress, a question, a case. */
export interface Subject {
  readonly organisation: string;
  /** Which composer makes the card. It makes it from what is stored at that moment, so that the card is always true. */
  readonly kind: string;
  readonly id: string;
}

/** Which cards show a subject; provided by storage/. */
export interface LiveCardStore {
  add(subject: Subject, broadcast: string): Promise<void>;
  list(subject: Subject): AsyncIterable<string>;
}

/**
 * Cards that stay true. Such a card is a broadcast whose edition counts up each time its subject changes, so it is delivered and
 * updated by the ledger as all else: through the shared rate, through faults and crashes, once to each.
 */
export interface LiveCards {
  /**
   * Sends a card about the subject to each person, or one to a conversation that all of them read. `title` is what lists and notifications show. With a `name` and its moment
   * `at` it is the same card however often it is shown, so that a call that a crash cut off may be repeated.
   */
  show(
    subject: Subject,
    to: readonly string[] | { readonly conversation: string },
    about: { readonly title: string; readonly by?: string; readonly name?: string; readonly at?: Date },
  ): Promise<void>;
  /** The subject changed: every card about it, in whatever chat, is made anew. */
  changed(subject: Subject): Promise<void>;
}

export function createLiveCards({
  store,
  broadcasts,
  clock,
}: {
  readonly store: LiveCardStore;
  readonly broadcasts: Broadcasts;
  readonly clock: Clock;
}): LiveCards {
  return {
    async show(subject, to, { title, by, name = randomUUID(), at = clock() }) {
      const { organisation, kind, id } = subject;
      const { broadcast } = await broadcasts.create({
        organisation,
        name,
        createdAt: at,
        kind,
        title,
        content: { subject: id },
        audience: 'conversation' in to ? { conversation: to.conversation } : { persons: [...to] },
        createdBy: by,
      });
      await store.add(subject, broadcast.id);
    },
    async changed(subject) {
      for await (const id of store.list(subject)) await broadcasts.touch(subject.organisation, id);
    },
  };
}
