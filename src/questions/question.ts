import { createHash } from 'node:crypto';

/** A question whose asker pressed "Skicka frågan till HR". */
export interface Question {
  readonly organisation: string;
  readonly id: string;
  /** When the form was opened. */
  readonly openedAt: Date;
  readonly personId: string;
  readonly question: string;
  readonly sentAt: Date;
}

/**
 * Where a question stands:
 *   sent -> claimed -> answered | closed;  claimed -> sent (handed back);  sent -> answered | closed
 * `by` is the person of HR. Answered and closed are final: the asker has read it.
 */
export type Handling =
  | { readonly state: 'sent' }
  | { readonly state: 'claimed'; readonly by: string; readonly at: Date }
  | { readonly state: 'answered' | 'closed'; readonly by: string; readonly at: Date; readonly text: string };

/** What HR decided about a question; `text` is the answer, or why it was closed without one. */
export type Outcome = Extract<Handling, { state: 'answered' | 'closed' }>;

/** A question and where it stands. */
export interface HandledQuestion extends Question {
  readonly handling: Handling;
}

/** What identifies a question before it is stored: the same form of the same person, sent twice, is one. */
export interface QuestionForm {
  readonly openedAt: Date;
  readonly personId: string;
  readonly form: string;
}

/**
 * The question's id: the moment first, by which storage sorts, then a hash, so that the id tells nothing of the person and nobody
 * makes another's id from a form that they have seen.
 */
export function questionId({ openedAt, personId, form }: QuestionForm): string {
  const hash = createHash('sha256').update(`${personId}\n${form}`).digest('hex').slice(0, 32);
  return `${String(openedAt.getTime())}-${hash}`;
}

/** As buttons carry it. */
export const QUESTION_ID = /^\d{1,15}-[0-9a-f]{32}$/;
