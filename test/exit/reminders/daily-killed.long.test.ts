import { beforeEach, describe, expect, it } from 'vitest';
import { stockholmMoment } from '../../../src/calendar/index.js';
import { EXIT_DAILY_JOB, EXIT_REMINDER } from '../../../src/exit/reminders/index.js';
import type { Job } from '../../../src/jobs/index.js';
import { activeBroadcastsTable } from '../../../src/storage/index.js';
import { type BreakableStorage, breakable } from '../../bot/support/breakable-storage.js';
import { INGRID, KARIN } from '../../bot/support/people.js';
import { testStorage } from '../../support/test-storage.js';
import { type Desk, LENA, openDesk } from '../support/desk.js';
import { allBut } from './all-but.js';

let storage: BreakableStorage;
const now = stockholmMoment('2026-11-02', '09:00');
let desk: Desk;
const EVERYBODY = [KARIN, LENA, INGRID];

beforeEach(async () => {
  storage = breakable(await testStorage());
  desk = await openDesk(storage, () => now, EVERYBODY);
});

describe('a bot that is killed between any two steps of the daily work', () => {
  /** Every call to storage fails from the nth on, as after a kill; then another process takes over. */
  async function killedAt(n: number, organisation: string, people: typeof EVERYBODY): Promise<boolean> {
    let calls = 0;
    storage.fails = () => (calls += 1) >= n;
    const job = { organisation, id: 'exit-daily', kind: EXIT_DAILY_JOB, dueAt: now } as Job;
    const first = await openDeskOf(people);
    const isKilled = await first.exit.jobs[EXIT_DAILY_JOB]!(job, now, new AbortController().signal).then(
      () => false,
      () => true,
    );
    storage.fails = undefined;
    const second = await openDeskOf(people);
    for (const _again of [1, 2]) await second.exit.jobs[EXIT_DAILY_JOB]!(job, now, new AbortController().signal);
    return isKilled;
  }
  const openDeskOf = async (people: typeof EVERYBODY) => {
    const { fails } = storage;
    storage.fails = undefined;
    const opened = await openDesk(storage, () => now, people);
    storage.fails = fails;
    return opened;
  };

  it('loses nothing and tells nobody twice', async () => {
    let kills = 0;
    for (let n = 1; n < 60; n++) {
      const organisation = `Nämnd ${n}`;
      const people = EVERYBODY.map((person) => ({ ...person, organisation }));
      const over = await desk.open({
        organisation,
        ticks: allBut(now),
        lastDay: '2026-10-30',
        lastWorkingDay: '2026-10-30',
      });
      await desk.open({ organisation, ticks: allBut(now, 'AVS-12', 'AVS-08') });
      const isKilled = await killedAt(n, organisation, people);
      expect([n, await desk.recipients(EXIT_REMINDER, organisation)]).toEqual([n, [LENA.id, KARIN.id]]);
      expect((await desk.sending.cases.find(organisation, over.id))?.status).toBe('ended');
      // It is not only stored but handed to the workers.
      const [reminder] = await desk.sent(EXIT_REMINDER, organisation);
      const active: string[] = [];
      for await (const { row } of storage.table(activeBroadcastsTable).list({ partition: [organisation] }))
        active.push(row.id);
      expect(active).toContain(reminder!.id);
      if (!isKilled) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(8);
  }, 240_000);
});
