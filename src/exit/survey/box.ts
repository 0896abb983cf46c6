import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Answer, answerSchema } from './answer.js';

/**
 * So many bytes has every box before it is sealed, full or empty: some 150 answers, or 30 of the longest. More than a board has in
 * a tertial, and what does not fit goes into a second box.
 */
export const BOX_BYTES = 96_000;

/** What a box holds, as text of always the same length, in an order that says nothing of when an answer came. */
export function packed(answers: readonly Answer[]): string | undefined {
  // The tickets are hashes of random numbers, so their order is a random one, and the same at each writing.
  const sorted = [...answers].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const text = JSON.stringify(sorted);
  const missing = BOX_BYTES - Buffer.byteLength(text);
  return missing < 0 ? undefined : text + ' '.repeat(missing);
}

export function unpacked(text: string): Answer[] {
  return z.array(answerSchema).parse(JSON.parse(text));
}

/** What is kept of a card's ticket. */
export function ticketHash(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}
