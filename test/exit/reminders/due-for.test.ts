import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay } from '../../../src/calendar/index.js';
import {
  caseItems,
  type ExitCase,
  EXIT_KINDS,
  type Holders,
  OWNERS,
  TICK_STATES,
  TRAITS,
} from '../../../src/exit/index.js';
import { dueFor, type CaseInHand } from '../../../src/exit/reminders/due-for.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { someCase } from '../case/some-case.js';

const checklist = loadChecklist('knowledge');
const { employee, manager } = someCase();
const [HR, ABOVE, PAY] = ['22222222-2222-4222-8222-222222222222', '44444444-4444-4444-8444-444444444444', 'pay'];
const HOLDERS: Holders = { hr: [HR], överordnad: [ABOVE] };

const inHand = (changes: Partial<ExitCase> = {}, holders: Holders = HOLDERS): CaseInHand => {
  const exitCase = someCase(changes);
  return { exitCase, holders, items: caseItems(exitCase, checklist, holders) };
};
const linesOf = (due: ReturnType<typeof dueFor>, person: string) =>
  (due.get(person) ?? []).flatMap(({ items }) => items.map(({ item, owner, phase }) => `${item.id} ${owner} ${phase}`));
const done = (...ids: string[]) =>
  Object.fromEntries(
    ids.map((id) => [
      id,
      Object.fromEntries(
        OWNERS.map((owner) => [owner, { state: 'done' as const, at: new Date(), due: '2026-09-01', form: 'f' }]),
      ),
    ]),
  );

describe('dueFor', () => {
  it('gathers what is overdue, due today and on the next working day, each for whom it is', () => {
    // Friday 20 November: Monday counts as the next day.
    const others = checklist.map(({ id }) => id).filter((id) => !['AVS-25', 'AVS-26', 'AVS-28'].includes(id));
    const due = dueFor([inHand({ ticks: done(...others), lastWorkingDay: '2026-11-26' })], '2026-11-20');
    expect(linesOf(due, manager)).toEqual(['AVS-25 chef today']);
    expect(linesOf(due, employee)).toEqual(['AVS-26 medarbetare soon']);
    expect(due.size).toBe(2);
  });

  it('names a fixed-term notice urgent from 31 days before the last day on, in words, and not before', () => {
    const fixed = inHand({ kind: 'visstid' });
    const standing = (day: string) =>
      linesOf(dueFor([fixed], day), manager).filter((line) => line.startsWith('AVS-09'));
    expect(standing('2026-10-29')).toEqual(['AVS-09 chef overdue']);
    expect(standing('2026-10-30')).toEqual(['AVS-09 chef urgent']);
    expect(linesOf(dueFor([fixed], '2026-10-30'), HR)).toContain('AVS-09 hr urgent');
  });

  it('gives HR nothing that is not overdue', () => {
    // AVS-23 is HR's and due on 6 November.
    expect(linesOf(dueFor([inHand()], '2026-11-06'), HR)).toEqual([]);
    expect(linesOf(dueFor([inHand()], '2026-11-09'), HR)).toEqual(['AVS-23 hr overdue']);
  });

  it('lets the manager confirm what nobody of the directory does', () => {
    const without = linesOf(dueFor([inHand()], '2026-12-30'), manager);
    expect(without).toContain('AVS-34 lön today');
    const withPay = linesOf(dueFor([inHand({}, { ...HOLDERS, lön: [PAY] })], '2026-12-30'), manager);
    expect(withPay).not.toContain('AVS-34 lön today');
  });

  it('tells the leaver nothing after the last day', () => {
    expect(linesOf(dueFor([inHand()], '2026-11-30'), employee)).not.toEqual([]);
    expect(linesOf(dueFor([inHand()], '2026-12-01'), employee)).toEqual([]);
  });

  it.each(['draft', 'ended', 'withdrawn', 'recalled'] as const)('says nothing of a case that is %s', (status) => {
    expect(dueFor([inHand({ status })], '2026-11-27').size).toBe(0);
  });

  const aCase = fc
    .record({
      kind: fc.constantFrom(...EXIT_KINDS),
      traits: fc.subarray([...TRAITS]),
      status: fc.constantFrom('open', 'open', 'open', 'draft', 'ended', 'withdrawn', 'recalled'),
      length: fc.integer({ min: 0, max: 120 }),
      ticks: fc.dictionary(
        fc.constantFrom(...checklist.map(({ id }) => id)),
        fc.dictionary(
          fc.constantFrom(...OWNERS),
          fc.record({
            state: fc.constantFrom(...TICK_STATES),
            at: fc.constant(new Date(0)),
            due: fc.constant('2026-09-02'),
            form: fc.constant('f'),
          }),
        ),
      ),
    })
    .map(({ length, ...rest }) => {
      const lastDay = addDays('2026-09-10', length);
      return inHand({
        ...rest,
        lastDay,
        lastWorkingDay: lastDay,
        notice: '2026-09-01',
        opened: '2026-09-01',
      });
    });
  const aDay = fc
    .integer({ min: 0, max: 220 })
    .map((days) => addDays('2026-09-01', days))
    .filter(isWorkingDay);

  it('names exactly the open parts of open cases that are due by the next working day, and nobody else’s', () => {
    fc.assert(
      fc.property(fc.array(aCase, { maxLength: 4 }), aDay, (cases, today) => {
        const due = dueFor(cases, today);
        const expected: string[] = [];
        for (const { exitCase, items } of cases)
          for (const { item, due: day, slots } of items)
            for (const { owner, side, tick } of slots) {
              const isUrgent = item.urgent !== undefined && today >= addDays(exitCase.lastDay, item.urgent);
              const isHere = exitCase.status === 'open' && (day <= addWorkingDays(today, 1) || isUrgent);
              const isOpen = !tick || tick.state === 'notYet';
              const isLate = day < today || isUrgent;
              if (!isHere || !isOpen || (side === 'hr' && !isLate)) continue;
              if (side === 'medarbetare' && today > exitCase.lastDay) continue;
              const person = { medarbetare: employee, hr: HR, överordnad: ABOVE }[side as string] ?? manager;
              expected.push(`${person} ${item.id} ${owner}`);
            }
        const named = [...due].flatMap(([person, own]) =>
          own.flatMap(({ items }) => items.map(({ item, owner }) => `${person} ${item.id} ${owner}`)),
        );
        expect(named.sort()).toEqual(expected.sort());
        expect([...due.values()].every((own) => own.every(({ items }) => items.length > 0))).toBe(true);
      }),
    );
  });
});
