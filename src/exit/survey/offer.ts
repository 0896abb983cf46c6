import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Broadcasts, LiveCards, Reaches, ReminderDays } from '../../broadcast/index.js';
import { addDays, type Clock, isCivil, nextCivilMoment, stockholmDate, stockholmMoment } from '../../calendar/index.js';
import type { Jobs } from '../../jobs/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import type { Cases } from '../case/cases.js';
import type { ExitCase } from '../case/exit-case.js';
import type { Boxes } from './boxes.js';
import { SURVEY, SURVEY_REMINDER } from '../case/subjects.js';
import type { InvitationStore } from './invitations.js';
import { surveyTexts } from './texts.js';
import { tertialKey } from './tertial.js';

/** The job that offers, reminds and closes. */
export const SURVEY_JOB = 'exit.survey';
/** The daily job that writes the boxes of answers anew, whether or not anybody answered. */
export const SURVEY_STIR_JOB = 'exit.survey.stir';

const STEPS = ['offer', 'remind-3', 'remind-10', 'close'] as const;
type Step = (typeof STEPS)[number];
/** `day`: the one that a reminder was meant for. */
export const surveyJobSchema = z.object({ case: z.string(), step: z.enum(STEPS), day: z.string().optional() });

/** So many days before the last one at work the survey is offered. */
const DAYS_BEFORE = 21;
const AT = '09:00';

export interface OfferParts {
  readonly cases: Pick<Cases, 'find'>;
  readonly invitations: InvitationStore;
  readonly boxes: Pick<Boxes, 'stir'>;
  readonly directory: Pick<PeopleDirectory, 'find'>;
  readonly reaches: Pick<Reaches, 'find'>;
  readonly liveCards: LiveCards;
  readonly broadcasts: Pick<Broadcasts, 'create'>;
  readonly days: ReminderDays;
  readonly jobs: Pick<Jobs, 'schedule'>;
  readonly clock: Clock;
  /** Somebody of the tertial has the survey: its figures are to be made when it is over. */
  readonly onOffered: (exitCase: ExitCase, tertial: string) => Promise<void>;
}

/** Whether the case is one that is asked at all: sent to the employee, and employed for six months (domain page 2.1). */
export function isAsked({ status, traits }: ExitCase): boolean {
  return (status === 'open' || status === 'ended') && traits.includes('sex månader');
}

/** When the survey is to be offered: 21 days before the last day at work, at nine. */
export function offerDue({ lastWorkingDay }: Pick<ExitCase, 'lastWorkingDay'>): Date {
  return stockholmMoment(addDays(lastWorkingDay, -DAYS_BEFORE), AT);
}

/** Offers the survey, reminds all who have it on days 3 and 10 whether they answered or not, and closes it. */
export function createOffer(parts: OfferParts) {
  const { cases, invitations, boxes, directory, reaches, liveCards, broadcasts, days, jobs, clock } = parts;

  const plan = (exitCase: ExitCase, step: Step, dueAt: Date, day = stockholmDate(dueAt)) =>
    jobs.schedule({
      organisation: exitCase.organisation,
      // With the day: a case whose dates move is offered and closed anew.
      id: `${SURVEY_JOB}:${step}:${exitCase.id}:${exitCase.lastWorkingDay}`,
      kind: SURVEY_JOB,
      dueAt,
      data: { case: exitCase.id, step, day },
    });

  /** The same step once more, on another day. */
  const again = ({ organisation, id }: ExitCase, step: Step, dueAt: Date, day?: string) =>
    jobs.schedule({
      organisation,
      id: `${SURVEY_JOB}:${step}:${id}:${stockholmDate(dueAt)}`,
      kind: SURVEY_JOB,
      dueAt,
      data: { case: id, step, ...(day !== undefined && { day }) },
    });

  async function offer(exitCase: ExitCase, now: Date): Promise<void> {
    const { organisation, id, employee, lastWorkingDay } = exitCase;
    const today = stockholmDate(now);
    const person = directory.find(employee);
    const isTime = today >= addDays(lastWorkingDay, -DAYS_BEFORE) && today <= lastWorkingDay;
    if (!isAsked(exitCase) || !isTime || !person) return;
    // Whoever has no chat cannot answer, and would hide nobody among those who can. They may get one any day.
    if (!(await reaches.find(organisation, employee)))
      return void (await again(exitCase, 'offer', nextCivilMoment(stockholmMoment(addDays(today, 1), AT))));
    const tertial = tertialKey(lastWorkingDay);
    await parts.onOffered(exitCase, tertial);
    await boxes.stir(organisation, tertial);
    await invitations.invite({ organisation, tertial, person: employee, case: id, department: person.department });
    await liveCards.show(
      { organisation, kind: SURVEY, id },
      [employee],
      // The same card however often the dates move: it holds the random number that makes two sendings one answer.
      { title: surveyTexts.sv.title, name: nameOf(id, 'card'), at: exitCase.sentAt ?? exitCase.createdAt },
    );
    for (const [step, day] of [
      ['remind-3', 3],
      ['remind-10', 10],
    ] as const)
      if (addDays(today, day) < lastWorkingDay) await plan(exitCase, step, stockholmMoment(addDays(today, day), AT));
    await plan(exitCase, 'close', stockholmMoment(addDays(lastWorkingDay, 1), '06:00'));
    // Somebody may have taken the case back while the card was on its way out.
    const current = await cases.find(organisation, id);
    if (current && !isAsked(current)) await close(current, now);
  }

  /** To everybody who has the card: nobody knows who has answered. */
  async function remind(exitCase: ExitCase, { step, day }: { step: Step; day?: string }, now: Date): Promise<void> {
    const { organisation, id, employee, lastWorkingDay } = exitCase;
    const today = stockholmDate(now);
    // No reminder after day 10 (domain page P6): a lost one is put off to the next working day and no more.
    const latest =
      day === undefined ? lastWorkingDay : stockholmDate(nextCivilMoment(stockholmMoment(addDays(day, 1), AT)));
    if (!isAsked(exitCase) || today > lastWorkingDay || today > latest) return;
    const retry = (dueAt: Date) => again(exitCase, step, dueAt, day);
    if (!isCivil(now)) return void (await retry(nextCivilMoment(now)));
    const name = nameOf(id, step);
    // Nobody is reminded twice a day.
    if (!(await days.take(organisation, employee, { day: today, by: name, at: now })))
      return void (await retry(nextCivilMoment(stockholmMoment(addDays(today, 1), AT))));
    await broadcasts.create({
      organisation,
      name,
      createdAt: exitCase.sentAt ?? exitCase.createdAt,
      kind: SURVEY_REMINDER,
      title: surveyTexts.sv.title,
      content: { subject: id },
      audience: { persons: [employee] },
    });
  }

  async function close(exitCase: ExitCase, now: Date): Promise<void> {
    const { organisation, id, employee, lastWorkingDay } = exitCase;
    // The last day was put off: another job comes for it.
    if (isAsked(exitCase) && stockholmDate(now) <= lastWorkingDay) return;
    const tertial = tertialKey(lastWorkingDay);
    if (isAsked(exitCase)) await invitations.close(organisation, tertial, employee);
    else await invitations.takeBack(organisation, tertial, employee);
    await liveCards.changed({ organisation, kind: SURVEY, id });
  }

  return {
    /**
     * Sees to it that the survey is offered when it is time, 21 days before the last day at work, or now. Called when a case is opened and
     * as often as one likes, also when its dates have moved.
     */
    async offerSurvey(exitCase: ExitCase): Promise<void> {
      if (!isAsked(exitCase)) return;
      const due = offerDue(exitCase);
      const now = clock();
      await plan(exitCase, 'offer', nextCivilMoment(due > now ? due : now));
    },

    async run({ organisation, data }: { organisation: string; data: unknown }, now: Date): Promise<void> {
      const { case: id, step, day } = surveyJobSchema.parse(data);
      const exitCase = await cases.find(organisation, id);
      if (!exitCase) return;
      if (step === 'offer') return offer(exitCase, now);
      if (step === 'close') return close(exitCase, now);
      return remind(exitCase, { step, day }, now);
    },
  };
}

/** No name of a broadcast may show whom it concerns, nor grow with the case's. */
function nameOf(id: string, what: string): string {
  return `survey-${createHash('sha256')
    .update(JSON.stringify([id, what]))
    .digest('hex')
    .slice(0, 24)}`;
}
