import { expect, it } from 'vitest';
import { holdConversations, holdOff, reserve, type SlotState } from '../../src/broadcast/slots.js';

const EMPTY: SlotState = { nextAt: 0, notBefore: 0, busy: {} };
const SPACE = 1000 / (100 * 0.99);
const wishesOf = (...conversations: (string | undefined)[]) => conversations.map((conversation) => ({ conversation }));
const at = (state: SlotState, now: number, wishes: Parameters<typeof reserve>[1]['wishes']) =>
  reserve(state, { now, wishes, perSecond: 100 });

it('gives evenly spaced moments, each to one request, whichever process asks', () => {
  const first = at(EMPTY, 5000, wishesOf('a', 'b'));
  const second = at(first.state, 5001, wishesOf('c', undefined));
  const slots = [...first.turns, ...second.turns].map((turn) => turn.at);
  expect(slots.map(Math.round)).toEqual([0, 1, 2, 3].map((n) => Math.round(5000 + n * SPACE)));
});

it('does not save up what was not used', () => {
  const { state } = at(EMPTY, 5000, wishesOf('a'));
  expect(at(state, 9000, wishesOf('b', 'c')).turns.map((turn) => turn.at)).toEqual([9000, 9000 + SPACE]);
});

it('gives one conversation a message a second, and takes no slot from the others for it', () => {
  const first = at(EMPTY, 5000, wishesOf('a', 'a', 'b'));
  expect(first.turns).toEqual([
    { at: 5000, isBusy: false },
    { at: 6000, isBusy: true },
    { at: 5000 + SPACE, isBusy: false },
  ]);
  expect(at(first.state, 5900, wishesOf('a')).turns).toEqual([{ at: 6000, isBusy: true }]);
  expect(at(first.state, 6000, wishesOf('a')).turns).toEqual([{ at: 6000, isBusy: false }]);
});

it('who missed a slot is not kept waiting by it', () => {
  const { state } = at(EMPTY, 5000, wishesOf('a'));
  expect(at(state, 5100, [{ conversation: 'a', missed: 5000 }]).turns).toEqual([{ at: 5100, isBusy: false }]);
  const held = holdConversations(state, new Map([['a', 8000]]));
  expect(at(held, 5100, [{ conversation: 'a', missed: 5000 }]).turns).toEqual([{ at: 8000, isBusy: true }]);
});

it('waits with everybody, or with one conversation, as Teams asked', () => {
  expect(at(holdOff(EMPTY, 7000), 5000, wishesOf('a')).turns).toEqual([{ at: 7000, isBusy: false }]);
  const held = holdConversations(EMPTY, new Map([['a', 7000]]));
  expect(at(held, 5000, wishesOf('a', 'b')).turns).toEqual([
    { at: 7000, isBusy: true },
    { at: 5000, isBusy: false },
  ]);
});

it('stays small: what is free is forgotten, and of very many those that are free soonest', () => {
  const { state } = at(EMPTY, 5000, wishesOf('a', 'b'));
  expect(Object.keys(at(state, 7000, wishesOf('c')).state.busy)).toEqual(['c']);
  const many = new Map(Array.from({ length: 1500 }, (_, n) => [`k${n}`, 10_000 + n]));
  const kept = Object.keys(holdConversations(EMPTY, many).busy);
  expect(kept).toHaveLength(1000);
  expect(kept).not.toContain('k499');
});
