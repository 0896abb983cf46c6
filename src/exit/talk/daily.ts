import { z } from 'zod';
import { nextCivilMoment, stockholmDate } from '../../calendar/index.js';
import type { JobHandler } from '../../jobs/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { caseItems } from '../case/slots.js';
import type { News } from './news.js';
import type { TalkParts } from './parts.js';
import { fateOfThemes, firstNamed, tertialNameOf, themesOf, withoutThemes } from './themes.js';
import { areasAt } from './times.js';
import { isAwaited, isAwaitedBy, wishOf } from './wish.js';

/** Sends the question areas of one case when their day has come. */
export const AREAS_JOB = 'exit.talk-areas';

/** The item of the checklist by which the conversation is booked and offered: whose list has none is offered none. */
const BOOK_ITEM = 'AVS-07';

const areasJobSchema = z.object({ case: z.string() });

/** What happens by itself: the offer on its day, the question areas on theirs, and themes that become counts. */
export function createTalkDaily(parts: TalkParts, news: News) {
  const { cases, checklist, holdersOf, directory, jobs, themeCounts } = parts;

  const isHere = ({ organisation, employee }: ExitCase) => directory.find(employee)?.organisation === organisation;
  const scheduleAreas = (exitCase: ExitCase, dueAt: Date) =>
    jobs.reschedule({
      organisation: exitCase.organisation,
      id: `talk-areas:${exitCase.id}`,
      kind: AREAS_JOB,
      dueAt,
      data: { case: exitCase.id },
    });

  /** What follows a booking; safe to repeat. */
  async function afterBooking(exitCase: ExitCase): Promise<void> {
    const { talk } = exitCase;
    if (!talk.bookedFor) return;
    await news.booked(exitCase);
    if (!talk.areasSentAt) await scheduleAreas(exitCase, areasAt(talk.bookedFor));
  }

  const areas: JobHandler = async ({ organisation, data }, now) => {
    const exitCase = await cases.find(organisation, areasJobSchema.parse(data).case);
    if (!exitCase || !wantsAreas(exitCase, now) || !isHere(exitCase)) return;
    const wanted = areasAt(exitCase.talk.bookedFor!);
    // Booked anew while this was on its way, or it is night: later.
    const at = nextCivilMoment(wanted > now ? wanted : now);
    if (at > now) return void (await scheduleAreas(exitCase, at));
    await news.areas(exitCase);
    await cases.change(organisation, exitCase.id, (old) =>
      old.talk.areasSentAt ? undefined : { ...old, talk: { ...old.talk, areasSentAt: now } },
    );
  };

  async function offerInTime(exitCase: ExitCase, now: Date): Promise<void> {
    const today = stockholmDate(now);
    if (today >= exitCase.lastWorkingDay) return;
    const items = caseItems(exitCase, checklist(), holdersOf(exitCase));
    const isTime = items.some(({ item, due }) => item.id === BOOK_ITEM && due <= today);
    // Offered already: again for a manager who came later.
    if (!isTime && !exitCase.talk.offeredAt) return;
    await news.offer(exitCase);
    await cases.change(exitCase.organisation, exitCase.id, (old) =>
      old.talk.offeredAt ? undefined : { ...old, talk: { ...old.talk, offeredAt: now } },
    );
  }

  /** What a process that died may have left undone, and what is due today. */
  async function goOn(exitCase: ExitCase, now: Date): Promise<void> {
    if (!isAwaited(exitCase) || !isHere(exitCase)) return;
    await offerInTime(exitCase, now);
    const { bookedFor, withHr } = exitCase.talk;
    if (bookedFor && bookedFor > now) await afterBooking(exitCase);
    if (withHr && isAwaitedBy(exitCase, 'hr') && stockholmDate(now) <= exitCase.lastDay) await news.tellHr(exitCase);
  }

  async function tidyThemes(exitCase: ExitCase, now: Date): Promise<void> {
    const { organisation, id, talk } = exitCase;
    const today = stockholmDate(now);
    const fate = fateOfThemes(exitCase, today);
    if (fate === 'keep') return;
    const [tertial, themes] = [tertialNameOf(firstNamed(talk)!), themesOf(talk)];
    if (fate === 'count') await themeCounts.add({ organisation, tertial, exitCase: id, themes });
    await cases.change(organisation, id, (old) => withoutThemes(old, talk));
  }

  return {
    areas,
    afterBooking,
    /** Once a day for an organisation. */
    async daily(organisation: string, now: Date): Promise<void> {
      for await (const exitCase of cases.list(organisation)) {
        await goOn(exitCase, now);
        await tidyThemes(exitCase, now);
      }
      await themeCounts.forgetCases(organisation);
    },
  };
}

export type TalkDaily = ReturnType<typeof createTalkDaily>;

/** Whether the employee is still to get the question areas: it is booked, to come, wished for or at least not declined. */
function wantsAreas(exitCase: ExitCase, now: Date): boolean {
  const { bookedFor, areasSentAt } = exitCase.talk;
  const isToCome = bookedFor !== undefined && bookedFor > now;
  return isAwaited(exitCase) && isToCome && !areasSentAt && wishOf(exitCase.talk) !== 'none';
}
