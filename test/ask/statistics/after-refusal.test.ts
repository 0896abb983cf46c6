import { describe, expect, it } from 'vitest';
import { answerTo, factLine } from '../engine.js';

describe('a figure was refused, and the next turn goes on about it', () => {
  it.each([
    [
      'another year',
      'Hur hög var sjukfrånvaron i förskolan 2019?',
      'Och 2024?',
      'Sjukfrånvaro: 9,8 % | avdelningen för förskola',
    ],
    [
      'another place',
      'Hur hög är sjukfrånvaron i simhallen?',
      'Men i förskolan då?',
      'Sjukfrånvaro: 9,8 % | avdelningen för förskola',
    ],
    [
      'another administration',
      'Vad är sjukfrånvaron i Malmö?',
      'Och i Hägersten-Älvsjö?',
      'Sjukfrånvaro: 8,9 % | Hägersten-Älvsjö',
    ],
    [
      'everybody',
      'Hur hög är sjukfrånvaron bland kockar i Hägersten-Älvsjö?',
      'Och totalt?',
      'Sjukfrånvaro: 8,9 % | Hägersten-Älvsjö',
    ],
    [
      'another measure',
      'Vad är medellönen i förskolan?',
      'Och sjukfrånvaron?',
      'Sjukfrånvaro: 8,9 % | Hägersten-Älvsjö',
    ],
  ])('%s has one', (_, refused, next, fact) => {
    expect(answerTo(refused).kind).toBe('unknown');
    expect(factLine(answerTo(refused, next))).toContain(fact);
  });

  it.each([
    ['the year', 'Hur hög var sjukfrånvaron i förskolan 2019?', 'Och i äldreomsorgen?', '2019'],
    ['the year before that', 'Hur hög var sjukfrånvaron i förskolan 2019?', 'Och året innan?', '2018'],
    ['the place', 'Hur hög är sjukfrånvaron i simhallen?', 'Och 2023?', 'platsen du frågade om'],
    ['the group', 'Hur hög är sjukfrånvaron bland kockar i Hägersten-Älvsjö?', 'Och 2023?', 'gruppen du frågade om'],
    [
      'the group elsewhere',
      'Hur hög är sjukfrånvaron bland kockar i Hägersten-Älvsjö?',
      'Och i förskolan?',
      'gruppen du',
    ],
    ['what is measured', 'Vad är medellönen i förskolan?', 'Och i äldreomsorgen?', 'löner'],
  ])('%s stays, and is refused again', (_, refused, next, said) => {
    const { kind, text } = answerTo(refused, next);
    expect(kind).toBe('unknown');
    expect(text).toContain(said);
  });

  it('the figure before a refusal of something else does not come back in its place', () => {
    const turns = ['Hur hög är sjukfrånvaron i förskolan?', 'Vad är medellönen?', 'Och i äldreomsorgen?'];
    expect(answerTo(...turns).kind).toBe('unknown');
  });
});
