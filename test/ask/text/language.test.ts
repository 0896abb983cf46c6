import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/ask/text/fold.js';
import { detectLanguage } from '../../../src/ask/text/language.js';

describe('the language of a question', () => {
  it.each([
    ['Hur hög är sjukfrånvaron i förskolan?', 'sv'],
    ['hur gor vi nar nagon slutar', 'sv'],
    ['How high is the sickness absence in preschools?', 'en'],
    ['What does UBARA stand for?', 'en'],
    ['UBARA', undefined],
  ])('of "%s" is %s', (question, language) => {
    expect(detectLanguage(tokenise(question))).toBe(language);
  });
});
