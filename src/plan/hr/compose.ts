import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { reachesOf, versionOf } from '../../broadcast/index.js';
import type { Round } from '../round/index.js';
import type { Desk, PlannedRound, RoundDraft } from './desk.js';
import { formView } from './form-view.js';
import { noticeView, type PlanHrParts, personOf } from './parts.js';
import { freeTitle, proposeRound } from './proposal.js';
import { peopleOf, rehearsalView } from './rehearsal-view.js';
import { planHrTexts } from './texts.js';
import { type formSchema, type rehearseSchema, roundValuesSchema, type sendSchema, type Values } from './values.js';

/** The way of a round from an empty form over its rehearsal to the sending. Whatever is refused keeps all that was typed. */
export function createCompose(parts: PlanHrParts, desk: Desk, showStatus: (turn: Turn, round: Round) => Promise<void>) {
  const { rounds, drafts, directory } = parts;

  const newForm = ({ now }: Turn) => ({ form: randomUUID(), openedAt: now });

  async function backToForm(
    turn: Turn,
    { form, openedAt, values }: Pick<RoundDraft, 'form' | 'openedAt' | 'values'>,
    problems: readonly string[],
  ): Promise<Reply> {
    const open = { form, openedAt: openedAt.toISOString(), typed: values, problems };
    const card = formView(open, await desk.choicesFor(turn));
    return { replace: card, outcome: problems.length > 0 ? 'round-refused' : 'round-form' };
  }

  async function rehearsal(turn: Turn, draft: RoundDraft, planned: PlannedRound, note?: string): Promise<Reply> {
    await drafts.save(draft);
    const people = peopleOf(planned, directory);
    const reaches = await reachesOf(draft.organisation, people, parts.reaches);
    const about = { directory, reaches, perSecond: parts.perSecond, locale: turn.locale, note };
    return { replace: rehearsalView(draft, planned, about), outcome: 'round-rehearsed' };
  }

  /** The draft as it is now: its rehearsal, or the form when something must be mended. */
  async function show(turn: Turn, draft: RoundDraft, note?: string): Promise<Reply> {
    const review = await desk.review(turn, draft);
    if (review.kind === 'planned') return rehearsal(turn, draft, review, note);
    return backToForm(turn, { ...draft, values: { ...draft.values, shown: review.shown } }, review.problems);
  }

  const gone = ({ locale }: Turn): Reply => ({ toast: planHrTexts[locale].draftGone, outcome: 'round-draft-gone' });

  /** Runs on the asker's own draft. */
  async function withDraft(turn: Turn, form: string, run: (draft: RoundDraft) => Promise<Reply>): Promise<Reply> {
    const draft = await desk.ownDraft(turn, form);
    return draft ? run(draft) : gone(turn);
  }

  async function start(turn: Turn, draft: RoundDraft, planned: PlannedRound): Promise<Reply> {
    const texts = planHrTexts[turn.locale];
    const { round } = planned;
    const outcome = await parts.conduct.start(round);
    const kept = outcome === 'already' ? (await rounds.find(round.organisation, round.id))?.round : round;
    if (kept && !isSame(kept, round))
      // The form was sent from another device and then changed here: this is another round.
      return show(turn, { ...draft, ...newForm(turn) }, texts.sentDifferently(kept.title));
    await showStatus(turn, round);
    return {
      replace: noticeView(texts.sentTitle, texts.sentLine),
      touched: { round: round.id },
      outcome: outcome === 'started' ? 'round-sent' : 'round-sent-already',
    };
  }

  return {
    withDraft,
    show,

    async open(turn: Turn): Promise<Reply> {
      const texts = planHrTexts[turn.locale];
      const choices = await desk.choicesFor(turn);
      if (choices.plans.length === 0) {
        const card = noticeView(texts.noPlansTitle, texts.noPlansLine);
        return { post: [{ card, summary: texts.noPlansTitle }], outcome: 'round-no-plans' };
      }
      const typed = await proposed(turn, choices.plans);
      const { form, openedAt } = newForm(turn);
      const card = formView({ form, openedAt: openedAt.toISOString(), typed }, choices);
      return { post: [{ card, summary: texts.formTitle }], outcome: 'round-form' };
    },

    async rehearse(turn: Turn, { form, openedAt, ...typed }: z.infer<typeof rehearseSchema>): Promise<Reply> {
      const { organisation, id: createdBy } = personOf(turn);
      const before = await drafts.find(organisation, form);
      if (before && before.createdBy !== createdBy) return gone(turn);
      const values: Values = { ...typed, standIns: before?.values.standIns ?? [] };
      return show(turn, { organisation, form, createdBy, openedAt: new Date(openedAt), values });
    },

    send: (turn: Turn, { form, version }: z.infer<typeof sendSchema>): Promise<Reply> =>
      withDraft(turn, form, async (draft) => {
        const texts = planHrTexts[turn.locale];
        // Read anew: the day may have passed, and plans and directory may be others, since it was rehearsed.
        const review = await desk.review(turn, draft);
        if (review.kind === 'faulty') return backToForm(turn, draft, review.problems);
        if (versionOf(draft) !== version) return rehearsal(turn, draft, review, texts.draftChanged);
        const open = review.functions.filter(({ standIn }) => !standIn).length;
        if (open > 0) return rehearsal(turn, draft, review, texts.stillOpen(open));
        if (review.summary.persons.length === 0) return rehearsal(turn, draft, review, texts.nobodyAsked);
        return start(turn, draft, review);
      }),

    edit: (turn: Turn, { form }: z.infer<typeof formSchema>): Promise<Reply> =>
      withDraft(turn, form, (draft) => backToForm(turn, draft, [])),

    async discard(turn: Turn, { form }: z.infer<typeof formSchema>): Promise<Reply> {
      const texts = planHrTexts[turn.locale];
      if (await desk.ownDraft(turn, form)) await drafts.remove(personOf(turn).organisation, form);
      return { replace: noticeView(texts.closedTitle, texts.closedLine), outcome: 'round-discarded' };
    },
  };

  /** What the form begins with: this time of the year's follow-up of the newest plans. */
  async function proposed(turn: Turn, plans: readonly { id: string; year: number }[]): Promise<Values> {
    const { period, year, deadline } = proposeRound(turn.now, parts.schedule);
    const newest = Math.max(...plans.map((plan) => plan.year));
    return roundValuesSchema.parse({
      plans: plans.flatMap(({ id, year: of }) => (of === newest ? [id] : [])).join(','),
      period,
      year: String(year),
      title: freeTitle({ period, year }, await desk.titlesOf(personOf(turn).organisation)),
      deadline,
      reminds: 'true',
      asksGoals: 'true',
    });
  }
}

export type Compose = ReturnType<typeof createCompose>;

/** Whether two rounds ask the same of the same; HR may have moved the last day since. */
function isSame(one: Round, other: Round): boolean {
  const said = ({ title, period, year, plans, departments, asksGoals, message, reminds, standIns }: Round) =>
    JSON.stringify([title, period, year, plans, departments, asksGoals, message, reminds, standIns]);
  return said(one) === said(other);
}
