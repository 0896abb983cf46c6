import type { z } from 'zod';
import type { Reply, Turn } from '../../../actions/index.js';
import { stockholmDate } from '../../../calendar/index.js';
import { handoverWithin } from '../../handover/handover.js';
import type { ExitCase } from '../../case/exit-case.js';
import { daysView } from '../days-view.js';
import { type Desk, namesOf, versionOf, whoIn } from '../desk.js';
import { type saveSchema, type Typed, typedOf } from '../forms.js';
import { type ExitStartParts, gone, noticeView } from '../parts.js';
import { traitsAsked, traitsOf } from '../presets.js';
import { type DayFaults, readDays } from '../read-days.js';
import { startTexts } from '../texts.js';
import type { ShowCase } from './show.js';

type Save = z.infer<typeof saveSchema>;

/** What is done with a case as a whole: other days, taken back, recalled, the list as Word. Who may is asked at every press. */
export function createLead(parts: ExitStartParts, desk: Desk, show: ShowCase) {
  const { cases, checklist, directory, course } = parts;

  /** Runs on a case that the asker leads now. */
  async function withCase(turn: Turn, id: string, run: (exitCase: ExitCase) => Promise<Reply> | Reply): Promise<Reply> {
    const exitCase = await desk.led(turn, id);
    return exitCase ? run(exitCase) : gone(turn);
  }

  /** The same for one that is open; what became of another is shown instead. */
  const withOpen = (turn: Turn, id: string, run: (exitCase: ExitCase) => Promise<Reply> | Reply): Promise<Reply> =>
    withCase(turn, id, (exitCase) => (exitCase.status === 'open' ? run(exitCase) : over(turn, exitCase)));

  function over(turn: Turn, exitCase: ExitCase): Promise<Reply> {
    return show.lead(turn, exitCase, { note: startTexts[turn.locale].notOpen, outcome: 'exit-not-open' });
  }

  function form(
    turn: Turn,
    exitCase: ExitCase,
    about: { readonly typed: Typed; readonly faults?: DayFaults; readonly problem?: string },
  ): Reply {
    const { locale } = turn;
    const { id, employee, kind } = exitCase;
    const asked = traitsAsked(checklist(), kind);
    const view = daysView(
      { ...about, who: whoIn(directory, employee, locale), kind, asked, locale },
      { change: { case: id, seen: versionOf(exitCase) } },
    );
    return { replace: view, touched: { case: id }, outcome: 'exit-form' };
  }

  function conflict(turn: Turn, exitCase: ExitCase, typed: Typed): Reply {
    const { conflict: told, conflictDays } = startTexts[turn.locale];
    return form(turn, exitCase, { typed, problem: told(conflictDays(exitCase.lastWorkingDay, exitCase.lastDay)) });
  }

  async function save(turn: Turn, exitCase: ExitCase, input: Save): Promise<Reply> {
    const texts = startTexts[turn.locale];
    const typed = typedOf(input);
    const { organisation, id, kind, employee } = exitCase;
    const days = readDays(input, { kind, today: stockholmDate(turn.now), before: exitCase });
    if ('faults' in days) return form(turn, exitCase, { typed, faults: days.faults });
    const asked = traitsAsked(checklist(), kind);
    const employedFrom = directory.find(employee)?.employedFrom;
    const lasted = { employedFrom: employedFrom ?? days.lastDay, lastDay: days.lastDay };
    const long = !employedFrom && exitCase.traits.includes('sex månader') ? (['sex månader'] as const) : [];
    const traits = [...traitsOf(input.traits.split(','), asked, lasted), ...long];
    const wanted = versionOf({ ...exitCase, ...days, traits });
    const judged: { as: Saved } = { as: 'already' };
    const changed = await cases.change(organisation, id, (now) => {
      judged.as = judge(now, wanted, input.seen);
      return judged.as === 'changed'
        ? { ...now, ...days, traits, handover: handoverWithin(now, days.lastWorkingDay) }
        : undefined;
    });
    switch (judged.as) {
      case 'over':
        return over(turn, changed);
      case 'conflict':
        return conflict(turn, changed, typed);
      case 'changed':
        return show.lead(turn, changed, { note: texts.changed, outcome: 'exit-changed' });
      case 'already':
        return show.lead(turn, changed, { note: texts.changedAlready, outcome: 'exit-changed-already' });
    }
  }

  return {
    open: (turn: Turn, id: string) => withCase(turn, id, (exitCase) => show.lead(turn, exitCase)),
    /** Of a draft, too, which its writer may want to look through on paper. */
    async word(turn: Turn, id: string): Promise<Reply> {
      const exitCase = (await desk.ownDraft(turn, id)) ?? (await desk.led(turn, id));
      return exitCase ? show.word(turn, exitCase) : gone(turn);
    },
    change: (turn: Turn, id: string) =>
      withOpen(turn, id, (exitCase) => form(turn, exitCase, { typed: typedIn(exitCase) })),
    save: (turn: Turn, input: Save) => withOpen(turn, input.case, (exitCase) => save(turn, exitCase, input)),

    /** Asked once more: it closes the lists of everybody. */
    askWithdraw: (turn: Turn, id: string) =>
      withOpen(turn, id, (exitCase) => {
        const { name } = namesOf(directory, exitCase.employee, turn.locale);
        return { replace: { template: 'exit/lead-ask', data: { case: id, name } }, outcome: 'exit-asked' };
      }),
    withdraw: (turn: Turn, id: string) =>
      withCase(turn, id, async (exitCase) => {
        const texts = startTexts[turn.locale];
        const closed = await course.close(exitCase.organisation, id, 'withdrawn', turn.now);
        if (closed.status !== 'withdrawn') return over(turn, closed);
        const { name } = namesOf(directory, closed.employee, turn.locale);
        const replace = noticeView(texts.withdrawnTitle(name), texts.withdrawnLine);
        return { replace, touched: { case: id }, outcome: 'exit-withdrawn' };
      }),
    /** One press, since a card that was sent by mistake is read meanwhile. */
    recall: (turn: Turn, id: string) =>
      withCase(turn, id, async (exitCase) => {
        const texts = startTexts[turn.locale];
        const closed = await course.close(exitCase.organisation, id, 'recalled', turn.now);
        if (closed.status !== 'recalled') return over(turn, closed);
        const replace = noticeView(texts.recalledTitle, texts.recalledLine);
        return { replace, touched: { case: id }, outcome: 'exit-recalled' };
      }),
  };
}

type Saved = 'changed' | 'already' | 'conflict' | 'over';

/** What a change of an open case comes to: of another version than its form was made from, both are shown. */
function judge(now: ExitCase, wanted: string, seen: string): Saved {
  if (now.status !== 'open') return 'over';
  const version = versionOf(now);
  if (version === wanted) return 'already';
  return version === seen ? 'changed' : 'conflict';
}

function typedIn({ notice, lastWorkingDay, lastDay, traits }: ExitCase): Typed {
  return { notice, lastWorkingDay, lastDay, traits: traits.join(',') };
}
