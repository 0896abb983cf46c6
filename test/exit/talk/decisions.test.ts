import { describe, expect, it } from 'vitest';
import type { ExitCase, Talk } from '../../../src/exit/index.js';
import { booked, type Booking } from '../../../src/exit/talk/book.js';
import { ownThemes, recorded, type Said, versionOf } from '../../../src/exit/talk/record.js';
import { fateOfThemes, tertialNameOf } from '../../../src/exit/talk/themes.js';
import { wished, wishForManager, wishOf, WISHES } from '../../../src/exit/talk/wish.js';
import { someCase } from '../case/some-case.js';

const withTalk = (talk: Partial<Talk>, changes: Partial<ExitCase> = {}) =>
  someCase({ ...changes, talk: { themes: [], ...talk } });
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
    expect(wished(withTalk({ outcome: 'held', outcomeAt: new Date() }), 'hr')).toBeUndefined();
    expect(wished(someCase({ status: 'withdrawn' }), 'hr')).toBeUndefined();
  });

  it('for both is for the manager alone, as far as the manager knows', () => {
    expect(WISHES.map(wishForManager)).toEqual(['manager', 'hr', 'manager', 'none']);
  });
});

describe('a booking', () => {
  it('counts up with each change, so that a calendar moves what it has', () => {
    const first = booked(someCase(), BOOKING, 0);
    expect(first).toMatchObject({
      kind: 'booked',
      exitCase: { talk: { bookedFor: BOOKING.start, minutes: 60, place: 'Rum 3', bookings: 1 } },
    });
    const moved = booked((first as { exitCase: ExitCase }).exitCase, LATER, 1);
    expect(moved).toMatchObject({ kind: 'booked', exitCase: { talk: { bookedFor: LATER.start, bookings: 2 } } });
  });

  it('that comes twice is one, and one that somebody else overtook is a conflict', () => {
    const { exitCase } = booked(someCase(), BOOKING, 0) as { exitCase: ExitCase };
    expect(booked(exitCase, BOOKING, 0)).toEqual({ kind: 'already' });
    expect(booked(exitCase, LATER, 0)).toEqual({ kind: 'conflict' });
  });

  it('is over once the outcome is recorded or the case is not open', () => {
    expect(booked(withTalk({ outcome: 'notHeld' }), BOOKING, 0)).toEqual({ kind: 'over' });
    expect(booked(someCase({ status: 'recalled' }), BOOKING, 0)).toEqual({ kind: 'over' });
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
    const outcome = recorded(exitCase, said(changes), versionOf(exitCase.talk));
    if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
    return outcome.exitCase;
  };

  it('names a side and codes, no person and no text', () => {
    expect(after(someCase()).talk).toEqual({
      outcome: 'held',
      outcomeAt: said().at,
      outcomeBy: 'chef',
      themes: ['R3'],
    });
  });

  it('is replaced by the same side, and kept together where manager and HR each had a conversation', () => {
    const first = after(someCase());
    expect(after(first, { themes: ['R5'] }).talk.themes).toEqual(['R5']);
    const both = after(first, { by: 'hr', themes: ['R7', 'R3'] });
    expect(both.talk).toMatchObject({ outcome: 'held', outcomeBy: 'hr', themes: ['R3', 'R7'] });
    // HR's "did not take place" does not undo the one that did.
    expect(after(first, { by: 'hr', outcome: 'notHeld', themes: [] }).talk).toMatchObject({
      outcome: 'held',
      themes: ['R3'],
    });
  });

  it('shows each side only what it recorded itself', () => {
    const { talk } = after(someCase(), { by: 'hr', themes: ['R7'] });
    expect([ownThemes(talk, 'hr'), ownThemes(talk, 'chef')]).toEqual([['R7'], []]);
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
    withTalk({ outcome: 'held', outcomeAt: new Date('2026-08-31T21:30:00Z'), themes: ['R3'] }, changes);

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
      fateOfThemes(withTalk({ outcome: 'declined', outcomeAt: new Date('2026-01-01T09:00:00Z') }), '2026-12-01'),
    ).toBe('keep');
  });

  it('count for the third of the year in which they were recorded, by Stockholm’s days', () => {
    expect(tertialNameOf(new Date('2026-08-31T21:30:00Z'))).toBe('2026-T2');
    expect(tertialNameOf(new Date('2026-08-31T22:30:00Z'))).toBe('2026-T3');
  });
});
