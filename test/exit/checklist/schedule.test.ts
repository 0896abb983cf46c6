import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '../../../src/calendar/index.js';
import {
  caseItems,
  dueDay,
  EXIT_KINDS,
  type ExitDays,
  type ExitKind,
  itemsFor,
  type Trait,
  TRAITS,
} from '../../../src/exit/index.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { someCase } from '../case/some-case.js';
import { someTick } from '../list/support/some-seat.js';

const items = loadChecklist('knowledge');
const item = (id: string) => items.find((one) => one.id === id)!;

/** Any case: opened up to a year after or before the notice, at the last working day at the latest. */
const anyDays: fc.Arbitrary<ExitDays> = fc
  .record({
    start: fc.integer({ min: 0, max: 365 * 30 }),
    noticeLength: fc.integer({ min: 0, max: 200 }),
    holidayAtTheEnd: fc.integer({ min: 0, max: 60 }),
    openedAfter: fc.integer({ min: -30, max: 200 }),
  })
  .map(({ start, noticeLength, holidayAtTheEnd, openedAfter }) => {
    const notice = addDays('2020-01-01', start);
    const lastDay = addDays(notice, noticeLength);
    const lastWorkingDay = addDays(lastDay, -Math.min(holidayAtTheEnd, noticeLength));
    return { notice, lastDay, lastWorkingDay, opened: addDays(notice, openedAfter) };
  });
const anyKind = fc.constantFrom(...EXIT_KINDS);
const anyTraits = fc.subarray<Trait>([...TRAITS]);

describe('the days of the exit checklist', () => {
  const days: ExitDays = {
    notice: '2026-03-02',
    opened: '2026-03-03',
    lastWorkingDay: '2026-05-29',
    lastDay: '2026-06-02',
  };

  it.each([
    ['AVS-29', '2026-05-29', 'things are returned on the last day at work'],
    ['AVS-25', '2026-05-22', 'five days before it would be a Sunday: the Friday before'],
    ['AVS-32', '2026-06-03', 'the account closes on the day after the employment'],
    ['AVS-34', '2026-07-02', 'the final pay is checked 30 days after'],
    ['AVS-01', '2026-03-06', '88 days before the end: Friday 6 March'],
    ['AVS-07', '2026-04-14', 'the conversation is booked 45 days before the last day at work'],
  ])('%s is due %s: %s', (id, due) => {
    expect(dueDay(item(id), 'egen uppsägning', days)).toBe(due);
  });

  it('of a month’s notice begin in its first week, after the lag of each', () => {
    const short: ExitDays = { ...days, notice: '2026-05-04', opened: '2026-05-04', lastDay: '2026-06-04' };
    expect(['AVS-01', 'AVS-05', 'AVS-12'].map((id) => dueDay(item(id), 'egen uppsägning', short))).toEqual([
      '2026-05-06',
      '2026-05-11',
      '2026-05-05',
    ]);
  });

  it('of a pension begin five months ahead', () => {
    const known = { ...days, notice: '2025-10-01', opened: '2025-10-01' };
    expect(dueDay(item('AVS-20'), 'pension', known)).toBe('2025-12-30');
    expect(dueDay(item('AVS-20'), 'egen uppsägning', known)).toBe('2026-05-15');
  });

  it('are working days, and none lies before the case was opened', () => {
    fc.assert(
      fc.property(anyDays, anyKind, anyTraits, (exit, kind, traits) => {
        for (const one of itemsFor(items, kind, traits)) {
          const due = dueDay(one, kind, exit);
          expect(isWorkingDay(due)).toBe(true);
          expect(due >= exit.opened).toBe(true);
        }
      }),
    );
  });

  it('keep their order whatever the dates are', () => {
    fc.assert(
      fc.property(anyDays, anyDays, anyKind, (exit, moved, kind) => {
        const own = itemsFor(items, kind, TRAITS);
        for (const first of own)
          for (const second of own) {
            const daysOf = (one: typeof first) => one.offsets[kind] ?? one.offset;
            const isBefore =
              first.anchor === second.anchor && daysOf(first) <= daysOf(second) && first.lag <= second.lag;
            if (!isBefore) continue;
            for (const of of [exit, moved]) expect(dueDay(first, kind, of) <= dueDay(second, kind, of)).toBe(true);
          }
      }),
    );
  });
});

const latestOf = (a: string, b: string) => (a > b ? a : b);
/** What is ticked of a case, by place in the list, and by how many days it is moved afterwards. */
const anyMove = fc.record({
  ticked: fc.array(fc.boolean(), { minLength: items.length, maxLength: items.length }),
  by: fc.integer({ min: -120, max: 120 }),
  holidayAfter: fc.integer({ min: 0, max: 60 }),
});

/** A case that is worked on and moved, several times; with the day on which each ticked item was due when it was ticked. */
const anyMoved = fc
  .record({
    days: anyDays,
    kind: anyKind,
    traits: anyTraits,
    moves: fc.array(anyMove, { minLength: 1, maxLength: 3 }),
  })
  .map(({ days, kind, traits, moves }) => {
    let moved = someCase({ ...days, kind, traits });
    const listed = caseItems(moved, items, {}).map(({ item: { id } }) => id);
    const doneDue = new Map<string, string>();
    for (const { ticked, by, holidayAfter } of moves) {
      const ticks = { ...moved.ticks };
      for (const [at, { item: one, due, standing }] of caseItems(moved, items, {}).entries()) {
        if (!ticked[at] || standing === 'done') continue;
        ticks[one.id] = Object.fromEntries(one.owners.map((owner) => [owner, someTick('done', { due })]));
        doneDue.set(one.id, due);
      }
      const lastDay = latestOf(addDays(moved.lastDay, by), days.opened);
      moved = { ...moved, ticks, lastDay, lastWorkingDay: latestOf(addDays(lastDay, -holidayAfter), days.opened) };
    }
    return { moved, listed, doneDue };
  });

describe('one case whose days are moved, again and again', () => {
  it('keeps what is done on its day, puts what is left on the new working days, and lists nothing twice', () => {
    fc.assert(
      fc.property(anyMoved, ({ moved, listed, doneDue }) => {
        const after = caseItems(moved, items, {});
        expect(after.map(({ item: { id } }) => id).sort()).toEqual([...listed].sort());
        for (const { item: one, due, standing } of after) {
          expect(standing === 'done', one.id).toBe(doneDue.has(one.id));
          if (standing === 'done') expect(due).toBe(doneDue.get(one.id));
          else {
            expect(isWorkingDay(due)).toBe(true);
            expect(due >= moved.opened).toBe(true);
            expect(due).toBe(dueDay(one, moved.kind, moved));
          }
        }
        expect(after.map(({ due }) => due)).toEqual(after.map(({ due }) => due).sort());
      }),
    );
  });

  it('keeps the order of what is left, across anchors as well: what is wanted and allowed no later is due no later', () => {
    fc.assert(
      fc.property(anyMoved, ({ moved }) => {
        const left = caseItems(moved, items, {}).filter(({ standing }) => standing !== 'done');
        const anchorOf = (one: (typeof left)[number]) =>
          one.item.anchor === 'arbetsdag' ? moved.lastWorkingDay : moved.lastDay;
        const offsetOf = ({ item: one }: (typeof left)[number]) => one.offsets[moved.kind] ?? one.offset;
        for (const first of left)
          for (const second of left) {
            const isNoLater =
              addDays(anchorOf(first), offsetOf(first)) <= addDays(anchorOf(second), offsetOf(second)) &&
              anchorOf(first) <= anchorOf(second) &&
              offsetOf(first) <= offsetOf(second) &&
              first.item.lag <= second.item.lag;
            if (isNoLater) expect(first.due <= second.due, `${first.item.id} ${second.item.id}`).toBe(true);
          }
      }),
    );
  });
});

describe('the items of a list', () => {
  const ids = (...about: [Parameters<typeof itemsFor>[1], readonly Trait[]]) =>
    itemsFor(items, ...about).map(({ id }) => id.slice(-2));

  it('of somebody who resigns, without anything special: no pension, no certificates', () => {
    expect(ids('egen uppsägning', ['konto']).join(' ')).toBe(
      '01 02 03 04 05 06 07 08 12 20 21 22 24 25 26 27 28 29 30 31 32 34 35',
    );
  });

  it('of a fixed-term employment have the notice of its end, the conversation from six months on, no replacement', () => {
    expect(ids('visstid', []).filter((id) => ['05', '07', '09', '18', '19', '23', '24'].includes(id))).toEqual(['09']);
    expect(ids('visstid', ['sex månader'])).toEqual(expect.arrayContaining(['07', '09', '23', '24']));
  });

  it('of a move within the city are hand-over, conversation and things only', () => {
    expect(ids('intern rörlighet', TRAITS).join(' ')).toBe('06 07 12 13 14 20 23 24 29 30');
  });

  it('of a retirement ask about coming back by the hour or as a mentor, of nothing else', () => {
    const asks = (kind: ExitKind, words: RegExp, locale: 'sv' | 'en') =>
      itemsFor(items, kind, TRAITS).some(({ help }) => words.test(help[locale]));
    for (const kind of EXIT_KINDS) {
      expect(asks(kind, /komma tillbaka på timmar eller som mentor/, 'sv')).toBe(kind === 'pension');
      expect(asks(kind, /come back by the hour or as a mentor/, 'en')).toBe(kind === 'pension');
    }
  });

  it('that state law say to check with HR', () => {
    for (const one of ['AVS-09', 'AVS-11', 'AVS-33'].map(item)) {
      expect(one.help.sv).toMatch(/Kontrollera med HR\.$/);
      expect(one.help.en).toMatch(/Check with HR\.$/);
    }
  });

  it('of a manager who leaves are the manager’s manager’s, too', () => {
    expect(itemsFor(items, 'pension', ['chef']).filter(({ owners }) => owners.includes('överordnad'))).toHaveLength(1);
  });
});
