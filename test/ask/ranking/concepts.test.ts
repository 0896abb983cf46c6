import { describe, expect, it } from 'vitest';
import { ConceptMatcher } from '../../../src/ask/ranking/concepts.js';

const matcher = new ConceptMatcher(
  [
    { sv: ['avtal', 'lov'], en: ['holiday'] },
    { sv: ['ansök-'], en: [] },
    { sv: ['-bidrag-'], en: [] },
    { sv: ['-lön'], en: [] },
    { sv: ['säga upp', 'gå i pension-'], en: [] },
  ],
  'sv',
);
const ofText = (text: string) => {
  const words = text.split(' ');
  return words.flatMap((_, at) => matcher.phrasesAt((place) => words[place], at));
};

describe('concept groups', () => {
  it.each([
    ['a word in any inflection', 'avtalets', [0]],
    ['a short word exactly', 'lov', [0]],
    ['and no longer one', 'lova', []],
    ['a beginning', 'ansokan', [1]],
    ['a part', 'bostadsbidraget', [2]],
    ['an ending, inflected', 'manadslonen', [3]],
    ['another language not', 'holiday', []],
  ])('%s: %s', (_how, word, groups) => {
    expect(matcher.ofWord(word)).toEqual(groups);
  });

  it('finds words in a row, and only in a row', () => {
    expect(ofText('jag vill saga upp avtalet')).toEqual([4]);
    expect(ofText('hon ska ga i pensionen')).toEqual([4]);
    expect(ofText('saga och upp')).toEqual([]);
  });
});
