import { describe, expect, it } from 'vitest';
import { type QuestionCount, type Rating, reportQuestions } from '../../src/feedback/index.js';
import { openFeedback } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const RANGE = { from: '2026-02-27', to: '2026-03-02' };
const count = (about: Partial<QuestionCount>): QuestionCount => ({
  organisation: 'Älvsjö',
  day: '2026-03-01',
  kind: 'statistic',
  subject: 'measure:sjukfranvaro',
  run: 'r1',
  count: 1,
  ...about,
});
let answers = 0;
const rating = (about: Partial<Rating>): Rating => ({
  organisation: 'Älvsjö',
  answer: `a${(answers += 1)}`,
  subject: 'routine:avslutssamtal',
  rating: 'down',
  day: '2026-03-01',
  ...about,
});

async function filled(counts: readonly QuestionCount[], ratings: readonly Rating[] = []) {
  const stores = openFeedback(await testStorage());
  await stores.counts.save(counts);
  for (const row of ratings) await stores.ratings.save(row);
  return stores;
}

describe('the report of questions', () => {
  it('is empty, without a share, when nothing was asked', async () => {
    expect(await reportQuestions(await filled([]), RANGE)).toEqual({
      asked: 0,
      byKind: {},
      notUnderstoodShare: undefined,
      mostAsked: [],
      worstRated: [],
    });
  });

  it('adds the runs of a day and the days of the range, months apart too', async () => {
    const stores = await filled([
      count({ count: 3 }),
      count({ run: 'r2', count: 2 }),
      count({ day: '2026-02-27', count: 5 }),
      count({ day: '2026-03-02', count: 7 }),
      count({ day: '2026-02-26', count: 100 }),
      count({ day: '2026-03-03', count: 100 }),
    ]);
    expect(await reportQuestions(stores, RANGE)).toMatchObject({
      asked: 17,
      mostAsked: [{ subject: 'measure:sjukfranvaro', count: 17 }],
    });
    expect(await reportQuestions(stores, { ...RANGE, organisation: 'Älvsjö' })).toMatchObject({ asked: 17 });
  });

  it('keeps organisations apart', async () => {
    const stores = await filled(
      [count({ count: 3 }), count({ organisation: 'Östra', count: 4 })],
      [rating({}), rating({ organisation: 'Östra' })],
    );
    const report = await reportQuestions(stores, { ...RANGE, organisation: 'Östra' });
    expect(report).toMatchObject({ asked: 4, worstRated: [{ down: 1 }] });
    expect(await reportQuestions(stores, RANGE)).toMatchObject({ asked: 7, worstRated: [{ down: 2 }] });
  });

  it('tells the share without an answer: refused or asked back', async () => {
    const stores = await filled([
      count({ count: 6 }),
      count({ kind: 'unknown', subject: 'not-understood', count: 3 }),
      count({ kind: 'clarify', subject: 'not-understood', count: 1 }),
    ]);
    const report = await reportQuestions(stores, RANGE);
    expect(report).toMatchObject({
      asked: 10,
      notUnderstoodShare: 0.4,
      byKind: { statistic: 6, unknown: 3, clarify: 1 },
    });
    expect(report.mostAsked).toEqual([{ subject: 'measure:sjukfranvaro', count: 6 }]);
  });

  it('lists what was asked most, ten at most', async () => {
    const counts = Array.from({ length: 12 }, (_, n) => count({ subject: `measure:m${n}`, count: n + 1 }));
    const { mostAsked } = await reportQuestions(await filled(counts), RANGE);
    expect(mostAsked).toHaveLength(10);
    expect(mostAsked[0]).toEqual({ subject: 'measure:m11', count: 12 });
  });

  it('puts what was rated down most first, with the latest reasons, and leaves out what only pleased', async () => {
    const stores = await filled(
      [],
      [
        rating({ reason: 'den första', day: '2026-02-27' }),
        rating({ reason: 'den sista', day: '2026-03-02' }),
        rating({ rating: 'up', reason: 'bra' }),
        rating({ subject: 'measure:sjukfranvaro' }),
        rating({ subject: 'not-understood', rating: 'up' }),
      ],
    );
    expect((await reportQuestions(stores, RANGE)).worstRated).toEqual([
      { subject: 'routine:avslutssamtal', up: 1, down: 2, reasons: ['den sista', 'den första'] },
      { subject: 'measure:sjukfranvaro', up: 0, down: 1, reasons: [] },
    ]);
  });
});
