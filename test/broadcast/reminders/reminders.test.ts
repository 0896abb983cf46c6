import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Broadcast,
  createLiveCards,
  createReminderComposer,
  createReminders,
  type Engine,
  REMINDER,
  type Reminders,
} from '../../../src/broadcast/index.js';
import { createJobs, type Jobs } from '../../../src/jobs/index.js';
import { openBroadcasts, openJobs, openLiveCards, openReminderDays } from '../../../src/storage/index.js';
import { chatOf, colleague, ORGANISATION, over, plain, useField, wanted } from '../support/field.js';

const field = useField();
const [ANNA, BO, CILLA] = [colleague(1), colleague(2), colleague(3)];
/** A Wednesday at nine. */
const NOW = new Date('2026-09-16T07:00:00Z');
const NIGHT = new Date('2026-09-16T19:00:00Z');
const OCCASION = { organisation: ORGANISATION, occasion: 'before', since: NOW };

let engine: Engine;
let reminders: Reminders;
let jobs: Jobs;

beforeEach(async () => {
  for (const person of [ANNA, BO]) await field.hire(person);
  await field.hire(CILLA, { hasChat: false });
  const clock = () => NOW;
  const cards = openLiveCards(field.storage);
  jobs = createJobs({ store: openJobs(field.storage), clock });
  engine = field.engine({
    composers: {
      ...plain,
      [REMINDER]: createReminderComposer({ broadcasts: openBroadcasts(field.storage), composers: plain }),
    },
    hooks: {
      onCreated: (broadcast) => reminders.plan(broadcast),
      onExtended: (broadcast) => reminders.plan(broadcast),
      onEdited: ({ organisation, id }) => live.changed({ organisation, kind: REMINDER, id }),
    },
  });
  const live = createLiveCards({ store: cards, broadcasts: engine.broadcasts, clock });
  reminders = createReminders({
    broadcasts: engine.broadcasts,
    ledger: engine.ledger,
    days: openReminderDays(field.storage),
    later: jobs,
    reminderCards: cards,
  });
});

async function sent(text: string, about: Partial<Parameters<typeof wanted>[1]> = {}): Promise<Broadcast> {
  const { broadcast } = await engine.broadcasts.create(
    wanted(text, { deadline: new Date('2026-09-18T15:00:00Z'), createdAt: new Date('2026-09-01T07:00:00Z'), ...about }),
  );
  return over(engine, broadcast);
}
const seen = (person: { id: string }, count: number) =>
  expect.poll(() => field.connector.sent(chatOf(person as typeof ANNA)).length).toBe(count);
const dueJobs = async () => {
  const found: string[] = [];
  for await (const { id, dueAt } of jobs.list(ORGANISATION))
    found.push(`${id.replace(/\d{15}-/, '')} ${dueAt.toISOString()}`);
  return found.sort();
};

describe('reminders', () => {
  it('are sent to nobody once nobody is to answer any more', async () => {
    const broadcast = await sent('svara');
    const about = { ...OCCASION, broadcast: broadcast.id };
    await engine.broadcasts.touch(ORGANISATION, broadcast.id, { isQuiet: true });
    expect(await reminders.run(about, NOW)).toBe(0);
    await engine.broadcasts.touch(ORGANISATION, broadcast.id, { isQuiet: false });
    expect(await reminders.run(about, NOW)).toBe(2);
  });

  it('are planned when a card with a deadline is sent, once', async () => {
    const broadcast = await sent('svara');
    await reminders.plan(broadcast);
    expect(await dueJobs()).toEqual([
      'remind:svara:after:2026-09-21 2026-09-21T07:00:00.000Z',
      'remind:svara:before:2026-09-16 2026-09-16T07:00:00.000Z',
    ]);
  });

  it('go to those who have the card and have not answered; who never got it gets the card', async () => {
    const broadcast = await sent('svara');
    await engine.broadcasts.answered(ORGANISATION, broadcast.id, ANNA.id, NOW);
    await field.hire(CILLA);
    expect(await reminders.run({ ...OCCASION, broadcast: broadcast.id }, NOW)).toBe(1);
    await seen(BO, 2);
    await seen(CILLA, 1);
    expect(field.seenBy(ANNA)).toEqual(['svara']);
    expect(field.seenBy(BO)[1]).toBe('Påminnelse: ”svara” väntar på ditt svar, senast 2026-09-18.');
    expect(field.seenBy(CILLA)).toEqual(['svara']);
    expect(await engine.broadcasts.counts(ORGANISATION, broadcast.id)).toMatchObject({ answered: 1, reminded: 1 });
  });

  it('run twice for the same occasion remind once', async () => {
    const broadcast = await sent('svara');
    expect(await reminders.run({ ...OCCASION, broadcast: broadcast.id }, NOW)).toBe(2);
    expect(await reminders.run({ ...OCCASION, broadcast: broadcast.id }, new Date(NOW.getTime() + 60_000))).toBe(0);
    await seen(ANNA, 2);
    await seen(BO, 2);
  });

  it('outside civil hours wait for the next', async () => {
    const broadcast = await sent('svara');
    expect(await reminders.run({ ...OCCASION, broadcast: broadcast.id }, NIGHT)).toBe(0);
    expect(await dueJobs()).toContain('remind:svara:before:2026-09-17 2026-09-17T06:00:00.000Z');
    expect(field.seenBy(ANNA)).toEqual(['svara']);
  });

  it('wait for the later day when the deadline is put off, though the earlier one was planned', async () => {
    const broadcast = await sent('svara');
    const later = new Date('2026-09-25T15:00:00Z');
    const extended = await engine.broadcasts.extend(ORGANISATION, broadcast.id, later);
    expect([extended.deadline, extended.edition]).toEqual([later, 1]);
    expect(await reminders.run({ ...OCCASION, broadcast: broadcast.id }, NOW)).toBe(0);
    // Two working days before a Friday.
    const wednesday = new Date('2026-09-23T07:00:00Z');
    expect(await dueJobs()).toContain('remind:svara:before:2026-09-23 2026-09-23T07:00:00.000Z');
    expect(await reminders.run({ ...OCCASION, since: wednesday, broadcast: broadcast.id }, wednesday)).toBe(2);
  });

  it('of two things on one day come on two days', async () => {
    const [first, second] = [await sent('ett'), await sent('tva')];
    await reminders.run({ ...OCCASION, broadcast: first.id }, NOW);
    expect(await reminders.run({ ...OCCASION, broadcast: second.id }, NOW)).toBe(0);
    expect(await dueJobs()).toContain('remind:tva:before:2026-09-17 2026-09-17T07:00:00.000Z');
    const nextDay = new Date('2026-09-17T07:00:00Z');
    expect(await reminders.run({ ...OCCASION, broadcast: second.id }, nextDay)).toBe(2);
  });

  it('say that the card was recalled when it is', async () => {
    const broadcast = await sent('svara');
    await reminders.run({ ...OCCASION, broadcast: broadcast.id }, NOW);
    await seen(ANNA, 2);
    await engine.broadcasts.recall(ORGANISATION, broadcast.id, NOW);
    await expect
      .poll(() => JSON.stringify(field.connector.current(chatOf(ANNA))).match(/broadcast\/recalled/g)?.length, {
        timeout: 15_000,
      })
      .toBe(2);
    expect(await reminders.run({ ...OCCASION, broadcast: broadcast.id }, NOW)).toBe(0);
  });
});
