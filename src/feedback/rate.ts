import { z } from 'zod';
import type { RateableAnswer, Reply, Turn, View } from '../actions/index.js';
import { type AnswerCard, feedbackData, type Rated, type RefusedBecause, type Subjects } from '../ask/index.js';
import { stockholmDate } from '../calendar/index.js';
import { organisationOf } from '../people/index.js';
import { type GuardText, judge, LONGEST_SHOWN } from '../privacy/index.js';
import type { Rating, RatingStore } from './feedback-store.js';
import { feedbackTexts } from './texts.js';

/** As the input on the cards says. Longer ones come from Teams' own form, and are given back to be shortened. */
const MAX_REASON_LENGTH = 1000;
/** What is too long to keep is given back in full up to this, so that the card stays below its limit. */
const LONGEST_GIVEN_BACK = 3 * MAX_REASON_LENGTH;

/** What a thumb on a card sends. `origin` is missing on the form that stands by itself. */
export const rateSchema = z
  .object({
    answer: z.string().uuid(),
    subject: z.string().min(1).max(200),
    origin: z.string().max(8000).optional(),
    rating: z.enum(['up', 'down']),
    reason: z.string().trim().max(LONGEST_GIVEN_BACK).optional(),
    /** Which delicate words of the reason its writer was asked about before. */
    shown: z.string().max(LONGEST_SHOWN).optional(),
  })
  .strict();

/** A thumb of Teams itself: of which answer is known only as long as the process remembers what it sent. */
export interface LoopRating {
  readonly rating: 'up' | 'down';
  readonly reason?: string;
  readonly about?: RateableAnswer;
}

export interface RateParts {
  readonly ratings: RatingStore;
  readonly subjects: Pick<Subjects, 'isKnown'>;
  readonly guard: GuardText;
  readonly again: (turn: Turn, card: AnswerCard, rated: Rated) => View | undefined;
}

type Given = RateableAnswer & Pick<Rating, 'rating' | 'reason'> & { readonly shown?: string };

/** Keeps ratings: at most one an answer, without person. */
export function createRate({ ratings, subjects, again, guard }: RateParts) {
  /**
   * Saves the thumb, and the reason unless the guard stops it or asks about it first. A second press on the same answer changes the first;
   * the reason stays as long as the thumb does.
   */
  async function save(turn: Turn, { answer, subject, rating, reason, shown }: Given): Promise<Rated> {
    const organisation = organisationOf(turn.asker);
    const refused = reason === undefined ? undefined : whyRefused(reason, shown);
    const before = await ratings.find(organisation, answer);
    const kept = before?.rating === rating ? before.reason : undefined;
    const saved = (refused === undefined ? reason : undefined) ?? kept;
    await ratings.save({ organisation, answer, subject, rating, reason: saved, day: stockholmDate(turn.now) });
    if (reason !== undefined && refused) return { rating, reason: { state: 'refused', typed: reason, ...refused } };
    return { rating, reason: { state: saved === undefined ? 'asked' : 'saved' } };
  }

  /** Why a reason is not kept; undefined when it may be. Delicate words are asked about once, the second press keeps them. */
  function whyRefused(reason: string, shown?: string): { why: RefusedBecause; shown?: string } | undefined {
    if (reason.length > MAX_REASON_LENGTH) return { why: 'tooLong' };
    const verdict = judge(guard(reason), shown);
    if (verdict.kind === 'blocked') return { why: 'number' };
    return verdict.kind === 'ask' ? { why: 'sensitive', shown: verdict.shown } : undefined;
  }

  return {
    /** A press on a card: the card comes back in its place, with thanks. */
    async onCard(turn: Turn, { origin, ...input }: z.infer<typeof rateSchema>): Promise<Reply> {
      const texts = feedbackTexts[turn.locale];
      if (!subjects.isKnown(input.subject, organisationOf(turn.asker)))
        return { toast: texts.cardTooOld, outcome: 'rating-too-old' };
      const rated = await save(turn, { ...input, reason: input.reason || undefined });
      const replace = origin === undefined ? reasonView(input, rated) : again(turn, { ...input, origin }, rated);
      const isRefused = rated.reason.state === 'refused';
      return {
        // The answer that the card shows cannot be made again (the knowledge has changed): a refused reason needs its form.
        ...(replace || isRefused ? { replace: replace ?? reasonView(input, rated) } : { toast: texts.thanks }),
        outcome: isRefused ? 'rating-refused' : 'rated',
      };
    },

    /** A thumb of Teams itself, whose form is closed by now: only what must be mended is said. */
    async inLoop(turn: Turn, { rating, reason, about }: LoopRating): Promise<Reply> {
      const texts = feedbackTexts[turn.locale];
      if (!about || !subjects.isKnown(about.subject, organisationOf(turn.asker)))
        return { post: [{ text: texts.whichAnswer }], outcome: 'rating-lost' };
      const rated = await save(turn, {
        ...about,
        rating,
        reason: reason?.trim().slice(0, LONGEST_GIVEN_BACK) || undefined,
      });
      if (rated.reason.state !== 'refused') return { outcome: 'rated' };
      return { post: [{ card: reasonView(about, rated) }], outcome: 'rating-refused' };
    },
  };
}

/** The reason's form by itself, for a rating whose answer is not at hand. */
function reasonView({ answer, subject }: RateableAnswer, rated: Rated): View {
  return { template: 'feedback/reason', data: { feedback: feedbackData(subject, rated) }, own: { answer } };
}
