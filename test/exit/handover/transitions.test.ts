import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../src/calendar/index.js';
import { type Handover, handoverWithin } from '../../../src/exit/index.js';
import { faultsOf } from '../../../src/exit/handover/check.js';
import { markPart, marksFor, MOST_PARTS, removePart, signOf, writePart } from '../../../src/exit/handover/handover.js';
import { someCase } from '../case/some-case.js';

const said = { what: 'Schemat', to: 'Biträdande enhetschef', by: '2026-11-20' };
const part: Handover = { ...said, id: 'p1', addedBy: 'medarbetare' };
const at = new Date('2026-11-10T09:00:00Z');
const given = { ...part, handedOverAt: at };
const confirmed = { ...given, confirmedAt: at, confirmedBy: 'chef' as const };
const leaver = (moment = at) => ({ at: moment, by: 'medarbetare' }) as const;
const manager = (moment = at) => ({ at: moment, by: 'chef' }) as const;
const receiver = (moment = at) => ({ at: moment, by: 'mottagare' }) as const;
const withPart = (one: Handover) => someCase({ handover: [one] });
const write = { id: 'p1', seen: '', said, by: 'medarbetare' } as const;

describe('a part of the handover', () => {
  it('is added once, however often the same form is sent', () => {
    const first = writePart(someCase(), write);
    expect([first.outcome, first.exitCase?.handover]).toEqual(['saved', [part]]);
    expect(writePart(first.exitCase!, write)).toEqual({ outcome: 'already', part });
  });

  it('is a conflict when the same form brings other words, or somebody else changed it', () => {
    const other = { ...said, what: 'Inköpen' };
    expect(writePart(withPart(part), { ...write, said: other })).toEqual({ outcome: 'conflict', part });
    const seen = signOf(part);
    expect(writePart(withPart(part), { ...write, seen, said: other }).exitCase?.handover).toEqual([
      { ...part, what: 'Inköpen' },
    ]);
    const changed = { ...part, to: 'Yasmin' };
    expect(writePart(withPart(changed), { ...write, seen, said: other })).toEqual({
      outcome: 'conflict',
      part: changed,
    });
  });

  it('is changed and removed until it is handed over, and not when the exit is over', () => {
    const change = { ...write, seen: signOf(part), said: { ...said, to: 'Yasmin' } };
    expect(writePart(withPart(given), change).outcome).toBe('locked');
    expect(removePart(withPart(given), 'p1').outcome).toBe('locked');
    expect(removePart(withPart(part), 'p1').exitCase?.handover).toEqual([]);
    expect(removePart(someCase(), 'p1').outcome).toBe('already');
    const over = someCase({ status: 'ended', handover: [part] });
    expect(writePart(over, change).outcome).toBe('closed');
    expect(removePart(over, 'p1').outcome).toBe('closed');
    expect(markPart(over, 'p1', 'given', leaver()).outcome).toBe('closed');
    expect(writePart(someCase(), change).outcome).toBe('gone');
  });

  it('is one of forty at most', () => {
    const handover = Array.from({ length: MOST_PARTS }, (_, n) => ({ ...part, id: `x${n}` }));
    expect(writePart(someCase({ handover }), write).outcome).toBe('full');
  });

  it('goes from open over given to confirmed and back, each step once', () => {
    const later = new Date('2026-11-11T09:00:00Z');
    expect(markPart(withPart(part), 'p1', 'given', leaver()).exitCase?.handover).toEqual([given]);
    expect(markPart(withPart(given), 'p1', 'given', leaver(later))).toEqual({ outcome: 'already', part: given });
    expect(markPart(withPart(given), 'p1', 'notGiven', leaver(later)).exitCase?.handover).toEqual([part]);
    expect(markPart(withPart(given), 'p1', 'confirmed', manager(later)).exitCase?.handover).toEqual([
      { ...given, confirmedAt: later, confirmedBy: 'chef' },
    ]);
    expect(markPart(withPart(confirmed), 'p1', 'notConfirmed', manager(later)).exitCase?.handover).toEqual([given]);
    expect(markPart(withPart(confirmed), 'p1', 'notGiven', leaver(later)).outcome).toBe('locked');
    expect(markPart(withPart(part), 'p2', 'given', leaver(later)).outcome).toBe('gone');
  });

  it('is confirmed by the manager also when the leaver, whom the bot may not reach, did not tick it', () => {
    expect(markPart(withPart(part), 'p1', 'confirmed', manager()).exitCase?.handover).toEqual([confirmed]);
  });

  it('is confirmed by whoever received it, once it is handed over; each takes back the own tick, the manager any', () => {
    const received = { ...confirmed, confirmedBy: 'mottagare' as const };
    expect(markPart(withPart(part), 'p1', 'confirmed', receiver()).outcome).toBe('gone');
    expect(markPart(withPart(given), 'p1', 'confirmed', receiver()).exitCase?.handover).toEqual([received]);
    expect(markPart(withPart(received), 'p1', 'confirmed', receiver()).outcome).toBe('already');
    for (const by of [receiver(), manager()])
      expect(markPart(withPart(received), 'p1', 'notConfirmed', by).exitCase?.handover).toEqual([given]);
    expect(markPart(withPart(confirmed), 'p1', 'notConfirmed', receiver()).outcome).toBe('locked');
    expect(marksFor(part, 'mottagare', true)).toEqual([]);
    expect(marksFor(given, 'mottagare', true)).toEqual(['confirmed']);
    expect(marksFor(given, 'hr', true)).toEqual(['confirmed']);
    expect(marksFor(given, 'mottagare', false)).toEqual([]);
    expect(marksFor(confirmed, 'mottagare', true)).toEqual([]);
    expect(marksFor(received, 'mottagare', true)).toEqual(['notConfirmed']);
  });
});

describe('the day of a part', () => {
  const kinds = (by: string, before?: Handover) =>
    faultsOf({ ...said, by }, { lastWorkingDay: '2026-11-27' }, '2026-11-10', before).map(({ kind }) => kind);

  it.each([
    ['', ['by-missing']],
    ['i morgon', ['by-unreadable']],
    ['2026-02-31', ['by-unreadable']],
    ['2026-11-09', ['by-past']],
    ['2026-11-10', []],
    ['2026-11-27', []],
    ['2026-11-30', ['by-after-last']],
    ['2026-11-21', ['by-not-working']],
  ])('%j: %j', (by, wanted) => expect(kinds(by)).toEqual(wanted));

  it('names a working day beside a weekend', () => {
    const near = (by: string, today: string) => faultsOf({ ...said, by }, { lastWorkingDay: '2026-12-30' }, today);
    expect(near('2026-11-21', '2026-11-10')).toEqual([{ kind: 'by-not-working', near: '2026-11-20' }]);
    expect(near('2026-12-25', '2026-12-24')).toEqual([{ kind: 'by-not-working', near: '2026-12-28' }]);
  });

  it('may be past when it stood so before', () =>
    expect(kinds('2026-11-06', { ...part, by: '2026-11-06' })).toEqual([]));

  it('moves to a working day within, when the last working day does and it is not handed over', () => {
    const handover = [part, { ...given, id: 'p2' }, { ...part, id: 'p3', by: '2026-11-05' }];
    expect(handoverWithin({ handover }, '2026-11-15').map(({ by }) => by)).toEqual([
      '2026-11-13',
      '2026-11-20',
      '2026-11-05',
    ]);
    expect(isWorkingDay('2026-11-13')).toBe(true);
  });

  it('is told with what else is missing, all at once', () => {
    const faults = faultsOf({ what: '', to: 'x'.repeat(201), by: '' }, { lastWorkingDay: '2026-11-27' }, '2026-11-10');
    expect(faults.map(({ kind }) => kind)).toEqual(['what-missing', 'to-too-long', 'by-missing']);
  });
});
