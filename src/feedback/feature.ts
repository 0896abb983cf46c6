import { defineAction, type Feature, type Reply, type Turn } from '../actions/index.js';
import type { AskFeature, Subjects } from '../ask/index.js';
import type { Permission } from '../people/index.js';
import type { GuardText } from '../privacy/index.js';
import type { FeedbackStores } from './feedback-store.js';
import { createFigures, type Figures } from './figures.js';
import { createRate, type LoopRating, rateSchema } from './rate.js';

export interface FeedbackFeature {
  readonly feature: Feature;
  /** What is done with a thumb of Teams' own. */
  readonly loop: { readonly allow: Permission; handle(turn: Turn, rating: LoopRating): Promise<Reply> };
  /** What was asked and rated, for HR's card. */
  readonly figures: Figures;
}

export interface FeedbackParts {
  readonly stores: FeedbackStores;
  readonly subjects: Subjects;
  readonly again: AskFeature['again'];
  readonly guard: GuardText;
  readonly flushCounts: () => Promise<void>;
}

/** Thumbs on answers, and the figures of what was asked and rated. */
export function feedbackFeature(parts: FeedbackParts): FeedbackFeature {
  const { stores, subjects, again, guard } = parts;
  const rate = createRate({ ratings: stores.ratings, subjects, again, guard });
  return {
    feature: {
      name: 'feedback',
      actions: [
        defineAction({
          verb: 'feedback.rate',
          schema: rateSchema,
          allow: 'feedback.rate',
          isAnonymous: true,
          handle: (input, turn) => rate.onCard(turn, input),
        }),
      ],
      commands: [],
    },
    loop: { allow: 'feedback.rate', handle: (turn, rating) => rate.inLoop(turn, rating) },
    figures: createFigures(parts),
  };
}
