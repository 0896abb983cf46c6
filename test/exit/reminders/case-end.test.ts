import { describe, expect, it } from 'vitest';
import { caseItems, type ExitCase, OWNERS } from '../../../src/exit/index.js';
import { isOver } from '../../../src/exit/reminders/case-end.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { someCase } from '../case/some-case.js';

const checklist = loadChecklist('knowledge');
const standing = (changes: Partial<ExitCase> = {}) => {
  const exitCase = someCase(changes);
  return { exitCase, items: caseItems(exitCase, checklist, {}) };
};
const ALL_DONE: ExitCase['ticks'] = Object.fromEntries(
  checklist.map(({ id }) => [
    id,
    Object.fromEntries(OWNERS.map((owner) => [owner, { state: 'done', at: new Date(), due: '2026-11-01', form: 'f' }])),
  ]),
);

describe('isOver', () => {
  it('ends a case after its last day when all is done, and 45 days after it whatever is left', () => {
    // The last day is 30 November; 45 days later is 14 January.
    expect(isOver(standing({ ticks: ALL_DONE }), '2026-11-30')).toBe(false);
    expect(isOver(standing({ ticks: ALL_DONE }), '2026-12-01')).toBe(true);
    expect(isOver(standing(), '2027-01-14')).toBe(false);
    expect(isOver(standing(), '2027-01-15')).toBe(true);
  });

  it('waits for the last item, which a weekend moves', () => {
    // 45 days after 1 December is Friday 15 January, after 3 December a Sunday: the item is due on the Monday.
    expect(isOver(standing({ lastDay: '2026-12-03' }), '2027-01-18')).toBe(false);
    expect(isOver(standing({ lastDay: '2026-12-03' }), '2027-01-19')).toBe(true);
  });

  it.each(['draft', 'ended', 'withdrawn', 'recalled'] as const)('leaves a case alone that is %s', (status) => {
    expect(isOver(standing({ status, ticks: ALL_DONE }), '2027-03-01')).toBe(false);
  });
});
