import { describe, expect, it } from 'vitest';
import { LONGEST, type RoundItem, type Said } from '../../../src/plan/index.js';
import { respondTo, silenced } from '../../../src/plan/round/transitions.js';
import { someItem, someResponse } from './some-items.js';

const at = new Date('2026-04-22T10:00:00Z');
const speaker = { person: 'rektor-1', function: 'Rektor', at };
const said = (more: Partial<Said> = {}): Said => ({ status: 'pågår', reason: '', comment: '', resources: '', ...more });
const respond = (item: RoundItem, more: Partial<Said> = {}, seen = item.response?.version ?? 0) =>
  respondTo(item, { said: said(more), seen }, speaker);
function saved(item: RoundItem, more: Partial<Said> = {}): RoundItem {
  const decision = respond(item, more);
  if (decision.kind !== 'save') throw new Error(`not saved: ${JSON.stringify(decision)}`);
  return decision.item;
}
const faults = (item: RoundItem, more: Partial<Said>) => {
  const decision = respond(item, more);
  return decision.kind === 'faulty' ? decision.faults : decision.kind;
};

describe('an answer', () => {
  it('is kept with who said it, in which function, and counts up', () => {
    const first = saved(someItem(1), { comment: 'På väg' });
    expect(first.response).toEqual({
      ...said({ comment: 'På väg' }),
      version: 1,
      by: 'rektor-1',
      function: 'Rektor',
      at,
    });
    expect(saved(first, { status: 'klar' }).response).toMatchObject({ version: 2, status: 'klar' });
  });

  it.each<[Partial<Said>, string[]]>([
    [{ status: undefined }, ['status-missing']],
    [{ status: 'avvikelse' }, ['reason-missing']],
    [{ status: 'avbruten' }, ['reason-missing']],
    [{ newDue: '2026-04-21' }, ['due-past']],
    [{ newDue: '2026-02-30' }, ['due-unreadable']],
    [{ newDue: 'i höst' }, ['due-unreadable']],
    [
      { comment: 'x'.repeat(LONGEST.comment + 1), resources: 'x'.repeat(501) },
      ['comment-too-long', 'resources-too-long'],
    ],
  ])('with %o is told %j', (wrong, expected) => {
    expect(faults(someItem(1), wrong)).toEqual(expected);
  });

  it('of a day that has passed since it was said may stay', () => {
    const item = someItem(1, { response: someResponse(1, { newDue: '2026-04-21' }), moves: 1 });
    expect(saved(item, { newDue: '2026-04-21', status: 'försenad' }).moves).toBe(1);
  });

  it('about a goal needs how far it is met, about an indicator a figure', () => {
    const goal = someItem(1, { kind: 'goal' });
    expect(faults(goal, { status: undefined })).toEqual(['fulfilment-missing']);
    expect(saved(goal, { fulfilment: 'uppfylls delvis', comment: 'Analys' }).response).toMatchObject({
      fulfilment: 'uppfylls delvis',
      comment: 'Analys',
    });
    const indicator = someItem(1, { kind: 'indicator' });
    expect(faults(indicator, {})).toEqual(['outcome-missing']);
    expect(faults(indicator, { outcome: 'bra' })).toEqual(['outcome-no-figure']);
    for (const outcome of ['8,2', '-0,3', '1 250', '93 %', '7.25'])
      expect(saved(indicator, { outcome }).response).toMatchObject({ outcome });
  });

  it('of somebody else is not taken, of a deputy it is', () => {
    expect(respond(someItem(1, { persons: ['other'] })).kind).toBe('not-yours');
    expect(respond(someItem(1, { persons: ['other'], deputies: ['rektor-1'] })).kind).toBe('save');
  });

  it('that is there already is already there; another one on an old form is a conflict', () => {
    const item = someItem(1, { response: someResponse(2, { comment: 'deras', by: 'other' }) });
    expect(respond(item, { comment: 'deras' }, 0).kind).toBe('already');
    expect(respond(item, { comment: 'mitt' }, 1).kind).toBe('conflict');
    expect(respond(item, { comment: 'mitt' }, 2).kind).toBe('save');
  });

  it('moves the target day once a round at most, and an answer that takes it back moves nothing', () => {
    const moved = saved(someItem(1, { moves: 1 }), { newDue: '2026-09-01' });
    const again = saved(moved, { newDue: '2026-10-01' });
    expect([moved.moves, again.moves, saved(again).moves]).toEqual([2, 2, 1]);
    expect(saved(someItem(1), { newDue: '2026-06-30' }).moves).toBe(0);
    const before = { round: 'r0', title: 'VB', response: someResponse(1, { newDue: '2026-09-01' }) };
    expect(saved(someItem(1, { previous: before, moves: 1 }), { newDue: '2026-09-01' }).moves).toBe(1);
  });

  it('that HR opened anew leaves silence, and the next one counts on', () => {
    const item = saved(someItem(1), { newDue: '2026-09-01' });
    const silent = silenced(item)!;
    expect([silent.response, silent.moves]).toEqual([undefined, 0]);
    expect(silenced(silent)).toBeUndefined();
    const decision = respondTo(silent, { said: said(), seen: 1 }, speaker, 1);
    expect(decision).toMatchObject({ kind: 'save', item: { response: { version: 2 } } });
  });
});
