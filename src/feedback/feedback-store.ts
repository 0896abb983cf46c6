import type { AnswerKind } from '../ask/index.js';

/** What somebody thinks of one answer. Nobody can tell who: the answer's id is random and stands in no row of a person. */
export interface Rating {
  readonly organisation: string;
  readonly answer: string;
  readonly subject: string;
  readonly rating: 'up' | 'down';
  /** Free text without personal identity numbers. */
  readonly reason?: string;
  /** The day in Stockholm, no finer: 2026-03-01. */
  readonly day: string;
}

/**
 * How many questions of one kind and subject were answered on a day, counted by one run of the bot. A run writes its total
 * anew each time, so writing twice counts once; the day's figure is the sum over its runs.
 */
export interface QuestionCount {
  readonly organisation: string;
  readonly day: string;
  readonly kind: AnswerKind;
  readonly subject: string;
  readonly run: string;
  readonly count: number;
}

/** Which rows: those of the days from `from` to `to`, both included; of all organisations when none is named. */
export interface Range {
  readonly organisation?: string;
  readonly from: string;
  readonly to: string;
}

export interface RatingStore {
  find(organisation: string, answer: string): Promise<Rating | undefined>;
  /** Writes over what the same answer was rated before. */
  save(rating: Rating): Promise<void>;
  list(range: Range): AsyncIterable<Rating>;
}

export interface QuestionCountStore {
  /** One storage call an organisation and month, for up to 100 rows. */
  save(counts: readonly QuestionCount[]): Promise<void>;
  list(range: Range): AsyncIterable<QuestionCount>;
}

/** All that feedback keeps; provided by storage/. */
export interface FeedbackStores {
  readonly ratings: RatingStore;
  readonly counts: QuestionCountStore;
}
