import type { FeedbackStores } from '../feedback/index.js';
import { openQuestionCounts } from './question-counts.js';
import { openRatings } from './ratings.js';
import type { Storage } from './table.js';

/** All that feedback keeps, each in a table of its own. */
export function openFeedback(storage: Storage): FeedbackStores {
  return {
    ratings: openRatings(storage),
    counts: openQuestionCounts(storage),
  };
}
