import { describe, expect, it } from 'vitest';
import { caseItems, type Holders, sidesOf, type Tick } from '../../../src/exit/index.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { someCase } from './some-case.js';

const checklist = loadChecklist('knowledge');
const NOBODY: Holders = {};
const tick = (state: Tick['state'], due = '2026-11-27'): Tick => ({ state, at: new Date(), due, form: 'f' });

describe('the list of a case', () => {
  const itemOf = (id: string, changes = {}, holders = NOBODY) =>
    caseItems(someCase(changes), checklist, holders).find(({ item }) => item.id === id)!;

  it('is in the order of its days', () => {
    const days = caseItems(someCase(), checklist, NOBODY).map(({ due }) => due);
    expect(days).toEqual([...days].sort());
    expect(days.length).toBeGreaterThan(20);
  });

  it('has an item of both as done when both have ticked it', () => {
    expect(itemOf('AVS-29', { ticks: { 'AVS-29': { chef: tick('done') } } }).standing).toBe('open');
    const both = { 'AVS-29': { chef: tick('done'), medarbetare: tick('done') } };
    expect(itemOf('AVS-29', { ticks: both }).standing).toBe('done');
  });

  it('shows that one says done and the other not yet', () => {
    const ticks = { 'AVS-29': { chef: tick('done'), medarbetare: tick('notYet') } };
    expect(itemOf('AVS-29', { ticks }).standing).toBe('contradicted');
  });

  it('gives the manager what a function does that nobody of the directory holds', () => {
    const sides = (holders: Holders) => itemOf('AVS-34', {}, holders).slots.map(({ side }) => side);
    expect(sides(NOBODY)).toEqual(['chef', 'chef', 'chef']);
    expect(sides({ hr: ['h'] })).toEqual(['chef', 'hr', 'chef']);
  });

  it('moves what is not done with the dates, and leaves what is', () => {
    const done = { 'AVS-31': { chef: tick('done') } };
    const later = { lastWorkingDay: '2026-12-18', lastDay: '2026-12-31' };
    expect(itemOf('AVS-31', { ticks: done, ...later }).due).toBe('2026-11-27');
    expect(itemOf('AVS-30', { ticks: done, ...later }).due).toBe('2026-12-18');
  });
});

describe('the sides of a case', () => {
  it('are those of its people and its functions, and nobody else’s', () => {
    const exitCase = someCase();
    const holders: Holders = { hr: ['hr-1', 'hr-2'] };
    expect(sidesOf(exitCase, exitCase.employee, holders)).toEqual(['medarbetare']);
    expect(sidesOf(exitCase, exitCase.manager, holders)).toEqual(['chef']);
    expect(sidesOf(exitCase, 'hr-2', holders)).toEqual(['hr']);
    expect(sidesOf(exitCase, 'somebody', holders)).toEqual([]);
  });
});
