import { z } from 'zod';
import type { Broadcast, Compose, ReminderDays } from '../../broadcast/index.js';
import { type IsoDate, stockholmDate, stockholmMoment } from '../../calendar/index.js';
import type { ExitParts } from '../parts.js';
import { codesOf, daysBefore, isTimeToRemind, type Told } from './cadence.js';
import { dueFor, keysOf } from './due-for.js';
import { type InHandParts, openCases } from './in-hand.js';
import { reminderMessage } from './reminder-card.js';
import { remindTexts } from './texts.js';

/** The kind of the day's reminder: one broadcast a day and organisation. */
export const EXIT_REMINDER = 'exit.reminder';

/** When the day's reminder is made, and the moment that names it. */
export const AT = '09:00';

export interface RemindParts extends InHandParts, Pick<ExitParts, 'directory' | 'broadcasts' | 'clock'> {
  /** At most one reminder a day and person, across all features. */
  readonly days: ReminderDays;
  /** The id that a broadcast of this moment and name has or would have. */
  readonly broadcastId: (createdAt: Date, name: string) => string;
}

/** What the broadcast keeps beside its audience: what each person of it was told of, in the order of the audience. */
const contentSchema = z.object({ told: z.array(z.string()) });

type ToldTo = ReadonlyMap<string, Told>;

/**
 * The day's reminder of an organisation. The ledger is its own memory: what was told to whom stands in the broadcast itself, whose
 * id follows from the day, so there is no second place that a crash could leave behind. What is done twice on a day is done once.
 */
export function createRemind(parts: RemindParts) {
  const { directory, broadcasts, days, broadcastId } = parts;

  /** The same day and content is the same broadcast. */
  const send = (organisation: string, day: IsoDate, { content, audience }: Pick<Broadcast, 'content' | 'audience'>) =>
    broadcasts.create({
      ...{ organisation, content, audience },
      name: EXIT_REMINDER,
      createdAt: stockholmMoment(day, AT),
      kind: EXIT_REMINDER,
      title: remindTexts.sv.title,
    });

  /** What was told on a day; undefined when nobody was told anything. */
  async function toldOn(organisation: string, day: IsoDate, today: IsoDate): Promise<ToldTo | undefined> {
    const found = await broadcasts.find(organisation, broadcastId(stockholmMoment(day, AT), EXIT_REMINDER));
    if (!found || !('persons' in found.audience)) return undefined;
    // Nobody has begun with it: a process died right after it was stored. It goes out now, so today is when it is told.
    const isOnlyStored = found.status === 'preparing';
    if (isOnlyStored) await send(organisation, day, found);
    const { told } = contentSchema.parse(found.content);
    const toldTo = (at: number): Told => ({ day: isOnlyStored ? today : day, codes: told[at] ?? '' });
    return new Map(found.audience.persons.map((person, at) => [person, toldTo(at)]));
  }

  /** Makes the day's reminder; gives how many get it. Nobody does twice on a day, nor who is no longer in the directory. */
  async function run(organisation: string, now: Date): Promise<number> {
    const today = stockholmDate(now);
    if (await toldOn(organisation, today, today)) return 0;
    const told = await Promise.all(daysBefore(today).map((day) => toldOn(organisation, day, today)));
    const due = dueFor(await openCases(parts, organisation), today);
    const taken: { readonly person: string; readonly codes: string }[] = [];
    for (const [person, cases] of due) {
      const keys = keysOf(cases);
      const latest = told.find((one) => one?.has(person))?.get(person);
      const isHere = directory.find(person)?.organisation === organisation;
      if (!isHere || !isTimeToRemind(keys, latest, today)) continue;
      const isFree = await days.take(organisation, person, { day: today, by: EXIT_REMINDER, at: now });
      if (isFree) taken.push({ person, codes: codesOf(keys) });
    }
    if (taken.length === 0) return 0;
    await send(organisation, today, {
      content: { told: taken.map(({ codes }) => codes) },
      audience: { persons: taken.map(({ person }) => person) },
    });
    return taken.length;
  }

  /** Made when it is sent, so that it never tells of what has been done meanwhile. */
  const compose: Compose = async ({ organisation }, { person, locale }) => {
    const now = parts.clock();
    const due = dueFor(await openCases(parts, organisation), stockholmDate(now));
    return reminderMessage(due.get(person) ?? [], { person, locale, now, directory });
  };

  return { run, compose };
}
