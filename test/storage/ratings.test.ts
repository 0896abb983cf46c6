import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/feedback/index.js';
import { openFeedback } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const rating: Rating = {
  organisation: 'Älvsjö',
  answer: '5f0c2a94-6f0e-4c5e-9a53-0d8a3f0b7a11',
  subject: 'measure:sjukfranvaro',
  rating: 'down',
  reason: 'Fel år',
  day: '2026-03-02',
};

async function open() {
  return openFeedback(await testStorage()).ratings;
}

describe('ratings', () => {
  it('finds the rating of an answer, and none before', async () => {
    const store = await open();
    expect(await store.find('Älvsjö', rating.answer)).toBeUndefined();
    await store.save(rating);
    expect(await store.find('Älvsjö', rating.answer)).toEqual(rating);
    expect(await store.find('Östra', rating.answer)).toBeUndefined();
  });

  it('writes over the earlier one, its reason too', async () => {
    const store = await open();
    await store.save(rating);
    const { reason: _, ...changed } = { ...rating, rating: 'up' as const };
    await store.save(changed);
    expect(await store.find('Älvsjö', rating.answer)).toEqual(changed);
  });

  it('lists those of the days asked for, the first and last included', async () => {
    const store = await open();
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'])
      await store.save({ ...rating, answer: day, day });
    const days: string[] = [];
    for await (const { day } of store.list({ organisation: 'Älvsjö', from: '2026-03-01', to: '2026-03-02' }))
      days.push(day);
    expect(days).toEqual(['2026-03-01', '2026-03-02']);
  });
});
