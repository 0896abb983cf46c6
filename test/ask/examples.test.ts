import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/ask/phrase/examples.js';
import { LOCALES } from '../../src/calendar/index.js';
import { answerTo } from './engine.js';

describe('what the welcome and the help offer to try', () => {
  it.each(LOCALES.flatMap((locale) => EXAMPLES[locale].map(({ question }) => ({ locale, question }))))(
    'gets a real answer in its own language: "$question"',
    ({ locale, question }) => {
      const answer = answerTo(question);
      expect(['statistic', 'routine']).toContain(answer.kind);
      expect(answer.locale).toBe(locale);
      expect(answer.citations.length).toBeGreaterThan(0);
    },
  );
});
