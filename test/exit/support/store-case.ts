import type { ExitCase } from '../../../src/exit/index.js';
import type { Person } from '../../../src/people/index.js';
import { openExitCases, type Storage } from '../../../src/storage/index.js';
import { KARIN, ORGANISATION, PEOPLE, SARA } from '../../bot/support/people.js';
import { AMIR, PETER } from '../../questions/support/office.js';
import { someCase } from '../case/some-case.js';

/** Another manager of the same unit, who is not the leaver's. */
export const YASMIN: Person = {
  ...KARIN,
  id: 'a0000000-0000-4000-8000-000000000011',
  name: 'Yasmin Karimzadeh',
  email: 'yasmin@ubara.example',
};
export const EVERYBODY = [...PEOPLE, AMIR, PETER, YASMIN];

let stored = 0;

/** Stores an open case of Sara, whom Karin leads; with what a test changes. Its last working day is far away. */
export async function storeCase(storage: Storage, changes: Partial<ExitCase> = {}): Promise<ExitCase> {
  const exitCase = someCase({
    organisation: ORGANISATION,
    id: `case-${(stored += 1)}`,
    employee: SARA.id,
    manager: KARIN.id,
    startedBy: KARIN.id,
    lastWorkingDay: '2030-06-28',
    lastDay: '2030-06-30',
    ...changes,
  });
  await openExitCases(storage).create(exitCase);
  return exitCase;
}

export async function storedCase(storage: Storage, { organisation, id }: ExitCase): Promise<ExitCase> {
  return (await openExitCases(storage).find(organisation, id))!.exitCase;
}
