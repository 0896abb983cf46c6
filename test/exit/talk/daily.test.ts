import { beforeEach, describe, expect, it } from 'vitest';
import { stockholmMoment } from '../../../src/calendar/index.js';
import { type ExitCase, TALK, TALK_AREAS, TALK_HR, type Talk, type TalkOutcome } from '../../../src/exit/index.js';
import { openThemeCounts } from '../../../src/storage/index.js';
import { type BreakableStorage, breakable } from '../../bot/support/breakable-storage.js';
import { INGRID, KARIN, ORGANISATION } from '../../bot/support/people.js';
import { testStorage } from '../../support/test-storage.js';
import { type Desk, LENA, openDesk } from '../support/desk.js';

let storage: BreakableStorage;
let now: Date;
let desk: Desk;
const EVERYBODY = [KARIN, LENA, INGRID];
const at = (day: string, time = '09:00') => {
  now = stockholmMoment(day, time);
};
const look = async (day: string, time?: string) => {
  at(day, time);
  await desk.sending.scheduler.tick();
};
const talkOf = async ({ organisation, id }: ExitCase) => (await desk.sending.cases.find(organisation, id))!.talk;
const book = (exitCase: ExitCase, day: string, talk: Partial<Talk> = {}) =>
  desk.sending.cases.change(exitCase.organisation, exitCase.id, (old) => ({
    ...old,
    talk: {
      ...old.talk,
      bookedFor: stockholmMoment(day, '10:00'),
      minutes: 60,
      place: 'Rum 3',
      bookings: (old.talk.bookings ?? 0) + 1,
      ...talk,
    },
  }));

beforeEach(async () => {
  at('2026-09-03');
  storage = breakable(await testStorage());
  desk = await openDesk(storage, () => now, EVERYBODY);
});

describe('the offer', () => {
  it('comes to the employee and the manager on the day on which the talk is to be booked, once', async () => {
    // AVS-07: 45 days before 27 November is 13 October.
    const exitCase = await desk.open();
    await desk.exit.catchUp();
    await look('2026-10-12');
    expect(await desk.recipients(TALK)).toEqual([]);
    for (const day of ['2026-10-13', '2026-10-14', '2026-10-15']) await look(day);
    expect((await desk.recipients(TALK)).toSorted()).toEqual([KARIN.id, LENA.id]);
    expect((await talkOf(exitCase)).offeredAt).toEqual(stockholmMoment('2026-10-13', '09:00'));
  });

  it('comes to a manager who takes over, and not again to the employee', async () => {
    await desk.open();
    await desk.exit.catchUp();
    await look('2026-10-13');
    desk = await openDesk(storage, () => now, [KARIN, { ...LENA, managerId: INGRID.id }, INGRID]);
    await look('2026-10-14');
    expect((await desk.recipients(TALK)).toSorted()).toEqual([KARIN.id, INGRID.id, LENA.id].toSorted());
  });

  it.each([
    ['a short fixed-term employment, whose list has no conversation', { kind: 'visstid', traits: [] }],
    ['a case that is not open', { status: 'withdrawn' }],
    ['somebody who has left the directory', { employee: 'a0000000-0000-4000-8000-000000000077' }],
    ['one whose last working day has come', { lastWorkingDay: '2026-10-13' }],
  ] as const)('does not come for %s', async (_what, changes) => {
    await desk.open(changes as Partial<ExitCase>);
    await desk.exit.catchUp();
    await look('2026-10-13');
    expect(await desk.recipients(TALK)).toEqual([]);
  });
});

describe('the question areas', () => {
  it('come at nine three days before the talk, or on the working day before that, and once', async () => {
    const exitCase = await desk.open({ talk: { offeredAt: new Date('2026-09-01T07:00:00Z') } });
    await book(exitCase, '2026-11-17');
    await desk.exit.catchUp();
    await look('2026-11-02');
    // Three days before Tuesday the 17th is a Saturday.
    await look('2026-11-13', '08:59');
    expect(await desk.recipients(TALK_AREAS)).toEqual([]);
    await look('2026-11-13');
    await look('2026-11-16');
    expect(await desk.recipients(TALK_AREAS)).toEqual([LENA.id]);
    expect((await talkOf(exitCase)).areasSentAt).toEqual(stockholmMoment('2026-11-13', '09:00'));
  });

  it('follow the booking when it is moved, also by one that nobody told the job of', async () => {
    const exitCase = await desk.open();
    await book(exitCase, '2026-11-17');
    await desk.exit.catchUp();
    await look('2026-11-02');
    await book(exitCase, '2026-11-24');
    await look('2026-11-13', '09:01');
    expect(await desk.recipients(TALK_AREAS)).toEqual([]);
    await look('2026-11-20', '09:01');
    expect(await desk.recipients(TALK_AREAS)).toEqual([LENA.id]);
    // Moved again afterwards: they have them.
    await book(exitCase, '2026-11-26');
    await look('2026-11-23');
    await look('2026-11-25');
    expect(await desk.recipients(TALK_AREAS)).toEqual([LENA.id]);
  });

  it('that were missed while the bot was down come at the next civil moment, and not after the talk', async () => {
    const [soon, over] = [await desk.open(), await desk.open()];
    await book(soon, '2026-11-17');
    await book(over, '2026-11-16');
    await desk.exit.catchUp();
    await look('2026-11-02');
    await look('2026-11-14', '11:00');
    expect(await desk.recipients(TALK_AREAS)).toEqual([]);
    await look('2026-11-16', '10:30');
    expect(await desk.recipients(TALK_AREAS)).toEqual([LENA.id]);
    expect([(await talkOf(soon)).areasSentAt, (await talkOf(over)).areasSentAt]).toEqual([now, undefined]);
  });

  it('do not come to whoever declined, nor when the talk is over or the case is not open any more', async () => {
    const cases = [await desk.open(), await desk.open(), await desk.open()] as const;
    for (const exitCase of cases) await book(exitCase, '2026-11-17');
    await desk.exit.catchUp();
    await look('2026-11-02');
    await book(cases[0], '2026-11-17', { withManager: false, withHr: false });
    await book(cases[1], '2026-11-17', { outcomes: { chef: { outcome: 'notHeld', at: now, themes: [] } } });
    await desk.sending.cases.change(ORGANISATION, cases[2].id, (old) => ({ ...old, status: 'withdrawn' }));
    await look('2026-11-13');
    expect(await desk.recipients(TALK_AREAS)).toEqual([]);
  });
});

describe('HR', () => {
  it('is told by the daily work of a wish that a process stored on its last, once', async () => {
    const exitCase = await desk.open();
    await desk.sending.cases.change(ORGANISATION, exitCase.id, (old) => ({
      ...old,
      talk: { ...old.talk, withManager: false, withHr: true },
    }));
    await desk.exit.catchUp();
    await look('2026-10-01');
    await look('2026-10-02');
    expect(await desk.recipients(TALK_HR)).toEqual([INGRID.id]);
  });
});

describe('themes', () => {
  it('stay with their case for 90 days, then only how often each was named in the organisation', async () => {
    const hr: TalkOutcome = { outcome: 'held', at: stockholmMoment('2026-09-03', '12:00'), themes: ['R3', 'R7'] };
    // What the manager heard of the same person later is counted with it, once.
    const chef: TalkOutcome = { ...hr, at: stockholmMoment('2026-09-10', '12:00'), themes: ['R3'] };
    const exitCase = await desk.open({ talk: { outcomes: { chef, hr } } });
    await desk.exit.catchUp();
    await look('2026-12-02');
    expect((await talkOf(exitCase)).outcomes).toEqual({ chef, hr });
    await look('2026-12-03');
    expect(await talkOf(exitCase)).toEqual({
      outcomes: { chef: { ...chef, themes: [] }, hr: { ...hr, themes: [] } },
    });
    const found: object[] = [];
    for await (const one of openThemeCounts(storage).list(ORGANISATION)) found.push(one);
    expect(found).toEqual(
      ['R3', 'R7'].map((theme) => ({ organisation: ORGANISATION, tertial: '2026-T3', theme, count: 1 })),
    );
  });

  it('of a case that was taken back are counted nowhere', async () => {
    const exitCase = await desk.open({
      status: 'withdrawn',
      talk: { outcomes: { chef: { outcome: 'held', at: now, themes: ['R3'] } } },
    });
    await desk.exit.catchUp();
    await look('2026-09-04');
    expect((await talkOf(exitCase)).outcomes?.chef?.themes).toEqual([]);
    for await (const one of openThemeCounts(storage).list(ORGANISATION)) throw new Error(JSON.stringify(one));
  });
});
