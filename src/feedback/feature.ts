import { z } from 'zod';
import { defineAction, type Feature, type Reply, type Turn, type View } from '../actions/index.js';
import type { AskFeature, Subjects } from '../ask/index.js';
import { organisationOf, type Permission, type PeopleDirectory } from '../people/index.js';
import type { FeedbackStores } from './feedback-store.js';
import { listView } from './list-card.js';
import { createRate, type LoopRating, rateSchema } from './rate.js';
import { composeSchema, createSendQuestion, sendSchema } from './send-question.js';
import { feedbackTexts } from './texts.js';

export interface FeedbackFeature {
  readonly feature: Feature;
  /** What is done with a thumb of Teams' own. */
  readonly loop: { readonly allow: Permission; handle(turn: Turn, rating: LoopRating): Promise<Reply> };
}

export interface FeedbackParts {
  readonly stores: FeedbackStores;
  readonly subjects: Subjects;
  readonly directory: Pick<PeopleDirectory, 'find' | 'managerOf'>;
  readonly again: AskFeature['again'];
  /** Writes what is counted but not stored yet, so that HR's card holds the question of a moment ago. */
  readonly flushCounts: () => Promise<void>;
}

const pageSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();

/** Thumbs on answers, questions sent to HR, and HR's view of both. */
export function feedbackFeature({ stores, subjects, directory, again, flushCounts }: FeedbackParts): FeedbackFeature {
  const rate = createRate({ ratings: stores.ratings, subjects, again });
  const question = createSendQuestion({ questions: stores.questions, managerOf: (id) => directory.managerOf(id) });

  async function list(turn: Turn, page: number): Promise<View> {
    await flushCounts();
    return listView({ ...stores, subjects, directory }, turn, organisationOf(turn.asker), page);
  }

  async function show(turn: Turn): Promise<Reply> {
    const texts = feedbackTexts[turn.locale];
    // Names and what people wrote: nobody else of a group chat may read it.
    if (turn.conversation !== 'personal')
      return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
    return { post: [{ card: await list(turn, 1), summary: texts.listTitle }], outcome: 'questions' };
  }

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
        defineAction({
          verb: 'feedback.compose',
          schema: composeSchema,
          allow: 'feedback.send',
          handle: (input, turn) => question.compose(turn, input),
        }),
        defineAction({
          verb: 'feedback.send',
          schema: sendSchema,
          allow: 'feedback.send',
          handle: (input, turn) => question.send(turn, input),
        }),
        defineAction({
          verb: 'feedback.cancel',
          schema: z.object({}).strict(),
          allow: 'feedback.send',
          handle: () => question.cancel(),
        }),
        defineAction({
          verb: 'feedback.page',
          schema: pageSchema,
          allow: 'feedback.read',
          handle: async ({ page }, turn) => {
            if (turn.conversation !== 'personal') return { toast: feedbackTexts[turn.locale].onlyInPersonalChat };
            return { replace: await list(turn, page), outcome: 'questions' };
          },
        }),
      ],
      commands: [{ id: 'feedback.list', phrases: ['frågor', 'questions'], allow: 'feedback.read', handle: show }],
    },
    loop: { allow: 'feedback.rate', handle: (turn, rating) => rate.inLoop(turn, rating) },
  };
}
