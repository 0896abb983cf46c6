import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_QUESTION_LENGTH, subjectOf, toMessage, writeOrigin } from '../../src/ask/index.js';
import { loadCards, MAX_CARD_BYTES } from '../../src/cards/index.js';
import { bytesOf } from '../../src/cards/json.js';
import { ask } from '../ask/engine.js';

const cards = loadCards('cards');
const questions = readFileSync('test/ask/questions.dev.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { turns: string[] }).turns[0]!);

describe('the cards of answers', () => {
  it('stay below the limit with the longest question in their buttons and a refused reason on them', () => {
    const question = 'å"'.repeat(MAX_QUESTION_LENGTH / 2);
    const recent = Array.from({ length: 8 }, () => 'x'.repeat(40));
    const origin = writeOrigin({ question, context: { measure: 'x'.repeat(60), recent } });
    const rated = { rating: 'down', reason: { state: 'refused', typed: 'å'.repeat(3000), why: 'tooLong' } } as const;
    const sizes = questions.flatMap((asked) => {
      const result = ask({ question: asked, now: new Date('2026-03-02T08:00:00Z'), context: {} });
      const subject = subjectOf(result);
      if (!subject) return [];
      const sending = { answer: 'x'.repeat(36), subject, origin, toHr: question, rated };
      const { card } = toMessage(result.answer, { asked: question, sending });
      return [bytesOf(cards.bind(card!, result.answer.locale))];
    });
    expect(sizes.length).toBeGreaterThan(90);
    expect(Math.max(...sizes)).toBeLessThan(MAX_CARD_BYTES);
  });
});
