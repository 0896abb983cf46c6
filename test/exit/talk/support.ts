import type { ExitCase } from '../../../src/exit/index.js';
import { EXIT_DAILY_JOB } from '../../../src/exit/reminders/index.js';
import { createJobs } from '../../../src/jobs/index.js';
import { openExitCases, openJobs } from '../../../src/storage/index.js';
import { KARIN, ORGANISATION, PEOPLE } from '../../bot/support/people.js';
import { AMIR, type Office, PETER } from '../../questions/support/office.js';
import { someCase } from '../case/some-case.js';
import { LENA } from '../support/desk.js';

export const EVERYBODY = [...PEOPLE, AMIR, PETER, LENA];

/** Stores a case as it stands when it has been sent to the employee, Lena, whose manager is Karin. */
export async function openCase(office: Office, changes: Partial<ExitCase> = {}): Promise<ExitCase> {
  const store = openExitCases(office.storage);
  const exitCase = someCase({
    employee: LENA.id,
    manager: KARIN.id,
    startedBy: KARIN.id,
    organisation: ORGANISATION,
    ...changes,
  });
  const stored = { ...exitCase, id: store.idFor(exitCase.createdAt, changes.id ?? 'lena') };
  await store.create(stored);
  return stored;
}

export async function caseNow(office: Office, { organisation, id }: ExitCase): Promise<ExitCase> {
  return (await openExitCases(office.storage).find(organisation, id))!.exitCase;
}

/** Lets the bot start anew as if the day's work were due just now. */
export async function startTheDay(office: Office): Promise<void> {
  await createJobs({ store: openJobs(office.storage), clock: () => new Date() }).reschedule({
    organisation: ORGANISATION,
    id: 'exit-daily',
    kind: EXIT_DAILY_JOB,
    every: { daily: '09:00' },
    dueAt: new Date('2026-09-03T07:00:00Z'),
  });
  await office.restart();
}
