import { describe, expect, it } from 'vitest';
import { type ExitCase, exitCaseSchema, type Talk, type TalkOutcome } from '../../../src/exit/index.js';
import { booked, type Booking } from '../../../src/exit/talk/book.js';
import { outcomeOf, recorded, type Said, versionOf } from '../../../src/exit/talk/record.js';
import { fateOfThemes, tertialNameOf } from '../../../src/exit/talk/themes.js';
import { offerView } from '../../../src/exit/talk/views.js';
import { isAwaitedBy, wished, wishForManager, wishOf, WISHES } from '../../../src/exit/talk/wish.js';
import { someCase } from '../case/some-case.js';

const withTalk = (talk: Partial<Talk>, changes: Partial<ExitCase> = {}) => someCase({ ...changes, talk });
const one = (changes: Partial<TalkOutcome> = {}): TalkOutcome => ({
  outcome: 'held',
  at: new Date(),
  themes: [],
  ...changes,
});
const BOOKING: Booking = { start: new Date('2026-11-17T09:00:00Z'), minutes: 60, place: 'Rum 3' };
const LATER: Booking = { ...BOOKING, start: new Date('2026-11-18T09:00:00Z') };

describe('a wish', () => {
  it('is what was said last, and undefined before anything was', () => {
    expect(wishOf(someCase().talk)).toBeUndefined();
    for (const wish of WISHES) expect(wishOf(wished(someCase(), wish)!.talk)).toBe(wish);
    const changed = wished(wished(someCase(), 'both')!, 'none')!;
    expect(wishOf(changed.talk)).toBe('none');
  });

  it('changes nothing when it is so already, or when there is nothing left to wish', () => {
    expect(wished(wished(someCase(), 'hr')!, 'hr')).toBeUndefined();
    expect(wished(withTalk({ outcomes: { chef: one() } }), 'hr')).toBeUndefined();
    expect(wished(someCase({ status: 'withdrawn' }), 'hr')).toBeUndefined();
  });

  it('for both is for the manager alone, as far as the manager knows', () => {
    expect(WISHES.map(wishForManager)).toEqual(['manager', 'hr', 'manager', 'none']);
  });
});

describe('a booking', () => {
  it('counts up with each change, so that a calendar moves what it has', () => {
    const first = booked(someCase(), BOOKING, { seen: 0, by: 'chef' });
    expect(first).toMatchObject({
      kind: 'booked',
      exitCase: { talk: { bookedFor: BOOKING.start, minutes: 60, place: 'Rum 3', bookings: 1 } },
    });
    const moved = booked((first as { exitCase: ExitCase }).exitCase, LATER, { seen: 1, by: 'chef' });
    expect(moved).toMatchObject({ kind: 'booked', exitCase: { talk: { bookedFor: LATER.start, bookings: 2 } } });
  });

  it('that comes twice is one, and one that somebody else overtook is a conflict', () => {
    const { exitCase } = booked(someCase(), BOOKING, { seen: 0, by: 'chef' }) as { exitCase: ExitCase };
    expect(booked(exitCase, BOOKING, { seen: 0, by: 'chef' })).toEqual({ kind: 'already' });
    expect(booked(exitCase, LATER, { seen: 0, by: 'hr' })).toEqual({ kind: 'conflict' });
  });

  it('is over once the outcome is recorded or the case is not open', () => {
    expect(
      booked(withTalk({ outcomes: { chef: one({ outcome: 'notHeld' }) } }), BOOKING, { seen: 0, by: 'chef' }),
    ).toEqual({ kind: 'over' });
    expect(booked(someCase({ status: 'recalled' }), BOOKING, { seen: 0, by: 'chef' })).toEqual({ kind: 'over' });
  });
});

describe('an outcome', () => {
  const said = (changes: Partial<Said> = {}): Said => ({
    outcome: 'held',
    themes: ['R3'],
    by: 'chef',
    at: new Date('2026-11-17T12:00:00Z'),
    ...changes,
  });
  const after = (exitCase: ExitCase, changes: Partial<Said> = {}) => {
    const outcome = recorded(exitCase, said(changes), versionOf(exitCase.talk, said(changes).by));
    if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
    return outcome.exitCase;
  };

  it('names a side and codes, no person and no text', () => {
    expect(after(someCase()).talk).toEqual({
      outcomes: { chef: { outcome: 'held', at: said().at, themes: ['R3'] } },
    });
  });

  it('is each side’s own: replaced by the same side, and untouched by the other', () => {
    const first = after(someCase());
    expect(after(first, { themes: ['R5'] }).talk.outcomes?.chef?.themes).toEqual(['R5']);
    const both = after(first, { by: 'hr', themes: ['R7', 'R3'] });
    expect(both.talk.outcomes).toMatchObject({ chef: { themes: ['R3'] }, hr: { themes: ['R7', 'R3'] } });
    // A form of HR's that was opened before the manager recorded is no conflict: it is about another conversation.
    expect(recorded(first, said({ by: 'hr' }), '').kind).toBe('recorded');
  });

  it('is one for the person: held when either side held one, whatever the other says', () => {
    const first = after(someCase());
    expect(outcomeOf(someCase().talk)).toBeUndefined();
    expect(outcomeOf(after(first, { by: 'hr', outcome: 'notHeld', themes: [] }).talk)).toBe('held');
    expect(outcomeOf(after(first, { by: 'hr' }).talk)).toBe('held');
    const none = after(someCase(), { outcome: 'notHeld', themes: [] });
    expect(outcomeOf(after(none, { by: 'hr', outcome: 'declined', themes: [] }).talk)).toBe('declined');
  });

  it('leaves the other conversation to come only for whoever wished for both', () => {
    const both = after(wished(someCase(), 'both')!);
    expect([isAwaitedBy(both, 'chef'), isAwaitedBy(both, 'hr')]).toEqual([false, true]);
    expect(booked(both, BOOKING, { seen: 0, by: 'hr' }).kind).toBe('booked');
    const one = after(wished(someCase(), 'manager')!);
    expect([isAwaitedBy(one, 'chef'), isAwaitedBy(one, 'hr')]).toEqual([false, false]);
  });

  it('of one of two thanks the employee, says which is left, and shows no booking that is over', () => {
    const booking = booked(wished(someCase(), 'both')!, BOOKING, { seen: 0, by: 'chef' });
    const shown = (exitCase: ExitCase) =>
      offerView(exitCase, { locale: 'sv' }).data as { wish: string; booking: string };
    if (booking.kind !== 'booked') throw new Error(booking.kind);
    expect(shown(booking.exitCase).booking).toContain('17 november 2026');
    const held = after(booking.exitCase, { at: new Date('2026-11-17T11:00:00Z') });
    expect(shown(held)).toMatchObject({ isOpen: true, booking: '' });
    expect(shown(held).wish).toMatch(/^Tack.*HR återstår/);
    const next = booked(held, LATER, { seen: 1, by: 'hr' });
    expect(next.kind === 'booked' && shown(next.exitCase).booking).toContain('18 november 2026');
  });

  it('of a row from before is that of the side which recorded it', () => {
    const at = '2026-11-17T12:00:00.000Z';
    const former = { offeredAt: at, outcome: 'held', outcomeAt: at, outcomeBy: 'hr', themes: ['R3'] };
    expect(exitCaseSchema.parse({ ...someCase(), talk: former }).talk).toEqual({
      offeredAt: new Date(at),
      outcomes: { hr: { outcome: 'held', at: new Date(at), themes: ['R3'] } },
    });
    expect(exitCaseSchema.parse({ ...someCase(), talk: { themes: [] } }).talk).toEqual({});
  });

  it('that comes twice is one, and one made from an older form is a conflict', () => {
    const first = after(someCase());
    expect(recorded(first, said({ at: new Date() }), '').kind).toBe('already');
    expect(recorded(first, said({ outcome: 'declined', themes: [] }), '').kind).toBe('conflict');
  });

  it('can be recorded after the case has ended, not of one that was taken back', () => {
    expect(recorded(someCase({ status: 'ended' }), said(), '').kind).toBe('recorded');
    for (const status of ['draft', 'withdrawn', 'recalled'] as const)
      expect(recorded(someCase({ status }), said(), '').kind).toBe('over');
  });
});

describe('themes', () => {
  const held = (changes: Partial<ExitCase> = {}) =>
    withTalk({ outcomes: { hr: one({ at: new Date('2026-08-31T21:30:00Z'), themes: ['R3'] }) } }, changes);

  it('stay 90 days with their case, and become counts on the 91st', () => {
    expect(fateOfThemes(held(), '2026-11-29')).toBe('keep');
    expect(fateOfThemes(held(), '2026-11-30')).toBe('count');
    expect(fateOfThemes(held({ status: 'ended' }), '2026-11-30')).toBe('count');
  });

  it('of a case that was taken back go at once and are not counted', () => {
    expect(fateOfThemes(held({ status: 'withdrawn' }), '2026-09-01')).toBe('drop');
    expect(fateOfThemes(held({ status: 'recalled' }), '2026-12-30')).toBe('drop');
  });

  it('are nothing to keep or count where there are none', () => {
    expect(
      fateOfThemes(
        withTalk({ outcomes: { chef: one({ outcome: 'declined', at: new Date('2026-01-01T09:00:00Z') }) } }),
        '2026-12-01',
      ),
    ).toBe('keep');
  });

  it('count for the third of the year in which they were recorded, by Stockholm’s days', () => {
    expect(tertialNameOf(new Date('2026-08-31T21:30:00Z'))).toBe('2026-T2');
    expect(tertialNameOf(new Date('2026-08-31T22:30:00Z'))).toBe('2026-T3');
  });
});
