import { describe, expect, it } from 'vitest';
import type { ExitCase } from '../../../src/exit/index.js';
import type { Part } from '../../../src/exit/list/part.js';
import { faultsOf, type Said, tickPart, type TickState, versionOf } from '../../../src/exit/list/tick.js';
import { NOW, someSeat, someTick } from './support/some-seat.js';

const said = (state: TickState, comment = '', delegatedTo = '') => ({ state, comment, delegatedTo });
const partOf = (exitCase: Partial<ExitCase>, id = 'AVS-29') => {
  const seat = someSeat(exitCase);
  return [seat.exitCase, seat.own.find(({ item }) => item.id === id)!] as const;
};
const press = ([exitCase, part]: readonly [ExitCase, Part], what: Said & { state: TickState }, seen = '') =>
  tickPart(exitCase, part, { said: what, seen, at: NOW });
const saved = (ticked: ReturnType<typeof press>) => {
  if (ticked.kind !== 'saved') throw new Error(`Not saved: ${ticked.kind}`);
  return ticked.exitCase;
};

describe('a tick', () => {
  it('is of its owner alone, with the day on which the item was due', () => {
    const others = { 'AVS-29': { medarbetare: someTick('notYet') }, 'AVS-03': { chef: someTick('done') } };
    const { ticks } = saved(press(partOf({ ticks: others }), said('done', 'Datorn är här.')));
    expect(ticks).toEqual({
      ...others,
      'AVS-29': {
        ...others['AVS-29'],
        chef: {
          state: 'done',
          comment: 'Datorn är här.',
          at: NOW,
          due: '2026-11-27',
          form: expect.any(String) as string,
        },
      },
    });
  });

  it('keeps to whom it was delegated only while it is', () => {
    const to = saved(press(partOf({}), said('delegated', '', 'Biträdande rektor')));
    expect(to.ticks['AVS-29']!.chef).toMatchObject({ state: 'delegated', delegatedTo: 'Biträdande rektor' });
    const again = saved(press(partOf(to), said('done', '', 'x'), versionOf(to.ticks['AVS-29']!.chef)));
    expect(again.ticks['AVS-29']!.chef).not.toHaveProperty('delegatedTo');
  });

  it('is one however often it is pressed', () => {
    const first = saved(press(partOf({}), said('done')));
    expect(press(partOf(first), said('done')).kind).toBe('already');
  });

  it('is a conflict over what was not seen, and the second decides', () => {
    const first = saved(press(partOf({}), said('done', 'Allt är här.')));
    expect(press(partOf(first), said('notYet')).kind).toBe('conflict');
    const version = versionOf(first.ticks['AVS-29']!.chef);
    const second = saved(press(partOf(first), said('notYet'), version));
    // Back to what was said first is a version of its own: an old card is not mistaken for a new one.
    const third = saved(press(partOf(second), said('done', 'Allt är här.'), versionOf(second.ticks['AVS-29']!.chef)));
    expect(versionOf(third.ticks['AVS-29']!.chef)).not.toBe(version);
    expect(press(partOf(third), said('notApplicable'), version).kind).toBe('conflict');
  });

  it.each(['draft', 'ended', 'withdrawn', 'recalled'] as const)('is not set in a case that is %s', (status) => {
    expect(press(partOf({ status }), said('done')).kind).toBe('closed');
  });
});

describe('what is wrong with what was said', () => {
  it.each([
    [{ delegatedTo: '', comment: '' }, ['state-missing']],
    [said('done'), []],
    [said('delegated'), ['function-missing']],
    [said('delegated', '', 'HR'), []],
    [said('done', '', 'HR'), ['function-unused']],
    [said('done', 'å'.repeat(200)), []],
    [said('done', 'å'.repeat(201)), ['comment-too-long']],
    [said('delegated', '', 'å'.repeat(201)), ['function-too-long']],
  ])('%o', (what, faults) => {
    expect(faultsOf(what)).toEqual(faults);
  });
});
