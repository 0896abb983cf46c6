import { describe, expect, it } from 'vitest';
import { createSpelling } from '../../../src/ask/understand/spelling.js';
import { tokenise } from '../../../src/ask/text/fold.js';
import { answerTo, factLine } from '../engine.js';

const word = (text: string) => ({ text, isName: false, uses: 0 });
const right = new Set(['många', 'mest', 'hest', 'håles']);
// Forms of other words by their endings: "anställda", "anställn".
const rightByEnding = new Set(['anstäldes', 'anställnig']);
const mend = createSpelling({
  targets: [
    word('många'),
    word('mest'),
    word('anställdes'),
    word('anställning'),
    word('hålles'),
    { text: 'älvsjö', isName: true, uses: 0 },
    { text: 'norra', isName: true, uses: 0 },
  ],
  isRight: (text) => right.has(text) || rightByEnding.has(text),
  isReal: (text) => text === 'håles',
});
const read = (text: string) =>
  tokenise(text)
    .map((token) => mend(token).text)
    .join(' ');

describe('a slip of the keyboard is mended to the word that is meant', () => {
  it.each([
    ['a neighbouring key', 'måmga', 'många'],
    ['a letter left out', 'mnga', 'många'],
    ['a letter twice', 'mångga', 'många'],
    ['two letters swapped, the first of them too', 'åmnga', 'många'],
    ['without dots besides', 'mnaga', 'många'],
    ['a lost letter of two, whatever the ending looks like', 'anstäldes', 'anställdes'],
    ['a lost letter of the commonest ending', 'anställnig', 'anställning'],
    ['a name in the middle of a sentence', 'i Älvjsö', 'i älvsjö'],
  ])('%s', (_, typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it.each([
    ['a real word that looks like it', 'hest'],
    ['two letters amiss', 'måmgaa'],
    ['a short word', 'mes'],
    ['a real word with one of two letters', 'håles'],
    ['a number', '2024'],
  ])('%s stays', (_, typed) => {
    expect(read(typed)).toBe(typed);
  });

  it('takes no name inside a sentence for another word', () => {
    expect(read('i Mesta')).toBe('i mesta');
  });
});

describe('misspelt questions get their figure', () => {
  it.each([
    ['hur mpnga kundr hade hemtjästen i Hägersten-Älvsjö 2022?', 850],
    ['Hur hög var sjukfårnvaron i föskolan i Häegrsten-Älvsö juin 2024?', 9.8],
    ['viken avdelning i hägersten-älsvjö har högts sjukfrånvaro 2024', 9.8],
    ['how mnay clients did the hoem care in Hägersten-Älvsjö have in 2022?', 850],
  ])('%s', (question, value) => {
    const answer = answerTo(question);
    expect(answer.facts[0]?.value, factLine(answer)).toBe(value);
  });

  it.each([
    'hur mpnga kockar har hemtjänsten i Hägersten-Älvsjö 2022?',
    'hur mpnga målare har hemtjänsten i Hägersten-Älvsjö 2022?',
    'sjukfrånvaro brandmännen hägersten-älvsjö 2024',
    'Hur hög var sjukfrånvaron i Vantör i juni 2024?',
  ])('and none where a real word narrows them: %s', (question) => {
    expect(answerTo(question).facts).toEqual([]);
  });
});
