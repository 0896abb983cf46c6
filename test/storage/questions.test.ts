import { describe, expect, inject, it } from 'vitest';
import type { HandledQuestion, QuestionStore } from '../../src/questions/index.js';
import { openQuestions, openStorage } from '../../src/storage/index.js';
import { once, startStorageProxy } from '../support/storage-proxy/index.js';
import { tablePrefix, preparedStorage } from '../support/test-storage.js';

type Sent = Parameters<QuestionStore['add']>[0];
const question = (about: Partial<Sent> = {}): Sent => ({
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
  return openQuestions(await preparedStorage());
}

async function textsOf(store: Awaited<ReturnType<typeof open>>, organisation?: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const row of store.list({ ...RANGE, organisation })) texts.push(row.question);
  return texts;
}

describe('sent questions', () => {
  it('gives back the one that was sent with the same form before, and keeps that', async () => {
    const store = await open();
    expect(await store.add(question())).toMatchObject({ isNew: true });
    const again = await store.add(question({ question: 'En annan?' }));
    expect(again).toMatchObject({ isNew: false, question: { question: 'Får jag ta ut flextid?' } });
    expect(await textsOf(store)).toEqual(['Får jag ta ut flextid?']);
  });

  it('keeps the same form of two people apart', async () => {
    const store = await open();
    await store.add(question());
    expect(await store.add(question({ personId: 'p2' }))).toMatchObject({ isNew: true });
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
    const proxy = await startStorageProxy(inject('azurite'));
    const through = openStorage({ kind: 'connection-string', connectionString: proxy.connectionString }, tablePrefix());
    proxy.rule = once({ kind: 'carried-out-then', blow: { kind: 'cut' } });
    const { form: _form, ...kept } = question();
    expect(await openQuestions(through).add(question())).toMatchObject({ isNew: false, question: kept });
    expect(await textsOf(store)).toHaveLength(1);
    await proxy.close();
  });

  it('stands as HR left it: of two who handle it at once one is refused, and the list says the same', async () => {
    const store = await open();
    const at = new Date('2026-03-02T09:00:00Z');
    await store.add(question({ form: 'other', openedAt: new Date('2026-03-02T08:30:00Z') }));
    const { question: sent } = await store.add(question());
    expect(await store.find('Älvsjö', sent.id)).toMatchObject({ question: { handling: { state: 'sent' } } });
    expect(await store.find('Östra', sent.id)).toBeUndefined();
    const claim = (by: string) => store.handle(sent, { state: 'claimed', by, at }, undefined);
    const results = await Promise.allSettled([claim('hr1'), claim('hr2')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'storage_conflict' });
    const { version } = (await store.find('Älvsjö', sent.id))!;
    await store.handle(sent, { state: 'answered', by: 'hr1', at, text: 'Ja.' }, version);
    await expect(store.handle(sent, { state: 'sent' }, version)).rejects.toMatchObject({ code: 'storage_conflict' });
    const listed: HandledQuestion[] = [];
    for await (const row of store.list({ ...RANGE })) listed.push(row);
    expect(listed.map(({ handling }) => handling)).toEqual([
      { state: 'sent' },
      { state: 'answered', by: 'hr1', at, text: 'Ja.' },
    ]);
  });
});
