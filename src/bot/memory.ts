import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../errors.js';
import type { Conversation, ConversationContext, ConversationStore, Turn } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Incoming } from './incoming.js';

/** As many turns of one conversation may end at the same moment: of each round of writes one wins. */
const WRITE_ATTEMPTS = 8;

/** What a turn found in storage about its conversation. */
export interface Remembered {
  readonly stored?: Conversation;
  readonly context: ConversationContext;
  readonly locale?: Locale;
}

/** A turn with what was remembered of its conversation. */
export interface Opened {
  readonly turn: Turn;
  readonly remembered: Remembered;
}

/** The moment of a turn, and after how long without one a conversation is about nothing any more. */
export interface Moment {
  readonly now: Date;
  readonly idleMs: number;
}

/** Reads the conversation: one storage call. What it was about is forgotten after `idleMs` without a turn. */
export async function recall(
  store: ConversationStore,
  incoming: Incoming,
  { now, idleMs }: Moment,
): Promise<Remembered> {
  const stored = await store.find(incoming.organisation, incoming.conversationKey);
  const isIdle = stored !== undefined && now.getTime() - stored.contextAt.getTime() > idleMs;
  return { stored, context: stored && !isIdle ? stored.context : {}, locale: stored?.locale };
}

export interface Changes extends Moment {
  readonly reference: string;
  readonly context?: ConversationContext;
  readonly locale?: Locale;
}

/**
 * Writes what the turn changed: one storage call, none when nothing changed. When another turn of the same conversation
 * wrote meanwhile, its row is read again and this turn's changes are laid over it, so neither is dropped; what both
 * changed is this turn's, as if it had come after the other.
 */
export async function remember(
  store: ConversationStore,
  incoming: Incoming,
  remembered: Remembered,
  changes: Changes,
): Promise<void> {
  let latest = remembered;
  for (let attempt = 1; ; attempt++) {
    const context = changes.context && mergeContext(remembered.context, changes.context, latest.context);
    const next = changed(latest.stored, incoming, { ...changes, context });
    if (next === undefined) return;
    try {
      return await store.save(next);
    } catch (error) {
      const lostRace = error instanceof AppError && (error.code === 'storage_conflict' || error.code === 'not_found');
      if (!lostRace || attempt === WRITE_ATTEMPTS) throw error;
      latest = await recall(store, incoming, changes);
    }
  }
}

/** What a turn made of `before`, laid over what another turn made of it meanwhile: each feature has its own part. */
function mergeContext(
  before: ConversationContext,
  after: ConversationContext,
  latest: ConversationContext,
): ConversationContext {
  const untouched = (key: string) => isDeepStrictEqual(before[key], after[key]);
  const parts = [...new Set([...Object.keys(latest), ...Object.keys(after)])];
  return Object.fromEntries(
    parts
      .map((key): [string, unknown] => [key, untouched(key) ? latest[key] : after[key]])
      .filter(([, part]) => part !== undefined),
  );
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
