/**
 * Teams takes 7 messages a second and 60 in half a minute from a bot in one conversation. One a second from each process keeps
 * below that with six processes for a short while and with two for ever; a 429 tells the rest.
 */
const GAP_MS = 1000;
const MOST_KEPT = 10_000;

/** When this process may next write to a conversation. Times are milliseconds since 1970. */
export interface ConversationGaps {
  /** Takes the conversation's next free moment, `from` at the earliest, and gives it; undefined, taking none, when it is after `latest`. */
  take(conversation: string, from: number, latest: number): number | undefined;
  /** When the conversation is free. */
  freeAt(conversation: string): number;
  /** Teams asked this conversation to wait until then. */
  holdOff(conversation: string, until: number): void;
}

export function createConversationGaps(): ConversationGaps {
  const freeAt = new Map<string, number>();
  const set = (conversation: string, at: number) => {
    freeAt.delete(conversation);
    freeAt.set(conversation, at);
    if (freeAt.size > MOST_KEPT) freeAt.delete(freeAt.keys().next().value!);
  };
  return {
    freeAt: (conversation) => freeAt.get(conversation) ?? 0,
    take(conversation, from, latest) {
      const at = Math.max(from, freeAt.get(conversation) ?? 0);
      if (at > latest) return undefined;
      set(conversation, at + GAP_MS);
      return at;
    },
    holdOff: (conversation, until) => set(conversation, Math.max(until, freeAt.get(conversation) ?? 0)),
  };
}
