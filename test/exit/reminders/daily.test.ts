import { beforeEach, describe, expect, it } from 'vitest';
import { stockholmDate, stockholmMoment } from '../../../src/calendar/index.js';
import type { ExitCase } from '../../../src/exit/index.js';
import { EXIT_DAILY_JOB, EXIT_REMINDER } from '../../../src/exit/reminders/index.js';
import type { Job } from '../../../src/jobs/index.js';
import { activeBroadcastsTable, openBroadcasts, openReminderDays } from '../../../src/storage/index.js';
import { type BreakableStorage, breakable } from '../../bot/support/breakable-storage.js';
import { INGRID, KARIN, ORGANISATION } from '../../bot/support/people.js';
import { testStorage } from '../../support/test-storage.js';
import { type Desk, LENA, openDesk } from '../support/desk.js';
import { allBut } from './all-but.js';

let storage: BreakableStorage;
let now: Date;
let desk: Desk;
const at = (day: string, time = '09:00') => {
  now = stockholmMoment(day, time);
};
/** The scheduler looks at this moment, as it does every few seconds while the bot is up, and workers send what there is. */
async function look(): Promise<void> {
  await desk.sending.scheduler.tick();
  const store = openBroadcasts(storage);
  for (const { id } of await desk.sent(EXIT_REMINDER)) {
    const { broadcast, version } = (await store.find(ORGANISATION, id))!;
    if (broadcast.status === 'preparing') await store.update({ ...broadcast, status: 'done' }, version);
  }
}
const EVERYBODY = [KARIN, LENA, INGRID];

beforeEach(async () => {
  at('2026-11-02', '08:30');
  storage = breakable(await testStorage());
  desk = await openDesk(storage, () => now, EVERYBODY);
});

const days = async () => (await desk.sent(EXIT_REMINDER)).map(({ createdAt }) => stockholmDate(createdAt));

describe('the daily work on exits', () => {
  it('reminds once a day, at nine, of what is new, and of what stays overdue every third working day', async () => {
    // AVS-12 is due on 28 October, AVS-20 on 13 November.
    await desk.open({ ticks: allBut(now, 'AVS-12', 'AVS-20') });
    await desk.exit.catchUp();
    for (const day of ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '16']) {
      for (const time of ['08:59', '09:00', '16:59']) {
        at(`2026-11-${day}`, time);
        await look();
      }
    }
    // Karin's is overdue from the start: every third working day. Lena's AVS-20 is due on the 13th, overdue on the 16th.
    expect(await days()).toEqual(['2026-11-02', '2026-11-05', '2026-11-10', '2026-11-12', '2026-11-13', '2026-11-16']);
    const to = (await desk.sent(EXIT_REMINDER)).map(({ audience }) => ('persons' in audience ? audience.persons : []));
    expect(to.map((persons) => persons.map((id) => EVERYBODY.find((person) => person.id === id)?.name))).toEqual([
      ['Karin Lindqvist'],
      ['Karin Lindqvist'],
      ['Karin Lindqvist'],
      ['Lena Brandt'],
      ['Karin Lindqvist'],
      ['Lena Brandt'],
    ]);
  });

  it('makes up for what was missed while the bot was down at the next civil moment, once', async () => {
    await desk.open({ ticks: allBut(now, 'AVS-12') });
    await desk.exit.catchUp();
    // Down from Monday morning until Monday night: Tuesday at eight, and nothing more at nine.
    at('2026-11-02', '22:00');
    await look();
    expect(await days()).toEqual([]);
    at('2026-11-03', '07:59');
    await look();
    expect(await days()).toEqual([]);
    for (const time of ['08:00', '09:00', '15:00']) {
      at('2026-11-03', time);
      await look();
    }
    expect(await days()).toEqual(['2026-11-03']);
    // Down from Thursday until Saturday: Monday.
    at('2026-11-07', '12:00');
    await look();
    expect(await days()).toEqual(['2026-11-03']);
    for (const time of ['08:00', '09:00']) {
      at('2026-11-09', time);
      await look();
    }
    expect(await days()).toEqual(['2026-11-03', '2026-11-09']);
  });

  it('says nothing on a day without work, nor earlier after it', async () => {
    await desk.open({ ticks: allBut(now, 'AVS-12') });
    at('2026-11-07', '07:00');
    await desk.exit.catchUp();
    for (const [day, time] of [
      ['2026-11-07', '09:00'],
      ['2026-11-08', '09:30'],
      ['2026-11-09', '08:30'],
    ] as const) {
      at(day, time);
      await look();
    }
    expect(await days()).toEqual([]);
    at('2026-11-09', '09:00');
    await look();
    expect(await days()).toEqual(['2026-11-09']);
  });

  it('gathers several cases in one card, and leaves out who is reminded of something else today or has left the directory', async () => {
    const gone = 'a0000000-0000-4000-8000-000000000077';
    await desk.open({ ticks: allBut(now, 'AVS-12') });
    await desk.open({ ticks: allBut(now, 'AVS-12', 'AVS-13'), employee: gone, traits: ['systemroll'] });
    await desk.open({ ticks: allBut(now, 'AVS-12'), status: 'draft' });
    await desk.exit.catchUp();
    await openReminderDays(storage).take(ORGANISATION, KARIN.id, { day: '2026-11-02', by: 'a round', at: now });
    at('2026-11-02');
    await look();
    expect(await days()).toEqual([]);
    at('2026-11-03');
    await look();
    expect(await desk.recipients(EXIT_REMINDER)).toEqual([KARIN.id]);
  });

  it('ends a case when all is done and the last day is past, tells nobody of it any more, and goes on for the others', async () => {
    const [over, old, open] = [
      await desk.open({ ticks: allBut(now) }),
      await desk.open({ lastDay: '2026-10-01', lastWorkingDay: '2026-10-01' }),
      await desk.open({ ticks: allBut(now, 'AVS-34') }),
    ];
    await desk.exit.catchUp();
    at('2026-12-01');
    await look();
    const find = async ({ id }: ExitCase) => (await desk.sending.cases.find(ORGANISATION, id))!;
    expect([(await find(over)).status, (await find(old)).status, (await find(open)).status]).toEqual([
      'ended',
      'ended',
      'open',
    ]);
    expect((await find(over)).endedAt).toEqual(now);
    expect(await desk.sent(EXIT_REMINDER)).toEqual([]);
  });

  it('is there once an organisation, however often a case opens and the bot starts, and comes again each day', async () => {
    const exitCase = await desk.open();
    await desk.exit.onOpened(exitCase);
    await desk.exit.onOpened(exitCase);
    await desk.exit.catchUp();
    const jobs: Job[] = [];
    for await (const job of desk.sending.jobs.list()) jobs.push(job);
    expect(jobs.map(({ kind, dueAt, every }) => [kind, dueAt, every])).toEqual([
      [EXIT_DAILY_JOB, stockholmMoment('2026-11-02', '09:00'), { daily: '09:00' }],
    ]);
  });
});

describe('a bot that is killed at the end of the daily work', () => {
  it('sends on the next day what a process only stored on its last, and not a second one with it', async () => {
    at('2026-11-02');
    await desk.open({ ticks: allBut(now, 'AVS-12') });
    // A message is marked as work before it is stored and after it: the process dies in between, with each that it stores.
    let before = '';
    storage.fails = (table, call) => {
      const isMark = table === 'activebroadcasts' && before === 'broadcasts insert';
      before = `${table} ${call}`;
      return isMark;
    };
    const job = { organisation: ORGANISATION, id: 'exit-daily', kind: EXIT_DAILY_JOB, dueAt: now } as Job;
    await expect(desk.exit.jobs[EXIT_DAILY_JOB]!(job, now, new AbortController().signal)).rejects.toThrow();
    storage.fails = undefined;
    at('2026-11-03');
    desk = await openDesk(storage, () => now, EVERYBODY);
    await desk.exit.jobs[EXIT_DAILY_JOB]!(job, now, new AbortController().signal);
    expect(await days()).toEqual(['2026-11-02']);
    const active: string[] = [];
    for await (const { row } of storage.table(activeBroadcastsTable).list()) active.push(row.id);
    const reminders = (await desk.sent(EXIT_REMINDER)).map(({ id }) => id);
    expect(active.filter((id) => id.endsWith(EXIT_REMINDER))).toEqual(reminders);
  });
});
