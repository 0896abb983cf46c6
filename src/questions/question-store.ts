import type { Range } from '../feedback/index.js';
import type { HandledQuestion, Handling, Question, QuestionForm } from './question.js';

/** A question as it was read, with the version of its handling; undefined while nobody has handled it. */
export interface StoredQuestion {
  readonly question: HandledQuestion;
  readonly version: string | undefined;
}

/** Where questions are kept, and apart from them what HR did with each; provided by storage/. */
export interface QuestionStore {
  /** Keeps the question, or gives the one that this person has sent with the same form before. */
  add(form: QuestionForm & Omit<Question, 'id'>): Promise<{ readonly question: Question; readonly isNew: boolean }>;
  find(organisation: string, id: string): Promise<StoredQuestion | undefined>;
  /** Throws `storage_conflict` when somebody else handled the question since `version` was read. */
  handle(question: Question, handling: Handling, version: string | undefined): Promise<void>;
  /** Newest first within an organisation. */
  list(range: Range): AsyncIterable<HandledQuestion>;
}
