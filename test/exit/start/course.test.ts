import { beforeEach, describe, expect, it } from 'vitest';
import { createBroadcasts, createLiveCards } from '../../../src/broadcast/index.js';
import {
  createCaseCourse,
  createCases,
  createHoldersOf,
  type ExitCase,
  subjectOfCase,
  SURVEY,
} from '../../../src/exit/index.js';
import { courseJobs } from '../../../src/exit/start/course-jobs.js';
import { createJobs, createScheduler } from '../../../src/jobs/index.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { createDirectory } from '../../../src/people/index.js';
import { openBroadcasts, openExitCases, openJobs, openLiveCards, type Storage } from '../../../src/storage/index.js';
import { breakable } from '../../bot/support/breakable-storage.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { AMIR } from '../../questions/support/office.js';
import { testStorage } from '../../support/test-storage.js';
import { someCase } from '../case/some-case.js';
import { casesOf, EVERYBODY, TOMAS } from './support/leavers.js';

const NOW = new Date('2026-09-02T07:00:00Z');
const checklist = loadChecklist('knowledge');
const directory = createDirectory(EVERYBODY);

let storage: Storage;
let id: string;
let opened: string[];

/** The course of cases over this storage, as one process has it, and its scheduler. */
function processOver(over: Storage, clock = () => NOW) {
  const jobs = createJobs({ store: openJobs(over), clock });
  const broadcasts = createBroadcasts({
    store: openBroadcasts(over),
    ledger: { find: () => Promise.resolve(undefined) } as never,
    wake: () => undefined,
  });
  const sendings = openLiveCards(over);
  const liveCards = createLiveCards({ store: sendings, broadcasts, clock });
  const cases = createCases({
    store: openExitCases(over),
    onChanged: (exitCase) => liveCards.changed(subjectOfCase(exitCase)),
  });
  const course = createCaseCourse({
    ...{ cases, directory, liveCards, broadcasts, sendings, jobs },
    checklist: () => checklist,
    holdersOf: createHoldersOf(directory, () => []),
    onOpened: async (exitCase) => void opened.push(exitCase.id),
  });
  const scheduler = createScheduler({
    store: openJobs(over),
    handlers: courseJobs(course),
    clock,
    holder: `holder ${Math.random()}`,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { cases, course, jobs, scheduler, liveCards };
}

/** A process that is started an hour later, over storage that answers. */
const later = () => processOver(storage, () => new Date(NOW.getTime() + 3600_000));

async function draftOf(name: string, changes: Partial<ExitCase> = {}): Promise<string> {
  const {
    id: _id,
    sentAt: _sentAt,
    ...wanted
  } = someCase({
    ...{ organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id, startedBy: KARIN.id, status: 'draft' },
    ...changes,
  });
  return (await processOver(storage).cases.create({ ...wanted, name })).exitCase.id;
}

async function sent() {
  const found = [];
  for await (const one of openBroadcasts(storage).list(ORGANISATION)) found.push(one);
  return found;
}

beforeEach(async () => {
  storage = await testStorage();
  opened = [];
  id = await draftOf('form-1');
});

describe('a case that is opened', () => {
  it('is led by the present manager, counted from the day of the press, and shown to all who have a part in it', async () => {
    const { course, scheduler } = processOver(storage);
    const open = await course.open(ORGANISATION, id, NOW);
    expect(open).toMatchObject({ status: 'open', sentAt: NOW, opened: '2026-09-02', above: TOMAS.id });
    expect(await sent()).toEqual([]);
    await scheduler.tick();
    expect((await sent()).map(({ audience, createdBy }) => [audience, createdBy])).toEqual([
      [{ persons: [SARA.id, KARIN.id, AMIR.id, INGRID.id] }, KARIN.id],
    ]);
    expect(opened).toEqual([id]);
  });

  it('is sent once, however often its job runs', async () => {
    const { course, scheduler } = processOver(storage);
    await course.open(ORGANISATION, id, NOW);
    await scheduler.tick();
    await course.runOpen(ORGANISATION, id, NOW);
    await later().course.runOpen(ORGANISATION, id, new Date(NOW.getTime() + 60_000));
    expect(await sent()).toHaveLength(1);
    expect((await casesOf(storage))[0]).toMatchObject({ sentAt: NOW });
  });

  it('is sent by the next run when its cards could not be made once', async () => {
    const failing = breakable(storage);
    failing.fails = (table, call) => table === 'livecards' && call === 'upsert';
    const { course, scheduler } = processOver(failing);
    await course.open(ORGANISATION, id, NOW);
    await scheduler.tick();
    expect(opened).toEqual([]);
    await later().scheduler.tick();
    expect([opened, (await sent()).length]).toEqual([[id], 1]);
  });

  it('loses nothing when the process dies at any of its steps', async () => {
    const ends: string[] = [];
    for (let step = 1; ends.at(-1) !== 'alive'; step++) {
      storage = await testStorage();
      const name = `form of step ${step}`;
      id = await draftOf(name, { organisation: ORGANISATION, employee: SARA.id });
      const dying = breakable(storage);
      let calls = 0;
      dying.fails = () => (calls += 1) >= step;
      const { course } = processOver(dying);
      const answer = await course.open(ORGANISATION, id, NOW).then(
        () => 'answered',
        () => 'dead',
      );
      // What its job does, too; the job itself is still there, as it is when the process dies in the middle of it.
      await course.runOpen(ORGANISATION, id, NOW).catch(() => undefined);
      const isOver = calls < step;
      const next = later();
      await next.scheduler.tick();
      let exitCase = (await next.cases.find(ORGANISATION, id))!;
      // Who got no answer may find nothing done, and presses again.
      if (exitCase.status === 'draft') {
        expect(answer).toBe('dead');
        await next.course.open(ORGANISATION, id, NOW);
        await next.scheduler.tick();
        exitCase = (await next.cases.find(ORGANISATION, id))!;
      }
      expect([step, exitCase.status]).toEqual([step, 'open']);
      const cards = (await sent()).filter(({ content }) => content.subject === id);
      expect([step, cards.length]).toEqual([step, 1]);
      expect(opened).toContain(id);
      await next.course.close(ORGANISATION, id, 'recalled', NOW);
      ends.push(isOver ? 'alive' : answer);
    }
    expect(new Set(ends)).toEqual(new Set(['dead', 'answered', 'alive']));
  });

  it('is one for two who start the same person at the same time: the first by moment, then by id', async () => {
    const other = await draftOf('form-2', { startedBy: INGRID.id });
    const { course, scheduler } = processOver(storage);
    const both = await Promise.all([id, other].map((one) => course.open(ORGANISATION, one, NOW)));
    await scheduler.tick();
    await Promise.all([id, other].map((one) => course.runOpen(ORGANISATION, one, NOW)));
    expect((await casesOf(storage)).map(({ status }) => status).sort()).toEqual(['open', 'recalled']);
    expect(both.length).toBe(2);
    const first = (await casesOf(storage)).find(({ status }) => status === 'open')!;
    const standing = (await sent()).filter(({ recalledAt }) => recalledAt === undefined);
    expect(standing.map(({ content }) => content.subject)).toEqual([first.id]);
  });
});

describe('a case that is closed', () => {
  it.each(['withdrawn', 'recalled'] as const)('as %s loses nothing when the process dies at any step', async (as) => {
    for (let step = 1, isAlive = false; !isAlive; step++) {
      storage = await testStorage();
      id = await draftOf(`form of step ${step}`);
      const healthy = processOver(storage);
      await healthy.course.open(ORGANISATION, id, NOW);
      await healthy.scheduler.tick();
      const dying = breakable(storage);
      let calls = 0;
      dying.fails = () => (calls += 1) >= step;
      await processOver(dying)
        .course.close(ORGANISATION, id, as, NOW)
        .catch(() => undefined);
      isAlive = calls < step;
      const next = later();
      await next.scheduler.tick();
      let exitCase = (await next.cases.find(ORGANISATION, id))!;
      if (exitCase.status === 'open') exitCase = await next.course.close(ORGANISATION, id, as, NOW);
      expect([step, exitCase.status]).toEqual([step, as]);
      const [card] = (await sent()).filter(({ content }) => content.subject === id);
      expect([step, card!.recalledAt !== undefined, card!.edition > 0]).toEqual([step, as === 'recalled', true]);
    }
  });

  it.each(['withdrawn', 'recalled'] as const)(
    'as %s reaches a card that was sent by a run that died right then',
    async (as) => {
      const failing = breakable(storage);
      failing.fails = (table, call) => table === 'livecards' && call === 'upsert';
      const { course, scheduler } = processOver(failing);
      await course.open(ORGANISATION, id, NOW);
      await scheduler.tick();
      await processOver(storage).course.close(ORGANISATION, id, as, NOW);
      const [before] = await sent();
      expect(before).toMatchObject({ edition: 0 });
      await later().scheduler.tick();
      const [card] = await sent();
      expect([card!.recalledAt !== undefined, card!.edition > 0]).toEqual([as === 'recalled', true]);
    },
  );

  it('stays as it was closed first, and a draft is never closed', async () => {
    const { course } = processOver(storage);
    expect((await course.close(ORGANISATION, id, 'recalled', NOW)).status).toBe('draft');
    await course.open(ORGANISATION, id, NOW);
    expect((await course.close(ORGANISATION, id, 'withdrawn', NOW)).status).toBe('withdrawn');
    expect((await course.close(ORGANISATION, id, 'recalled', NOW)).status).toBe('withdrawn');
  });

  it('while its cards are on their way is taken back all the same', async () => {
    const { course, cases, scheduler } = processOver(storage);
    await course.open(ORGANISATION, id, NOW);
    await cases.change(ORGANISATION, id, (old) => ({ ...old, status: 'recalled' }));
    await scheduler.tick();
    expect(await sent()).toEqual([]);
  });

  it('as recalled takes the survey back as well', async () => {
    const { course, liveCards, scheduler } = processOver(storage);
    await course.open(ORGANISATION, id, NOW);
    await scheduler.tick();
    const about = { title: 'Enkät', name: 'survey', at: NOW };
    await liveCards.show({ organisation: ORGANISATION, kind: SURVEY, id }, [SARA.id], about);
    await course.close(ORGANISATION, id, 'recalled', NOW);
    const recalled: unknown[] = [];
    for await (const { kind, recalledAt } of openBroadcasts(storage).list(ORGANISATION))
      if (kind === SURVEY) recalled.push(recalledAt);
    expect(recalled).toEqual([NOW]);
  });
});
