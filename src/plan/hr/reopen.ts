import type { Reply, Turn } from '../../actions/index.js';
import type { Round } from '../round/index.js';
import { statusOf } from './follow.js';
import { noticeView, ownRound, type PlanHrParts, personOf, unknown } from './parts.js';
import { createReopenSteps, shortened } from './reopen-steps.js';
import { planHrTexts } from './texts.js';
import type { PickStep } from './values.js';

/** Opens one answered item again, in a card of its own: the round's card is made anew while somebody chooses. */
export function createReopen(parts: PlanHrParts) {
  const { conduct, liveCards } = parts;
  const { step, itemChosen } = createReopenSteps(parts);

  const notice = (turn: Turn, line: string): Reply => ({
    replace: noticeView(planHrTexts[turn.locale].unchangedTitle, line),
    outcome: 'round-unchanged',
  });

  return {
    async open(turn: Turn, round: Round): Promise<Reply> {
      const texts = planHrTexts[turn.locale];
      const card = await step(turn, round, { round: round.id, department: '', unit: '', page: 1, choice: '' });
      if (!card) return { toast: texts.reopenNone, outcome: 'round-unchanged' };
      return { post: [{ card, summary: round.title }], toast: texts.below, outcome: 'round-reopen' };
    },

    /** A department or a unit is chosen, or another page of the same step. */
    async pick(turn: Turn, chosen: PickStep): Promise<Reply> {
      const stored = await ownRound(parts, turn, chosen.round);
      if (!stored) return unknown(turn);
      const { choice, department } = chosen;
      const next =
        choice === ''
          ? chosen
          : { ...chosen, page: 1, ...(department === '' ? { department: choice } : { unit: choice }) };
      const card = await step(turn, stored.round, next);
      return card ? { replace: card, outcome: 'round-reopen' } : notice(turn, planHrTexts[turn.locale].reopenGone);
    },

    async item(turn: Turn, chosen: PickStep): Promise<Reply> {
      const texts = planHrTexts[turn.locale];
      const stored = await ownRound(parts, turn, chosen.round);
      if (!stored) return unknown(turn);
      const item = await itemChosen(stored.round, chosen);
      if (!item) {
        const card = chosen.choice === '' ? await step(turn, stored.round, chosen) : undefined;
        return card ? { replace: card, outcome: 'round-reopen' } : notice(turn, texts.reopenGone);
      }
      const outcome = await conduct.reopenItem(item, item.key, personOf(turn).id, turn.now);
      if (outcome === 'closed') return notice(turn, texts.notOpen);
      if (outcome === 'unknown' || outcome === 'silent') return notice(turn, texts.reopenGone);
      await liveCards.changed(statusOf(stored.round));
      const place = [item.department, item.unit].filter(Boolean).join(', ');
      return {
        replace: noticeView(texts.reopenedTitle, texts.reopenedLine(shortened(item.text), place)),
        touched: { round: stored.round.id, item: item.key },
        outcome: 'round-item-reopened',
      };
    },
  };
}

export type Reopen = ReturnType<typeof createReopen>;
