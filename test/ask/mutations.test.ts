import { describe, expect, it } from 'vitest';
import { answerTo } from './engine.js';
import { isFooled, mutantsOf } from './mutations.js';

/** One of each kind; mutations.long.test.ts takes every known question. */
const QUESTIONS = [
  'Hur hög var sjukfrånvaron i förskolan i Hägersten-Älvsjö i juni 2024?',
  'Hur många kunder hade hemtjänsten i Hägersten-Älvsjö 2022?',
  'Hur många schemaplanerare hade hemtjänsten i Hägersten-Älvsjö 2022?',
  'Hur många har gått språkutbildningen i hemtjänsten i Hägersten-Älvsjö 2022?',
  'antal anställda äldreomsorgen hägersten-älvsjö 2024 mot 2023',
  'Vilket AMI hade hemtjänsten i Hägersten-Älvsjö 2022, och vad var målet?',
];

describe('a question about what no document has gets no figure', () => {
  it.each(QUESTIONS)('%s', (question) => {
    expect(answerTo(question).kind).toBe('statistic');
    const mutants = mutantsOf(question);
    expect(mutants.length).toBeGreaterThan(2);
    expect(mutants.filter(isFooled)).toEqual([]);
  });

  it.each([
    ['a place in the sentence before', 'Vi har bantat gymnasiet i Hägersten-Älvsjö. Hur många anställda är vi 2024?'],
    ['a town that sounds like a word', 'Klarade Vantör sjukfrånvaromålet för 2024?'],
    ['a number a day', 'Hur många kunder per dag har hemtjänsten i Hägersten-Älvsjö 2022?'],
    [
      "another organisation's document",
      'Hur många workshops per termin i familjerätten, Norra innerstadens plan 2019?',
    ],
    ['a share of a count', 'Hur stor andel har gått språkutbildningen i hemtjänsten i Hägersten-Älvsjö 2022?'],
    ['a year before all figures', 'Vilken avdelning i Hägersten-Älvsjö tappade flest anställda mellan 2016 och 2024?'],
    ['a change from a year before', 'Har antalet ansökningar i Hägersten-Älvsjö minskat jämfört med 2018?'],
    ['a word of two', 'Gör en lista: Hägersten-Älvsjös avdelningar rangordnade efter betygssnittet i juni 2024'],
  ])('%s', (_, question) => {
    expect(answerTo(question).facts).toEqual([]);
  });

  it('nor does one of two together, asked for alone', () => {
    const turns = ['Hur många vårdbiträden och undersköterskor hade hemtjänsten i Hägersten-Älvsjö 2022?'];
    expect(answerTo(...turns).facts[0]!.value).toBe(180);
    expect(answerTo(...turns, 'Hur många av dem var undersköterskor?').kind).toBe('unknown');
  });
});

it('a change that a document tells is told, from the year before its own', () => {
  expect(answerTo('Hur mycket färre ansökningar kom in 2024 än 2023 i Hägersten-Älvsjö?').kind).toBe('statistic');
});

describe('what is missing beside a figure is said', () => {
  it.each([
    ['Anställde Hägersten-Älvsjö fler eller färre 2024 än 2018?', /saknas .*2018/],
    ['korttidsfrånvaro män hägersten-älvsjö mars 2023 jämfört juni 2024', /saknas .*mars 2023/],
  ])('%s', (question, text) => {
    expect(answerTo(question).text).toMatch(text);
  });
});

describe('two areas joined by a word are no organisation', () => {
  it('compares home care in both', () => {
    const { facts } = answerTo('Vad skiljer i sjukfrånvaro 2022 mellan hemtjänstområdena Hägersten och Liljeholmen?');
    expect(facts.map(({ value }) => value)).toEqual([9.63, 6.06]);
  });
});
