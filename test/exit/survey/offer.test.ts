import { beforeEach, describe, expect, it } from 'vitest';
import { createOffer, type ExitCase, surveyJobSchema } from '../../../src/exit/index.js';
import { createJobs } from '../../../src/jobs/index.js';
import { createDirectory } from '../../../src/people/index.js';
import {
  jobsTable,
  openInvitations,
  openJobs,
  openReminderDays,
  openStorage,
  type Storage,
} from '../../../src/storage/index.js';
import { ORGANISATION } from '../../bot/support/people.js';
import { someCase } from '../case/some-case.js';
import { LAST, leaver, TERTIAL } from './support/leavers.js';

const ANNA = leaver(1);
const CASE: ExitCase = someCase({
  ...{ organisation: ORGANISATION, id: 'case-1', employee: ANNA.id, lastWorkingDay: LAST, lastDay: '2026-11-30' },
});
/** A Friday, three weeks before the last day. */
const OFFERED = new Date('2026-10-30T08:00:00Z');

let storage: Storage;
let reminders: string[];
let hasChat: boolean;
beforeEach(async () => {
  storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  reminders = [];
  hasChat = true;
});

/** The steps of a survey over storage, at a moment; messages are only noted. */
function at(moment: Date) {
  const jobs = createJobs({ store: openJobs(storage), clock: () => moment });
  return createOffer({
    jobs,
    clock: () => moment,
    cases: { find: async () => CASE },
    invitations: openInvitations(storage),
    boxes: { stir: async () => undefined },
    directory: createDirectory([ANNA]),
    reaches: { find: async () => (hasChat ? ({ reference: '{}', locale: 'sv' } as never) : undefined) },
    liveCards: { show: async () => undefined, changed: async () => undefined },
    broadcasts: { create: async ({ name }: { name: string }) => void reminders.push(name) } as never,
    days: openReminderDays(storage),
    onOffered: async () => undefined,
  });
}
const run = (moment: Date, data: object) => at(moment).run({ organisation: ORGANISATION, data }, moment);
const total = async () => (await openInvitations(storage).invited(ORGANISATION, TERTIAL)).total;
async function waiting(step: string) {
  const found: string[] = [];
  for await (const { row } of storage.table(jobsTable).list()) {
    const job = row as { data?: unknown; dueAt: Date };
    const data = surveyJobSchema.safeParse(job.data);
    if (data.success && data.data.step === step) found.push(job.dueAt.toISOString().slice(0, 10));
  }
  return found;
}

describe('the offer', () => {
  it('counts nobody as invited who has no chat, and comes to them when they have one', async () => {
    hasChat = false;
    await run(OFFERED, { case: 'case-1', step: 'offer' });
    expect(await total()).toBe(0);
    // The next working day, and so on.
    expect(await waiting('offer')).toEqual(['2026-11-02']);
    hasChat = true;
    await run(new Date('2026-11-02T08:00:00Z'), { case: 'case-1', step: 'offer' });
    expect(await total()).toBe(1);
  });
});

describe('a reminder', () => {
  const TENTH = { case: 'case-1', step: 'remind-10', day: '2026-11-09' };

  it('comes on its day or the working day after it, and never later', async () => {
    await run(new Date('2026-11-12T08:00:00Z'), TENTH);
    expect(reminders).toEqual([]);
    await run(new Date('2026-11-10T08:00:00Z'), TENTH);
    expect(reminders).toHaveLength(1);
  });
});
