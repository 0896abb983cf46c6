import { beforeEach, describe, expect, it } from 'vitest';
import { stockholmMoment } from '../../../src/calendar/index.js';
import { TALK, TALK_HR, type TalkOutcome } from '../../../src/exit/index.js';
import { EXIT_DAILY_JOB } from '../../../src/exit/reminders/index.js';
import type { Job } from '../../../src/jobs/index.js';
import { exitThemeCountsTable } from '../../../src/storage/index.js';
import { type BreakableStorage, breakable } from '../../bot/support/breakable-storage.js';
import { INGRID, KARIN } from '../../bot/support/people.js';
import { testStorage } from '../../support/test-storage.js';
import { type Desk, LENA, openDesk } from '../support/desk.js';

let storage: BreakableStorage;
const now = stockholmMoment('2026-11-02', '09:00');
let desk: Desk;
const EVERYBODY = [KARIN, LENA, INGRID];

beforeEach(async () => {
  storage = breakable(await testStorage());
  desk = await openDesk(storage, () => now, EVERYBODY);
});

describe('a bot that is killed while it sees to talks', () => {
  it('sends each thing once and counts each theme once, wherever it died', async () => {
    let kills = 0;
    for (let n = 1; n < 150; n++) {
      const organisation = `Nämnd ${n}`;
      const people = EVERYBODY.map((person) => ({ ...person, organisation }));
      const booked = { bookedFor: stockholmMoment('2026-11-17', '10:00'), minutes: 60, place: 'Rum 3', bookings: 1 };
      const exitCase = await desk.open({ organisation, talk: { withManager: true, withHr: true, ...booked } });
      const chef: TalkOutcome = { outcome: 'held', at: new Date('2026-07-01T09:00:00Z'), themes: ['R3', 'R5'] };
      const ended = await desk.open({ organisation, status: 'ended', talk: { outcomes: { chef } } });
      const job = { organisation, id: 'exit-daily', kind: EXIT_DAILY_JOB, dueAt: now } as Job;
      const run = async (one: Desk) => one.exit.jobs[EXIT_DAILY_JOB]!(job, now, new AbortController().signal);

      const first = await openDesk(storage, () => now, people);
      let calls = 0;
      storage.fails = () => (calls += 1) >= n;
      const isKilled = await run(first).then(
        () => false,
        () => true,
      );
      storage.fails = undefined;
      const second = await openDesk(storage, () => now, people);
      await run(second);
      await run(second);

      // Offer and booking to the employee, the offer to the manager; HR's wish to HR.
      expect([n, (await desk.recipients(TALK, organisation)).toSorted()]).toEqual([n, [KARIN.id, LENA.id, LENA.id]]);
      expect([n, await desk.recipients(TALK_HR, organisation)]).toEqual([n, [INGRID.id]]);
      expect((await second.sending.jobs.find(organisation, `talk-areas:${exitCase.id}`))?.dueAt).toEqual(
        stockholmMoment('2026-11-13', '09:00'),
      );
      const rows: string[] = [];
      for await (const { row } of storage.table(exitThemeCountsTable).list({ partitionPrefix: [organisation] }))
        rows.push(`${row.tertial} ${row.kind} ${row.name} ${row.count}`);
      expect([n, rows]).toEqual([n, ['2026-T2 theme R3 1', '2026-T2 theme R5 1']]);
      expect((await desk.sending.cases.find(organisation, ended.id))?.talk).toMatchObject({
        outcomes: { chef: { outcome: 'held', themes: [] } },
      });
      if (!isKilled) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(20);
  }, 240_000);
});
