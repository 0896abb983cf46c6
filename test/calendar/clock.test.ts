import { describe, expect, it } from 'vitest';
import { clockStartingAt, systemClock } from '../../src/calendar/index.js';

describe('systemClock', () => {
  it('says what time it is', () => {
    const before = Date.now();
    const said = systemClock().getTime();
    expect(said).toBeGreaterThanOrEqual(before);
    expect(said).toBeLessThanOrEqual(Date.now());
  });
});

describe('clockStartingAt', () => {
  it.each(['2020-01-01T00:00:00Z', '2026-03-01T08:00:00Z', '2050-12-31T23:59:59.999Z'])(
    'starts at %s and goes on in real time',
    (start) => {
      let real = new Date('2026-03-01T09:30:00Z');
      const clock = clockStartingAt(new Date(start), () => real);
      expect(clock()).toEqual(new Date(start));
      real = new Date('2026-03-01T10:30:00.250Z');
      expect(clock().getTime() - new Date(start).getTime()).toBe(3_600_250);
    },
  );

  it('goes by the real clock when it gets no other', () => {
    const start = new Date('2030-06-01T12:00:00Z');
    const late = clockStartingAt(start)().getTime() - start.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(5000);
  });
});
