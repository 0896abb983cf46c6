import type { RateableAnswer } from '../actions/index.js';

/** About 300 bytes each: as many as some minutes of a busy day. */
const MOST_KEPT = 4000;

/**
 * Which answer stands in which message, for Teams' own thumbs, which name the message only. In memory alone and only the newest:
 * a row would lead from a person's chat to a rating that is kept without person. After a restart, or in another process, the
 * thumbs on the card still work: they carry the answer's id.
 */
export class RecentAnswers {
  readonly #answers = new Map<string, RateableAnswer>();

  add(conversationId: string, messageId: string | undefined, answer: RateableAnswer): void {
    this.#put(conversationId, answer);
    if (messageId) this.#put(keyOf(conversationId, messageId), answer);
  }

  /** The answer of the message; the conversation's last one where the client does not name the message. */
  find(conversationId: string, messageId: string | undefined): RateableAnswer | undefined {
    return this.#answers.get(messageId === undefined ? conversationId : keyOf(conversationId, messageId));
  }

  #put(key: string, answer: RateableAnswer): void {
    // A Map keeps the order of insertion, so what is put in again is the newest.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > MOST_KEPT) this.#answers.delete(this.#answers.keys().next().value!);
  }
}

function keyOf(conversationId: string, messageId: string): string {
  return `${conversationId}\n${messageId}`;
}
