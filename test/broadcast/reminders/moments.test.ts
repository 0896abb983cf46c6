import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderOccasions } from '../../../src/broadcast/reminders/moments.js';
import { isCivil, stockholmMoment } from '../../../src/calendar/index.js';

const at = (sentAt: string, deadline: string) =>
  reminderOccasions({ sentAt: stockholmMoment(sentAt, '10:00'), deadline: stockholmMoment(deadline, '17:00') }).map(
    ({ name, at: moment }) => `${name} ${moment.toISOString()}`,
  );

describe('reminders of a deadline', () => {
  it('come two working days before it and on the first working day after it, at nine in Stockholm', () => {
    // A Friday in summer time; the Monday after.
    expect(at('2026-09-01', '2026-09-18')).toEqual([
      'before 2026-09-16T07:00:00.000Z',
      'after 2026-09-21T07:00:00.000Z',
    ]);
  });

  it('go around holidays', () => {
    // Maundy Thursday: Tuesday before it, and the Tuesday after Easter Monday.
    expect(at('2026-03-02', '2026-04-02')).toEqual([
      'before 2026-03-31T07:00:00.000Z',
      'after 2026-04-07T07:00:00.000Z',
    ]);
  });

  it('for a deadline on a Sunday count from the Friday before', () => {
    expect(at('2026-11-01', '2026-11-22')).toEqual([
      'before 2026-11-18T08:00:00.000Z',
      'after 2026-11-23T08:00:00.000Z',
    ]);
  });

  it('leave out what would come on the day of the card itself', () => {
    expect(at('2026-09-16', '2026-09-18')).toEqual(['after 2026-09-21T07:00:00.000Z']);
    expect(at('2026-09-15', '2026-09-18')).toHaveLength(2);
  });

  it('are always at a civil hour', () => {
    const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2031-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (sentAt, days) => {
        const deadline = new Date(sentAt.getTime() + days * 86_400_000);
        for (const occasion of reminderOccasions({ sentAt, deadline })) expect(isCivil(occasion.at)).toBe(true);
      }),
    );
  });
});
