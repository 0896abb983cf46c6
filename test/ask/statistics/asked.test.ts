import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

const textOf = (...turns: readonly string[]) => {
  const { text, facts } = answerTo(...turns);
  return [text, ...facts.map(({ display }) => display)].join('\n').replaceAll('\u00a0', ' ');
};

describe('nouns on either side name what is counted', () => {
  it.each([
    ['Hur många fler platser än rekryteringar annonserades i Hägersten-Älvsjö 2024?', /138 högre/],
    ['Hur många platser per rekrytering annonserade Hägersten-Älvsjö ut i snitt 2024?', /2,23/],
  ])('%s', (question, said) => {
    expect(textOf(question)).toMatch(said);
  });
});

describe('held against', () => {
  it.each([
    [
      'the whole, of all departments',
      'Vilka avdelningar i Hägersten-Älvsjö ligger över förvaltningssnittet i sjukfrånvaro?',
      /Över hela förvaltningens 8,9 % ligger Förskola/,
    ],
    [
      'a goal whose value is told',
      'Vilka avdelningar i Hägersten-Älvsjö ligger över förvaltningens sjukfrånvaromål på 8,5?',
      /Över målet 8,5 % ligger/,
    ],
    [
      'a ceiling',
      'Kom hemtjänsten i Hägersten-Älvsjö under taket för de korta sjukskrivningarna (dag 1-14) 2022?',
      /3,96/,
    ],
  ])('%s', (_, question, said) => {
    expect(textOf(question)).toMatch(said);
  });

  it('an earlier year after another place', () => {
    const turns = ['Hur många anställda har äldreomsorgen i Hägersten-Älvsjö 2024?', 'Och stödfunktioner, mot 2023?'];
    expect(textOf(...turns)).toMatch(/83.*62|62[\s\S]*83/);
  });
});

describe('what leads to a question narrows nothing', () => {
  it.each([
    'Remind me of the sick leave in Hägersten-Älvsjö in June 2024',
    'Kommer du ihåg sjukfrånvaron för Hägersten-Älvsjö juni 2024?',
    'Facket ringde nyss och undrade över sjukfrånvaron i Hägersten-Älvsjö juni 2024. Vad svarar jag dem?',
    'Sitter med budgetarbetet. Vad är sjukfrånvaron i Hägersten-Älvsjö juni 2024?',
    'Vad blev slutsiffran för sjukfrånvaron i Hägersten-Älvsjö juni 2024?',
  ])('%s', (question) => {
    expect(answerTo(question).facts[0]?.value).toBe(8.9);
  });

  it.each([
    "What was young staff's sick leave in Hägersten-Älvsjö?",
    'What did the cleaners in Hägersten-Älvsjö have for sick leave in June 2024?',
    'Vad hade förskolan i Hägersten-Älvsjö för total sjukfrånvaro 2023? Jag har 2024 redan',
  ])('but %s', (question) => {
    expect(answerTo(question)).toMatchObject({ kind: 'unknown', facts: [] });
  });
});
