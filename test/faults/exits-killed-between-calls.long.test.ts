import { beforeAll, describe, expect, it } from 'vitest';
import { stockholmMoment } from '../../src/calendar/index.js';
import { type ExitCase, type Handover, subjectOfCase } from '../../src/exit/index.js';
import { EXIT_DAILY_JOB } from '../../src/exit/reminders/index.js';
import { versionOf } from '../../src/exit/start/desk.js';
import { signOf } from '../../src/exit/handover/handover.js';
import { AREAS_JOB } from '../../src/exit/talk/daily.js';
import type { Person } from '../../src/people/index.js';
import { type BreakableStorage, breakable } from '../bot/support/breakable-storage.js';
import { testStorage } from '../support/test-storage.js';
import { type Desk, openDesk } from '../exit/support/desk.js';
import { editions, press, runJob, seenOf, type Staff, staffOf } from './support/exit-world.js';

/**
 * Everything that is done with an exit, killed before and after each of its calls to storage: from then on the process does nothing
 * more. Another process takes over. Pressed again, all is as if nothing had happened; not pressed again, the next day's work makes
 * it whole, or nothing of it was done. Between these two nothing is allowed: no card without its case, no job without its day.
 */
interface Scenario {
  /** What stands before. */
  readonly before?: Partial<ExitCase>;
  /** Says something else from the moment on at which it is done. */
  readonly people?: (staff: Staff) => readonly Person[];
  act(world: World): Promise<unknown>;
  /** It is a job, which comes again by itself, or two presses, of which one alone is something done. */
  readonly isNotLeft?: true;
}
interface World {
  readonly desk: Desk;
  readonly staff: Staff;
  readonly exitCase: ExitCase;
}

const NOW = stockholmMoment('2026-11-10', '09:30');
const NEXT_DAY = stockholmMoment('2026-11-11', '09:00');
const AREAS_DAY = stockholmMoment('2026-11-13', '09:00');
const FORM = '5f2f1c9a-3d1e-4a57-9b0c-0d8f5a3b7c11';
const DRAFT_FORM = '7d0c1f52-1111-4a57-9b0c-0d8f5a3b7c11';

const part: Handover = { id: FORM, what: 'Schemat', to: 'Yasmin Karimzadeh', by: '2026-11-20', addedBy: 'medarbetare' };
const given: Handover = { ...part, handedOverAt: NOW };
const booked = { bookedFor: stockholmMoment('2026-11-17', '10:00'), minutes: 60, place: 'Rum 3', bookings: 1 };
const outcomes = { chef: { outcome: 'notHeld' as const, at: NOW, themes: [] } };
const byLena = (verb: string, data: (exitCase: ExitCase) => object) => ({
  act: ({ desk, staff, exitCase }: World) => press({ desk, now: NOW }, staff.lena, verb, data(exitCase)),
});
const byKarin = (verb: string, data: (exitCase: ExitCase, staff: Staff) => object) => ({
  act: ({ desk, staff, exitCase }: World) => press({ desk, now: NOW }, staff.karin, verb, data(exitCase, staff)),
});
const daily = async ({ desk, staff }: World, at = NOW) =>
  runJob(desk, staff.lena.organisation, EXIT_DAILY_JOB, { dueAt: at });
const mark = (named: string) => (exitCase: ExitCase) => ({ case: exitCase.id, part: FORM, mark: named, page: 1 });
const days = { notice: '2026-09-01', lastWorkingDay: '2026-12-18', lastDay: '2026-12-31', traits: 'konto,kontor' };
const draftOf = ({ yasmin }: Staff) => ({
  ...{ form: DRAFT_FORM, openedAt: NOW.toISOString(), draft: '', employee: yasmin.id, kind: 'egen uppsägning' },
  ...{ notice: '2026-11-09', lastWorkingDay: '2026-12-18', lastDay: '2026-12-31', traits: 'konto' },
});

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a change of dates': {
    before: { handover: [{ ...part, by: '2026-11-27' }] },
    ...byKarin('exit.lead.save', (exitCase) => ({
      ...{ case: exitCase.id, seen: versionOf(exitCase), notice: exitCase.notice },
      ...{ lastWorkingDay: '2026-11-20', lastDay: '2026-11-24', traits: 'konto,kontor' },
    })),
  },
  'a booking': {
    before: { talk: { offeredAt: NOW } },
    ...byKarin('exit.talk.book', ({ id }) => ({
      ...{ case: id, date: '2026-11-17', time: '10:00', minutes: '60', place: 'Rum 3', seen: 0, shown: '' },
    })),
  },
  'another time': {
    before: { talk: { ...booked, offeredAt: NOW } },
    ...byKarin('exit.talk.book', ({ id }) => ({
      ...{ case: id, date: '2026-11-18', time: '13:00', minutes: '45', place: 'Teams', seen: 1, shown: '' },
    })),
  },
  'a wish for HR': {
    before: { talk: { offeredAt: NOW } },
    ...byLena('exit.talk.wish', ({ id }) => ({ case: id, wish: 'both' })),
  },
  'an outcome': {
    before: { talk: { ...booked, bookedFor: stockholmMoment('2026-11-09', '10:00'), offeredAt: NOW } },
    ...byKarin('exit.talk.record', ({ id }) => ({ case: id, outcome: 'held', themes: 'R3,R5', seen: '' })),
  },
  'sending the areas': {
    before: { talk: { ...booked, offeredAt: NOW } },
    isNotLeft: true,
    act: ({ desk, staff, exitCase }) =>
      runJob(desk, staff.lena.organisation, AREAS_JOB, { dueAt: AREAS_DAY, data: { case: exitCase.id } }),
  },
  'the first part of a handover': byLena('exit.handover.save', ({ id }) => ({
    ...{ case: id, part: '', page: 1, form: FORM, seen: '', shown: '', what: part.what, to: part.to, by: part.by },
  })),
  'a part of a handover changed': {
    before: { handover: [part] },
    ...byKarin('exit.handover.save', ({ id }) => ({
      ...{ case: id, part: FORM, page: 1, form: DRAFT_FORM, seen: signOf(part), shown: '', what: 'Inköpen' },
      ...{ to: part.to, by: part.by },
    })),
  },
  'a part given': { before: { handover: [part] }, ...byLena('exit.handover.mark', mark('given')) },
  'a part taken back': { before: { handover: [given] }, ...byLena('exit.handover.mark', mark('notGiven')) },
  'a part confirmed by the manager': {
    before: { handover: [given] },
    ...byKarin('exit.handover.mark', mark('confirmed')),
  },
  'a part confirmed by the receiver': {
    before: { handover: [given] },
    act: ({ desk, staff, exitCase }) =>
      press({ desk, now: NOW }, staff.yasmin, 'exit.handover.mark', mark('confirmed')(exitCase)),
  },
  'a part removed': {
    before: { handover: [part] },
    ...byLena('exit.handover.remove', ({ id }) => ({ case: id, part: FORM, page: 1, sure: 'yes' })),
  },
  'a draft': byKarin('exit.start.review', (_case, staff) => draftOf(staff)),
  'a draft that is changed': {
    isNotLeft: true,
    act: async ({ desk, staff }) => {
      await press({ desk, now: NOW }, staff.karin, 'exit.start.review', draftOf(staff));
      return press({ desk, now: NOW }, staff.karin, 'exit.start.review', {
        ...draftOf(staff),
        ...days,
        notice: '2026-11-09',
      });
    },
  },
  'a manager who is gone': {
    isNotLeft: true,
    people: ({ lena, ingrid, yasmin }) => [{ ...lena, managerId: undefined }, ingrid, yasmin],
    act: (world) => daily(world),
  },
  'another manager': {
    before: { handover: [part], talk: { offeredAt: NOW } },
    isNotLeft: true,
    people: ({ lena, karin, ingrid, yasmin }) => [{ ...lena, managerId: yasmin.id }, karin, ingrid, yasmin],
    act: (world) => daily(world),
  },
  'a leaver who is gone': {
    isNotLeft: true,
    people: ({ karin, ingrid, yasmin }) => [karin, ingrid, yasmin],
    act: (world) => daily(world),
  },
  'a forgotten draft': {
    before: { status: 'draft', createdAt: new Date('2026-10-01T07:00:00Z'), sentAt: undefined },
    isNotLeft: true,
    act: (world) => daily(world),
  },
};

let storage: BreakableStorage;
let trials = 0;
beforeAll(async () => void (storage = breakable(await testStorage('killed exits'))));

async function lay({ before, people }: Scenario) {
  const staff = staffOf(`Nämnd ${(trials += 1)}`);
  const { lena, karin, ingrid, yasmin } = staff;
  const clock = { now: NOW };
  const open = (everybody: readonly Person[]) => openDesk(storage, () => clock.now, everybody);
  const first = await open([lena, karin, ingrid, { ...yasmin, managerId: karin.id }]);
  const { organisation } = lena;
  const about: Partial<ExitCase> = {
    ...{ organisation, above: yasmin.id, createdAt: new Date('2026-09-02T07:00:00Z') },
    // Nothing else of the day's work changes the case, so that its cards are made anew for what was done alone.
    ...{ traits: ['konto', 'kontor'], talk: { offeredAt: NOW, outcomes } },
    ...before,
  };
  const exitCase = await first.open(about);
  if (exitCase.status === 'open')
    await first.sending.liveCards.show(subjectOfCase(exitCase), [lena.id, karin.id], {
      ...{ title: 'Checklista', name: `exit-${exitCase.id}`, at: exitCase.sentAt },
    });
  const desk = () => open(people?.(staff) ?? [lena, karin, ingrid, { ...yasmin, managerId: karin.id }]);
  const seen = async () => seenOf(first, storage, organisation);
  return { staff, exitCase, desk, seen, clock };
}

/** One run: killed or not, then again or not, then perhaps the next day's work. */
async function run(scenario: Scenario, { kill, again, isNextDay }: Course) {
  const laid = await lay(scenario);
  const world = async (): Promise<World> => ({ ...laid, desk: await laid.desk() });
  const isDead = kill ? await killed(scenario, await world(), kill) : true;
  const before = await editions((await world()).desk, laid.staff.lena.organisation);
  for (let n = 0; n < again; n++) await scenario.act(await world());
  if (isNextDay) {
    laid.clock.now = NEXT_DAY;
    await daily(await world(), NEXT_DAY);
  }
  const isMadeAnew = (await editions((await world()).desk, laid.staff.lena.organisation)) > before;
  return { seen: await laid.seen(), isDead, isMadeAnew };
}
interface Course {
  readonly kill?: { readonly at: number; readonly when: 'before' | 'after' };
  readonly again: number;
  readonly isNextDay?: boolean;
}

/** Whether it died: not when it was done before its `at`th call. */
async function killed(scenario: Scenario, world: World, { at, when }: NonNullable<Course['kill']>): Promise<boolean> {
  let calls = 0;
  storage.fails = () => {
    calls += 1;
    return calls < at ? false : calls === at && when === 'after' ? 'after' : true;
  };
  await scenario.act(world).catch(() => undefined);
  storage.fails = undefined;
  return calls >= at;
}

describe('killed before and after each of its calls to storage', () => {
  it.each(Object.entries(SCENARIOS))(
    '%s is whole when it is done again, and else whole or not done on the next day',
    async (_name, scenario) => {
      const done = (await run(scenario, { again: 1 })).seen;
      const [never, nextDay] = [
        (await run(scenario, { again: 0, isNextDay: true })).seen,
        (await run(scenario, { again: 1, isNextDay: true })).seen,
      ];
      expect((await run(scenario, { again: 2 })).seen).toEqual(done);
      let deaths = 0;
      for (let at = 1; ; at++) {
        const kill = { at, when: at % 2 === 0 ? 'before' : 'after' } as const;
        let isAnyDead = false;
        for (const when of ['before', 'after'] as const) {
          const again = await run(scenario, { kill: { at, when }, again: 1 });
          isAnyDead ||= again.isDead;
          expect([at, when, again.seen]).toEqual([at, when, done]);
        }
        if (!isAnyDead) break;
        deaths += 1;
        if (scenario.isNotLeft) continue;
        const left = await run(scenario, { kill, again: 0, isNextDay: true });
        // Half of it would be neither.
        const isDone = JSON.stringify(left.seen.cases) === JSON.stringify(nextDay.cases);
        expect([kill, left.seen]).toEqual([kill, isDone ? nextDay : never]);
        expect([kill, left.isMadeAnew]).toEqual([kill, true]);
      }
      expect(deaths).toBeGreaterThan(2);
    },
    600_000,
  );
});
