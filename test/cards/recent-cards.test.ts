import { describe, expect, it } from 'vitest';
import { loadCards } from '../../src/cards/index.js';
import { RecentCards } from '../../src/cards/recent-cards.js';

const card = (title: string) => ({ type: 'AdaptiveCard' as const, title });

describe('recent cards', () => {
  it('binds a card once for the same key', () => {
    const recent = new RecentCards(2);
    const first = recent.get('a', () => card('first'));
    expect(recent.get('a', () => card('second'))).toBe(first);
  });

  it('drops the one that was not used for longest', () => {
    const recent = new RecentCards(2);
    recent.get('a', () => card('a'));
    recent.get('b', () => card('b'));
    recent.get('a', () => card('unused'));
    recent.get('c', () => card('c'));
    expect(recent.get('a', () => card('new a'))).toEqual(card('a'));
    expect(recent.get('b', () => card('new b'))).toEqual(card('new b'));
  });
});

describe('binding', () => {
  const cards = loadCards('cards');
  const data = { title: 'Fel', text: 'Försök igen.', reference: 'K7QF-2M9D' };

  it('gives a shared card again, one per language and data', () => {
    const view = { template: 'bot/error', data, isShared: true };
    expect(cards.bind(view, 'sv')).toBe(cards.bind({ ...view, data: { ...data } }, 'sv'));
    expect(cards.bind(view, 'en')).not.toBe(cards.bind(view, 'sv'));
    expect(cards.bind({ ...view, data: { ...data, text: 'Annat' } }, 'sv')).not.toEqual(cards.bind(view, 'sv'));
  });

  it('keeps no card that is not shared', () => {
    const view = { template: 'bot/error', data };
    expect(cards.bind(view, 'sv')).not.toBe(cards.bind(view, 'sv'));
  });
});
