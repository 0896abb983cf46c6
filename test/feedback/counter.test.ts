import { describe, expect, it } from 'vitest';
import { createQuestionCounter, type QuestionCount, type QuestionCountStore } from '../../src/feedback/index.js';
import { openFeedback, questionCountsTable } from '../../src/storage/index.js';
import { all } from '../storage/table-contract.js';
import { testStorage } from '../support/test-storage.js';

const RANGE = { from: '2026-01-01', to: '2026-12-31' };
const answered = (at: string, subject = 'measure:sjukfranvaro', organisation = 'Älvsjö') =>
  ({ organisation, at: new Date(at), kind: 'statistic', subject: subject as `measure:${string}` }) as const;

async function open(run = 'r1') {
  const storage = await testStorage();
  const store = openFeedback(storage).counts;
  return { storage, store, counter: createQuestionCounter(store, run) };
}

const lines = async (store: QuestionCountStore) =>
  (await rowsOf(store)).map(({ organisation, day, subject, count }) => `${organisation} ${day} ${subject} ${count}`);

async function rowsOf(store: QuestionCountStore): Promise<QuestionCount[]> {
  const rows: QuestionCount[] = [];
  for await (const row of store.list(RANGE)) rows.push(row);
  return rows;
}

describe('the counter of questions', () => {
  it('costs nothing to count, and one call an organisation to write, however much was counted', async () => {
    const { storage, store, counter } = await open();
    for (let time = 0; time < 50; time += 1) counter.count(answered('2026-03-02T08:00:00Z'));
    counter.count(answered('2026-03-02T08:00:00Z', 'measure:personalomsattning'));
    counter.count(answered('2026-03-02T08:00:00Z', 'measure:sjukfranvaro', 'Östra'));
    expect(storage.calls()).toBe(0);
    await counter.flush();
    expect(storage.calls()).toBe(2);
    expect(await lines(store)).toEqual([
      'Älvsjö 2026-03-02 measure:personalomsattning 1',
      'Älvsjö 2026-03-02 measure:sjukfranvaro 50',
      'Östra 2026-03-02 measure:sjukfranvaro 1',
    ]);
  });

  it('writes totals, so that what is written twice counts once', async () => {
    const { storage, store, counter } = await open();
    counter.count(answered('2026-03-02T08:00:00Z'));
    await counter.flush();
    counter.count(answered('2026-03-02T09:00:00Z'));
    await Promise.all([counter.flush(), counter.flush()]);
    const calls = storage.calls();
    await counter.flush();
    expect(storage.calls()).toBe(calls);
    expect((await rowsOf(store)).map(({ count }) => count)).toEqual([2]);
  });

  it('counts beside another process, and the report adds the two', async () => {
    const [one, other] = [await open('r1'), await open('r2')];
    one.counter.count(answered('2026-03-02T08:00:00Z'));
    other.counter.count(answered('2026-03-02T08:00:00Z'));
    await Promise.all([one.counter.flush(), other.counter.flush()]);
    expect((await rowsOf(one.store)).map(({ run, count }) => `${run} ${count}`).sort()).toEqual(['r1 1', 'r2 1']);
  });

  it('counts by the day in Stockholm, also over midnight', async () => {
    const { store, counter } = await open();
    counter.count(answered('2026-03-02T22:59:59Z'));
    counter.count(answered('2026-03-02T23:00:00Z'));
    await counter.flush();
    counter.count(answered('2026-03-03T12:00:00Z'));
    await counter.flush();
    expect(await lines(store)).toEqual([
      'Älvsjö 2026-03-02 measure:sjukfranvaro 1',
      'Älvsjö 2026-03-03 measure:sjukfranvaro 2',
    ]);
  });

  it('keeps what could not be written, and writes it later', async () => {
    const { store } = await open();
    let fails = true;
    const flaky: QuestionCountStore = {
      list: (range) => store.list(range),
      save: (counts) => (fails ? Promise.reject(new Error('storage is away')) : store.save(counts)),
    };
    const counter = createQuestionCounter(flaky, 'r1');
    counter.count(answered('2026-03-02T08:00:00Z'));
    await expect(counter.flush()).rejects.toThrow('storage is away');
    counter.count(answered('2026-03-02T09:00:00Z'));
    fails = false;
    await counter.flush();
    expect((await rowsOf(store)).map(({ count }) => count)).toEqual([2]);
  });

  it('writes more than a transaction takes', async () => {
    const { store, counter } = await open();
    for (let n = 0; n < 230; n += 1) counter.count(answered('2026-03-02T08:00:00Z', `measure:m${n}`));
    await counter.flush();
    expect(await rowsOf(store)).toHaveLength(230);
  });

  it('has in storage no text and no person', async () => {
    const { storage, counter } = await open();
    counter.count(answered('2026-03-02T08:00:00Z'));
    await counter.flush();
    expect(await all(storage.table(questionCountsTable).list())).toEqual([
      {
        organisation: 'Älvsjö',
        day: new Date('2026-03-02T00:00:00Z'),
        kind: 'statistic',
        subject: 'measure:sjukfranvaro',
        run: 'r1',
        count: 1,
      },
    ]);
  });
});
