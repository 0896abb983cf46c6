import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerSchema } from './answer.js';
import { sumsSchema } from './sums.js';

/**
 * So many bytes has every box before it is sealed, full or empty: some 150 answers, or 30 of the longest. More than a board has in
 * a tertial, and what does not fit goes into a second box.
 */
export const BOX_BYTES = 96_000;

const contentSchema = z.object({ answers: z.array(answerSchema), sums: sumsSchema });
/** Answers, and what those who told of themselves said, as sums. */
export type Content = z.infer<typeof contentSchema>;

/** What a box holds, as text of always the same length, in an order that says nothing of when an answer came; undefined for too much. */
export function packed({ answers, sums }: Content): string | undefined {
  // The tickets are hashes of random numbers, so their order is a random one, and the same at each writing.
  const sorted = [...answers].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const text = JSON.stringify({ answers: sorted, sums });
  const missing = BOX_BYTES - Buffer.byteLength(text);
  return missing < 0 ? undefined : text + ' '.repeat(missing);
}

export function unpacked(text: string): Content {
  return contentSchema.parse(JSON.parse(text));
}

/** What is kept of a card's ticket. */
export function ticketHash(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}
