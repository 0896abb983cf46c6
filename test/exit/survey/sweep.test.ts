import { expect, it } from 'vitest';
import { type ExitCase, type Invitation, SURVEY_STIR_JOB } from '../../../src/exit/index.js';
import { openInvitations } from '../../../src/storage/index.js';
import { ORGANISATION } from '../../bot/support/people.js';
import { testStorage } from '../../support/test-storage.js';
import { openDesk } from '../support/desk.js';
import { NOW, TERTIAL } from './support/leavers.js';

it('closes and counts at night what a lost job has left, takes back what was never meant, and leaves what is open', async () => {
  const storage = await testStorage();
  const desk = await openDesk(storage, () => new Date(NOW), []);
  const invitations = openInvitations(storage);
  const invite = (person: string, about: Partial<Invitation> = {}) =>
    invitations.invite({
      ...{ organisation: ORGANISATION, tertial: TERTIAL, person, case: person, department: person },
      ...about,
    });
  const cases: Readonly<Record<string, Partial<ExitCase>>> = {
    open: { lastWorkingDay: '2026-11-10' },
    over: { lastWorkingDay: '2026-11-09', status: 'ended' },
    withdrawn: { lastWorkingDay: '2026-11-20', status: 'withdrawn' },
    moved: { lastWorkingDay: '2027-06-30' },
  };
  for (const [person, changes] of Object.entries(cases)) {
    const exitCase = await desk.open(changes);
    await invite(person, { case: exitCase.id });
  }
  // Of a case that is gone only the end of the tertial says that the survey is over.
  await invite('erased');
  await invite('gone', { tertial: '2026-2' });
  await invite('other', { tertial: '2026-2', organisation: 'Another board' });
  for (let night = 0; night < 2; night++)
    await desk.exit.jobs[SURVEY_STIR_JOB]!(
      { organisation: ORGANISATION, id: SURVEY_STIR_JOB, kind: SURVEY_STIR_JOB } as never,
      new Date(NOW),
      new AbortController().signal,
    );
  const left: string[] = [];
  for await (const { person } of invitations.open(ORGANISATION)) left.push(person);
  expect(left.sort()).toEqual(['erased', 'open']);
  expect((await invitations.invited(ORGANISATION, TERTIAL)).departments).toEqual({ erased: 1, open: 1, over: 1 });
  expect((await invitations.invited(ORGANISATION, '2026-2')).departments).toEqual({ gone: 1 });
  expect((await invitations.invited('Another board', '2026-2')).total).toBe(1);
});
