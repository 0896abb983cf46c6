import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { numberIn, versionOf } from '../../broadcast/index.js';
import type { Compose } from './compose.js';
import type { Desk, RoundDraft } from './desk.js';
import type { PlanHrParts } from './parts.js';
import { summarise, titleOfPerson } from './summary.js';
import { planHrTexts } from './texts.js';
import type { previewSchema } from './values.js';

/** So many recipients can be chosen, those with most to answer. */
const MOST = 50;

/**
 * The very card of one recipient in the place of the rehearsal, and below it a card to choose another, go back or send. Without a
 * choice it is the one who has most to answer.
 */
export function createPreview({ directory, conduct, preview }: PlanHrParts, desk: Desk, compose: Compose) {
  return {
    show: (turn: Turn, { form, person }: z.infer<typeof previewSchema>): Promise<Reply> =>
      compose.withDraft(turn, form, async (draft) => {
        const review = await desk.review(turn, draft);
        if (review.kind === 'faulty') return compose.show(turn, draft);
        // As it is sent: with what was said in the round before.
        const { loads } = summarise((await conduct.plan(review.round)).items);
        const known = loads.flatMap(({ person: id, items }) => {
          const found = directory.find(id);
          return found ? [{ person: found, items }] : [];
        });
        const one = known.find((load) => load.person.id === person) ?? known[0];
        if (!one) return compose.show(turn, draft, planHrTexts[turn.locale].nobodyAsked);
        const message = preview(review.round, one.items, one.person, turn.locale);
        const canSend = review.functions.every(({ standIn }) => standIn);
        const card = {
          template: 'plan/preview',
          data: {
            ...buttonsOf(draft),
            who: titleOfPerson(one.person),
            items: numberIn(turn.locale, one.items.length),
            people: numberIn(turn.locale, known.length),
            person: one.person.id,
            choices: known.slice(0, MOST).map((load) => ({
              title: `${titleOfPerson(load.person)} (${load.items.length})`,
              value: load.person.id,
            })),
            canSend,
          },
        };
        return {
          ...(message.card ? { replace: message.card } : {}),
          post: [{ card, summary: review.round.title }],
          outcome: 'round-previewed',
        };
      }),
  };
}

function buttonsOf(draft: RoundDraft) {
  return { form: draft.form, version: versionOf(draft) };
}
