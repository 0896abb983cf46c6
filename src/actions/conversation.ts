import type { Locale } from '../calendar/index.js';
import type { ConversationContext } from './reply.js';

/**
 * What is kept of one conversation: where to reach it (opaque JSON that only bot/ reads), the language chosen in it and
 * what it remembers. A personal chat is kept under the person, so that a proactive message finds it by person.
 */
export interface Conversation {
  readonly organisation: string;
  /** `person:<Entra id>` for a personal chat, else `conversation:<Teams id>`. */
  readonly key: string;
  readonly personId?: string;
  readonly reference: string;
  readonly locale?: Locale;
  readonly context: ConversationContext;
  readonly contextAt: Date;
  /** Set by storage: the version that was read; a write of an older version is refused and retried. */
  readonly version?: string;
}

/** Where conversations are kept. `save` throws `storage_conflict` when somebody else wrote since `version` was read. */
export interface ConversationStore {
  find(organisation: string, key: string): Promise<Conversation | undefined>;
  save(conversation: Conversation): Promise<void>;
  remove(organisation: string, key: string): Promise<void>;
}
