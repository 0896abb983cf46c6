import { describe, expect, it } from 'vitest';
import { tertialOf } from '../../../src/calendar/index.js';
import {
  type CaseItem,
  caseItems,
  type ExitCase,
  itemsFor,
  type Talk,
  type TalkOutcome,
  type Tick,
} from '../../../src/exit/index.js';
import { endedExit, isEnded, isOver, isWhole, NOTHING_COUNTED, sum } from '../../../src/exit/hr/process.js';
import { departmentOf, standingOf } from '../../../src/exit/hr/standing.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { someCase } from '../case/some-case.js';

const checklist = loadChecklist('knowledge');
const itemsOf = (exitCase: ExitCase): readonly CaseItem[] => caseItems(exitCase, checklist, {});
const counts = (changes: Partial<ExitCase>) => {
  const exitCase = someCase(changes);
  return endedExit(exitCase, itemsOf(exitCase), 'Förskola').counts;
};
/** A conversation of the manager, and one of HR, that came out so. */
const came = (chef?: TalkOutcome['outcome'], hr?: TalkOutcome['outcome']): Talk => {
  const one = (outcome: TalkOutcome['outcome']): TalkOutcome => ({ outcome, at: new Date(), themes: [] });
  return { outcomes: { ...(chef && { chef: one(chef) }), ...(hr && { hr: one(hr) }) } };
};
const tick = (due: string, day = due, state: Tick['state'] = 'done'): Tick => ({
  ...{ state, due, form: 'f' },
  at: new Date(`${day}T08:00:00Z`),
});

/** Everything that is due up to the last day of employment, ticked by all on its own day. */
function ticked(exitCase = someCase()): ExitCase['ticks'] {
  return Object.fromEntries(
    itemsOf(exitCase)
      .filter(({ due }) => due <= exitCase.lastDay)
      .map(({ item, due }) => [item.id, Object.fromEntries(item.owners.map((owner) => [owner, tick(due)]))]),
  );
}

describe('an exit that is over', () => {
  it.each([
    ['open', '2026-11-30', false],
    ['open', '2026-11-29', true],
    ['ended', '2026-11-29', true],
    ['draft', '2026-11-29', false],
    ['withdrawn', '2026-11-29', false],
    ['recalled', '2026-11-29', false],
  ] as const)('%s, last day %s, on 30 November: %s', (status, lastDay, is) => {
    expect(isEnded({ status, lastDay }, '2026-11-30')).toBe(is);
  });

  it.each([
    ['nothing noted', {}, { offered: 0, held: 0, declined: 0, notHeld: 0, notNoted: 1 }],
    ['booked', { bookedFor: new Date('2026-11-17T13:00:00Z') }, { offered: 1, notNoted: 1 }],
    ['held', came('held'), { offered: 1, held: 1, notNoted: 0 }],
    ['declined', came('declined'), { offered: 1, declined: 1 }],
    ['not held, and never offered', came('notHeld'), { offered: 0, notHeld: 1 }],
    ['held by manager and HR', came('held', 'held'), { offered: 1, held: 1, declined: 0, notHeld: 0, notNoted: 0 }],
    ['held by HR after the manager’s did not take place', came('notHeld', 'held'), { held: 1, notHeld: 0 }],
  ] as const)('with a conversation %s', (_what, talk, wanted) => {
    expect(counts({ talk })).toMatchObject({ talks: 1, ...wanted });
  });

  it('was offered a conversation when the manager ticked so', () => {
    expect(counts({ ticks: { 'AVS-07': { chef: tick('2026-10-13') } } })).toMatchObject({ offered: 1, notNoted: 1 });
    expect(counts({ ticks: { 'AVS-07': { chef: tick('2026-10-13', '2026-10-13', 'notYet') } } }).offered).toBe(0);
  });

  it('has no conversation to count where the list has none', () => {
    expect(counts({ kind: 'visstid', traits: [] })).toMatchObject({ exits: 1, talks: 0, offered: 0, notNoted: 0 });
  });

  it('was done in time when all due by the last day of employment was ticked by all that day', () => {
    const ticks = ticked();
    const items = Object.keys(ticks).length;
    expect(counts({ ticks })).toMatchObject({ onTime: 1, items, itemsOnTime: items });
    // One of an item's two owners was late, yet before the end: the list is in time, the item is not.
    const late = { ...ticks, 'AVS-08': { chef: tick('2026-10-16'), medarbetare: tick('2026-10-16', '2026-11-30') } };
    expect(counts({ ticks: late })).toMatchObject({ onTime: 1, itemsOnTime: items - 1 });
    const after = { ...ticks, 'AVS-08': { chef: tick('2026-10-16'), medarbetare: tick('2026-10-16', '2026-12-01') } };
    expect(counts({ ticks: after })).toMatchObject({ onTime: 0, itemsOnTime: items - 1 });
    const { 'AVS-12': _left, ...open } = ticks;
    expect(counts({ ticks: open })).toMatchObject({ onTime: 0, itemsOnTime: items - 1 });
    const closed = { ...ticks, 'AVS-12': { chef: tick('2026-10-28', '2026-10-28', 'notApplicable') } };
    expect(counts({ ticks: closed })).toMatchObject({ onTime: 1, itemsOnTime: items });
  });

  it('does not wait for what is due after the end', () => {
    const afterEnd = itemsFor(checklist, 'egen uppsägning', someCase().traits).filter(
      ({ anchor, offset }) => anchor === 'anställning' && offset > 0,
    );
    expect(afterEnd.map(({ id }) => id)).toEqual(['AVS-32', 'AVS-34', 'AVS-35']);
    expect(Object.keys(ticked())).not.toContain('AVS-34');
  });
});

describe('a tertial', () => {
  const third = tertialOf('2025-10-01');
  it('is whole until a year after its first day, since a case is kept for a year', () => {
    expect([isWhole(third, '2026-09-01'), isWhole(third, '2026-09-02')]).toEqual([true, false]);
  });

  it('is over on the day after its last', () => {
    expect([isOver(third, '2025-12-31'), isOver(third, '2026-01-01')]).toEqual([false, true]);
  });

  it('adds up', () => {
    const one = counts({ talk: came('held') });
    expect(sum([])).toEqual(NOTHING_COUNTED);
    expect(sum([one, one])).toMatchObject({ exits: 2, talks: 2, held: 2, items: 2 * one.items });
  });
});

describe('how a case stands', () => {
  const item = (standing: CaseItem['standing'], due: string) => ({ standing, due });
  it('counts what is done, overdue and contradicted, and says how the conversation stands', () => {
    const items = [
      item('done', '2026-11-01'),
      item('open', '2026-11-12'),
      item('open', '2026-11-13'),
      item('contradicted', '2026-11-12'),
    ];
    expect(standingOf({ talk: {} }, items, '2026-11-13')).toEqual({
      ...{ done: 1, all: 4, overdue: 2, contradicted: 1, talk: 'none' },
    });
    const booked = { bookedFor: new Date() };
    expect(standingOf({ talk: booked }, [], '2026-11-13').talk).toBe('booked');
    expect(standingOf({ talk: { ...booked, ...came('declined') } }, [], '2026-11-13').talk).toBe('declined');
  });

  it('belongs to the department of the leaver, else of the manager', () => {
    const exitCase = someCase();
    const find = (known: Record<string, string>) => ({
      find: (id: string) => (known[id] === undefined ? undefined : ({ department: known[id] } as never)),
    });
    const { employee, manager } = exitCase;
    expect(departmentOf(exitCase, find({ [employee]: 'Förskola', [manager]: 'Ledning' }))).toBe('Förskola');
    expect(departmentOf(exitCase, find({ [manager]: 'Ledning' }))).toBe('Ledning');
    expect(departmentOf(exitCase, find({}))).toBe('');
  });
});
