import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConfiguredStorage } from '../../src/cli/configured-storage.js';
import { planImport } from '../../src/people/index.js';
import { openExitCases, openPeople } from '../../src/storage/index.js';
import { KARIN, SARA } from '../bot/support/people.js';
import { someCase } from '../exit/case/some-case.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { overAzurite, runCommand } from './support/run-command.js';

let azurite: Account;

beforeAll(async () => {
  azurite = await emptyAccount();
  const storage = await openConfiguredStorage(overAzurite(azurite));
  await storage.prepare();
  const plan = planImport({ current: [], incoming: [KARIN, SARA], removeMissing: true });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
  const own = { organisation: SARA.organisation, employee: SARA.id, manager: KARIN.id };
  await openExitCases(storage).create(someCase({ ...own, lastWorkingDay: '2030-06-28', lastDay: '2030-06-30' }));
}, 60_000);
afterAll(() => azurite.stop());

const ask = (email: string, ...more: string[]) =>
  runCommand('ask', ['När är min sista dag?', '--as', email, ...more], overAzurite(azurite));

it('an exit under way is told of by `ask --live`, to whoever it is about', async () => {
  expect((await ask(SARA.email, '--live')).out).toContain('28 juni 2030');
  expect((await ask(KARIN.email, '--live')).out).not.toContain('2030');
}, 60_000);
