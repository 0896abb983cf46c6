import { describe, expect, it } from 'vitest';
import type { SentQuestion } from '../../src/feedback/index.js';
import { openFeedback, openStorage } from '../../src/storage/index.js';
import { startCuttingProxy } from '../support/cutting-proxy.js';
import { tablePrefix, testStorage } from '../support/test-storage.js';

const question = (about: Partial<SentQuestion> = {}): SentQuestion => ({
  organisation: 'Älvsjö',
  openedAt: new Date('2026-03-02T08:00:00Z'),
  form: 'f1',
  personId: 'p1',
  question: 'Får jag ta ut flextid?',
  sentAt: new Date('2026-03-02T08:01:00Z'),
  ...about,
});
const RANGE = { from: '2026-03-01', to: '2026-03-31' };

async function open() {
  return openFeedback(await testStorage()).questions;
}

async function textsOf(store: Awaited<ReturnType<typeof open>>, organisation?: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const row of store.list({ ...RANGE, organisation })) texts.push(row.question);
  return texts;
}

describe('sent questions', () => {
  it('gives back the one that was sent with the same form before, and keeps that', async () => {
    const store = await open();
    expect(await store.add(question())).toEqual({});
    expect(await store.add(question({ question: 'En annan?' }))).toEqual({ earlier: question() });
    expect(await textsOf(store)).toEqual(['Får jag ta ut flextid?']);
  });

  it('keeps the same form of two people apart', async () => {
    const store = await open();
    await store.add(question());
    expect(await store.add(question({ personId: 'p2' }))).toEqual({});
    expect(await textsOf(store)).toHaveLength(2);
  });

  it('lists the newest first, of one organisation only, in the days of Stockholm', async () => {
    const store = await open();
    const sent = (day: string, text: string, organisation = 'Älvsjö') =>
      store.add(question({ organisation, form: text, openedAt: new Date(day), sentAt: new Date(day), question: text }));
    await sent('2026-03-02T08:00:00Z', 'äldre');
    await sent('2026-03-02T08:00:01Z', 'nyare');
    await sent('2026-02-28T22:59:00Z', 'februari');
    await sent('2026-02-28T23:00:00Z', 'mars i Stockholm');
    await sent('2026-03-02T08:00:00Z', 'annan', 'Östra');
    expect(await textsOf(store, 'Älvsjö')).toEqual(['nyare', 'äldre', 'mars i Stockholm']);
    expect((await textsOf(store)).sort()).toEqual(['annan', 'mars i Stockholm', 'nyare', 'äldre']);
  });

  it('takes a question whose receipt was lost for sent, once', async () => {
    const store = await open();
    const proxy = await startCuttingProxy();
    const through = openStorage({ kind: 'connection-string', connectionString: proxy.connectionString }, tablePrefix());
    proxy.loseNextReceipt();
    expect((await openFeedback(through).questions.add(question())).earlier).toEqual(question());
    expect(await textsOf(store)).toHaveLength(1);
    await proxy.close();
  });
});
