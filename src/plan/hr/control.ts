import { type Action, defineAction, type Reply, type Turn } from '../../actions/index.js';
import { isCivil, nextCivilMoment, stockholmDate } from '../../calendar/index.js';
import { momentIn } from '../../broadcast/index.js';
import type { Round } from '../round/index.js';
import { countRound } from './count.js';
import { createExtend } from './extend.js';
import { type Follow, statusOf } from './follow.js';
import { noticeView, notOpen, ownRound, type PlanHrParts, personOf, unknown } from './parts.js';
import type { Sendings } from './sendings.js';
import { possible } from './status-view.js';
import { planHrTexts } from './texts.js';
import { extendSchema, pressSchema, roundIdSchema } from './values.js';

/** What the buttons of a round's card do. */
export function createControl(parts: PlanHrParts, follow: Follow, sendings: Sendings): Action[] {
  const { rounds, conduct, broadcasts, liveCards } = parts;
  const extend = createExtend(parts, sendings);

  /** Runs on a round of the asker's organisation. */
  async function withRound(turn: Turn, id: string, run: (round: Round) => Promise<Reply>): Promise<Reply> {
    const stored = await ownRound(parts, turn, id);
    return stored ? run(stored.round) : unknown(turn);
  }

  async function canNow(round: Round) {
    const [count, counts] = [
      await countRound(rounds.digests(round.organisation, round.id)),
      await sendings.counts(round),
    ];
    return { count, can: possible(round, count, counts) };
  }

  /** Asks in a card of its own: the round's card is made anew while somebody thinks. */
  function asked(turn: Turn, template: string, data: object, summary: string): Reply {
    return { post: [{ card: { template, data }, summary }], toast: planHrTexts[turn.locale].below };
  }

  const unchanged = ({ locale }: Turn): Reply => ({
    replace: noticeView(planHrTexts[locale].unchangedTitle, planHrTexts[locale].unchangedLine),
    outcome: 'round-unchanged',
  });

  async function remind(turn: Turn, round: Round): Promise<Reply> {
    const texts = planHrTexts[turn.locale];
    const { can } = await canNow(round);
    if (!can.remind) return { toast: texts.reminded(0), outcome: 'round-reminded' };
    let reminded = 0;
    for await (const broadcast of sendings.of(round)) reminded += await parts.remind(broadcast, turn.now);
    await liveCards.changed(statusOf(round));
    // Nobody is written to at night or on a holiday: then it waits.
    const toast = isCivil(turn.now)
      ? texts.reminded(reminded)
      : texts.remindedLater(momentIn(nextCivilMoment(turn.now)));
    return { toast, touched: { round: round.id }, outcome: 'round-reminded' };
  }

  async function resend(turn: Turn, round: Round, press: string): Promise<Reply> {
    const { can } = await canNow(round);
    // The card may be an old one: what is over stays over.
    if (can.resend)
      for await (const { organisation, id } of sendings.of(round))
        await broadcasts.press(organisation, id, { id: `resend ${press}`, kind: 'resend', at: turn.now });
    return { replace: await follow.status(round, turn.locale), outcome: 'round-resent' };
  }

  async function close(turn: Turn, { organisation, id }: Round): Promise<Reply> {
    const texts = planHrTexts[turn.locale];
    await conduct.close(organisation, id, personOf(turn).id, turn.now);
    await liveCards.changed(statusOf({ organisation, id }));
    const replace = noticeView(texts.closedRoundTitle, texts.closedRoundLine);
    return { replace, touched: { round: id }, outcome: 'round-closed' };
  }

  async function openAgain(turn: Turn, { organisation, id }: Round): Promise<Reply> {
    await conduct.reopen(organisation, id);
    await liveCards.changed(statusOf({ organisation, id }));
    const stored = await rounds.find(organisation, id);
    if (!stored) return unknown(turn);
    return {
      replace: await follow.status(stored.round, turn.locale),
      touched: { round: id },
      outcome: 'round-open-again',
    };
  }

  const simple = (verb: string, run: (turn: Turn, round: Round) => Promise<Reply>): Action =>
    defineAction({
      verb,
      schema: roundIdSchema,
      allow: 'plan.handle',
      handle: ({ round }, turn) => withRound(turn, round, (found) => run(turn, found)),
    });

  return [
    simple('plan.round.remind', remind),
    simple('plan.round.close', async (turn, round) => {
      const { count, can } = await canNow(round);
      if (!can.close) return notOpen(turn);
      const question = planHrTexts[turn.locale].closeAsk(count.items - count.answered);
      return asked(turn, 'plan/close', { round: round.id, title: round.title, question }, question);
    }),
    simple('plan.round.close-yes', close),
    simple('plan.round.keep', async (turn) => unchanged(turn)),
    simple('plan.round.open-again', openAgain),
    simple('plan.round.extend', async (turn, round) => {
      if (round.state !== 'open') return notOpen(turn);
      const data = { round: round.id, title: round.title, deadline: stockholmDate(round.deadline), problem: '' };
      return asked(turn, 'plan/extend', data, round.title);
    }),
    defineAction({
      verb: 'plan.round.extend-save',
      schema: extendSchema,
      allow: 'plan.handle',
      handle: ({ round, deadline }, turn) => withRound(turn, round, (found) => extend(turn, found, deadline)),
    }),
    defineAction({
      verb: 'plan.round.resend',
      schema: pressSchema,
      allow: 'plan.handle',
      handle: ({ round, press }, turn) => withRound(turn, round, (found) => resend(turn, found, press)),
    }),
  ];
}
