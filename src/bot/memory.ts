import { AppError } from '../errors.js';
import type { Conversation, ConversationContext, ConversationStore } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Incoming } from './incoming.js';

const WRITE_ATTEMPTS = 4;

/** What a turn found in storage about its conversation. */
export interface Remembered {
  readonly stored?: Conversation;
  readonly context: ConversationContext;
  readonly locale?: Locale;
}

/** Reads the conversation: one storage call. What it was about is forgotten after `idleMs` without a turn. */
export async function recall(store: ConversationStore, incoming: Incoming, now: Date, idleMs: number): Promise<Remembered> {
  const stored = await store.find(incoming.organisation, incoming.conversationKey);
  const isIdle = stored !== undefined && now.getTime() - stored.contextAt.getTime() > idleMs;
  return { stored, context: stored && !isIdle ? stored.context : {}, locale: stored?.locale };
}

export interface Changes {
  readonly reference: string;
  readonly context?: ConversationContext;
  readonly locale?: Locale;
  readonly now: Date;
}

/**
 * Writes what the turn changed: one storage call, none when nothing changed. When another turn of the same conversation
 * wrote meanwhile, its row is read again and this turn's changes are laid over it, so neither is dropped.
 */
export async function remember(
  store: ConversationStore,
  incoming: Incoming,
  remembered: Remembered,
  changes: Changes,
): Promise<void> {
  let stored = remembered.stored;
  for (let attempt = 1; ; attempt++) {
    const next = changed(stored, incoming, changes);
    if (next === undefined) return;
    try {
      return await store.save(next);
    } catch (error) {
      const lostRace = error instanceof AppError && (error.code === 'storage_conflict' || error.code === 'not_found');
      if (!lostRace || attempt === WRITE_ATTEMPTS) throw error;
      stored = await store.find(incoming.organisation, incoming.conversationKey);
    }
  }
}

function changed(stored: Conversation | undefined, incoming: Incoming, changes: Changes): Conversation | undefined {
  const isSame =
    stored !== undefined &&
    changes.context === undefined &&
    (changes.locale === undefined || changes.locale === stored.locale) &&
    stored.reference === changes.reference;
  if (isSame) return undefined;
  return {
    organisation: incoming.organisation,
    key: incoming.conversationKey,
    personId: incoming.kind === 'personal' ? incoming.personId : undefined,
    reference: changes.reference,
    locale: changes.locale ?? stored?.locale,
    context: changes.context ?? stored?.context ?? {},
    contextAt: changes.context ? changes.now : (stored?.contextAt ?? changes.now),
    version: stored?.version,
  };
}
