import { describe, expect, it } from 'vitest';
import { caseItems, tickedByBot } from '../../../src/exit/index.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { someCase } from './some-case.js';

const checklist = loadChecklist('knowledge');
const at = new Date('2026-11-06T08:00:00Z');
const done = (exitCase = someCase()) => tickedByBot(exitCase, caseItems(exitCase, checklist, {}), 'enkät', at);

describe('the survey that the bot has offered', () => {
  it('is done on the list, so that nobody has to say so', () => {
    const after = done()!;
    expect(Object.keys(after.ticks)).toEqual(['AVS-23']);
    expect(caseItems(after, checklist, {}).find(({ item }) => item.id === 'AVS-23')!.standing).toBe('done');
  });

  it('is set once, never over what somebody said, and not in a case that is over', () => {
    expect(done(done())).toBeUndefined();
    const tick = { state: 'notApplicable' as const, at, due: '2026-11-06', form: 'f' };
    expect(done(someCase({ ticks: { 'AVS-23': { hr: tick } } }))).toBeUndefined();
    expect(done(someCase({ status: 'withdrawn' }))).toBeUndefined();
  });
});
