import { describe, expect, it } from 'vitest';
import type { HandledQuestion, Handling } from '../../src/questions/index.js';
import { openFirst, pageOf } from '../../src/questions/page.js';

const question = (text: string, handling: Handling = { state: 'sent' }): HandledQuestion => ({
  organisation: 'Älvsjö',
  openedAt: new Date('2026-03-02T08:00:00Z'),
  id: text,
  personId: 'p',
  question: text,
  sentAt: new Date('2026-03-02T08:00:00Z'),
  handling,
});

let wasRead = 0;
async function* questions(texts: readonly string[]): AsyncIterable<HandledQuestion> {
  wasRead = 0;
  for (const text of texts) {
    wasRead += 1;
    yield question(text);
  }
}
const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
const textsOf = async (texts: readonly string[], page: number) => {
  const { questions: found, hasMore } = await pageOf(questions(texts), page);
  return [found.map((row) => row.question), hasMore];
};

describe('a page of the sent questions', () => {
  it.each([
    [0, 1, [], false],
    [10, 1, numbered(10), false],
    [11, 1, numbered(10), true],
    [11, 2, ['11'], false],
    [25, 2, numbered(20).slice(10), true],
    [25, 4, [], false],
  ])('of %i questions, page %i', async (count, page, texts, hasMore) => {
    expect(await textsOf(numbered(count), page)).toEqual([texts, hasMore]);
  });

  it('reads no further than one behind the page', async () => {
    await pageOf(questions(numbered(1000)), 2);
    expect(wasRead).toBe(21);
  });

  it('ends early when its questions are long, and loses none', async () => {
    const long = numbered(10).map((n) => `${n} ${'好'.repeat(990)}`);
    const pages = await Promise.all([1, 2, 3].map((page) => pageOf(questions(long), page)));
    expect(pages.map(({ questions: found }) => found.length)).toEqual([4, 4, 2]);
    expect(pages.flatMap(({ questions: found }) => found.map((row) => row.question))).toEqual(long);
  });
});

describe('the order of the questions', () => {
  it('puts those that wait for HR before those that are done with, each newest first', async () => {
    const [by, at] = ['p', new Date('2026-03-02T08:00:00Z')];
    async function* all() {
      yield question('answered', { state: 'answered', by, at, text: 'Ja.' });
      yield question('claimed', { state: 'claimed', by, at });
      yield question('closed', { state: 'closed', by, at, text: 'Nej.' });
      yield question('sent');
    }
    const { questions: found } = await pageOf(openFirst(all), 1);
    expect(found.map(({ id }) => id)).toEqual(['claimed', 'sent', 'answered', 'closed']);
  });
});
