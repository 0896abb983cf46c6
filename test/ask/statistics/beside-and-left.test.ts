import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/ask/index.js';
import { answerTo, factLine } from '../engine.js';

function said({ text, facts }: Answer): string {
  return [text, ...facts.map(({ display }) => display)].join('\n').replaceAll('\u00a0', ' ');
}

/** One question that needs two figures, or one that names people and asks for a share of them. */
describe('a question about two figures', () => {
  it.each([
    [
      'what is left of the whole',
      'Korttid i förskolan i Hägersten-Älvsjö juni 2024, och vad kvarstår?',
      ['3,5 %', '6,3'],
    ],
    ['a ratio by a singular noun', 'Hur många sökte per plats i Hägersten-Älvsjö 2024?', ['43,4']],
    ['a ratio in words', 'ansökningar dividerat på utlysta platser i Hägersten-Älvsjö 2024', ['43,4']],
    [
      'each goal and its outcome',
      'Sjukmålet totalt och korttid i hemtjänsten i Hägersten-Älvsjö 2022, vilket nåddes?',
      ['9,5 %', '8,2 %', '3,5 %', '3,96 %'],
    ],
    [
      'two goals that differ',
      'Vilka målsiffror finns 2024 för andel som kan påverka insatsen på gruppbostäderna i Hägersten-Älvsjö?',
      ['79 %', '80 %'],
    ],
    [
      'every unit of a level',
      'sjukfrånvaro 2022 per hemtjänstområde Hägersten-Älvsjö, samtliga',
      ['6,06 %', '9,63 %', '7,47 %'],
    ],
  ])('%s', (_, question, figures) => {
    const answer = answerTo(question);
    expect(answer.kind).toBe('statistic');
    for (const figure of figures) expect(said(answer)).toContain(figure);
  });

  it.each([
    ['Hur många brukare som upplever att de blir väl bemötta siktar gruppbostäderna i Hägersten-Älvsjö på 2024?'],
    ['What goal for residents who feel well treated do the group and service homes in Hägersten-Älvsjö have for 2024?'],
  ])('the share of those named, not their number: %s', (question) => {
    expect(answerTo(question).facts[0]).toMatchObject({ value: 90, unit: 'procent' });
  });
});

describe('a follow-up', () => {
  const asked = 'Hur hög är korttidsfrånvaron för kvinnor i Hägersten-Älvsjö?';

  it('keeps the earlier period that was talked about', () => {
    const answer = answerTo(asked, 'och året före?', 'och för männen, under samma period?');
    expect(factLine(answer)).toContain('3,0 %');
    expect(factLine(answer)).toContain('2022');
  });

  it('asks for the year after', () => {
    const answer = answerTo('Hur många vårdboenden tog Norra innerstaden över hösten 2023?', 'och ett år senare?');
    expect(factLine(answer)).toContain('februari 2024');
  });

  it('that adds up small words is a question of its own', () => {
    const answer = answerTo(
      'Hur många vårdboenden tog Norra innerstaden över 2023?',
      'Kom det fler sen, och när kom den sista?',
    );
    expect(answer.kind).not.toBe('statistic');
  });
});

describe('an outcome that no document holds', () => {
  it.each([
    ['Resultatet för sjukfrånvaron i gruppbostäderna i Hägersten-Älvsjö 2024, ej målet'],
    ['sjukfrånvaro grupp- och servicebostäder Hägersten-Älvsjö 2024: utfallet, alltså inte målsiffran'],
  ])('is said to be missing: %s', (question) => {
    expect(answerTo(question)).toMatchObject({ kind: 'unknown', facts: [] });
  });

  it('so is the share who answer the exit survey', () => {
    expect(answerTo('Hur stor andel svarade på avgångsenkäten i Hägersten-Älvsjö?').kind).toBe('unknown');
  });
});

describe('words that narrow nothing', () => {
  it.each([
    ['Hur ofta ses MI-coacherna med personalen i socialpsykiatrin i Hägersten-Liljeholmen?', 1],
    ['klimatpåverkan av inköpta livsmedel 2024 grupp- och servicebostäderna Hägersten-Älvsjö', 1.6],
    ['How many in home care in Hägersten-Älvsjö took a Swedish language course in 2022?', 8],
    ['Vilket mål för digitala inköp hade hemtjänsten 2022, alltså mathandling på nätet? Hägersten-Älvsjö', 3],
    ['Hur många stödpedagoger per lss-boende skulle det vara i Hägersten-Liljeholmen 2019?', 1],
    ['Hur mycket ska matens utsläpp minska i Hägersten-Älvsjö? (hemtjänstens vb 2022)', 25],
  ])('%s', (question, value) => {
    expect(answerTo(question).facts[0]?.value).toBe(value);
  });
});

describe('a routine by one letter wrong', () => {
  it('is found all the same', () => {
    expect(answerTo('vem sköter kompetensuveckling på förskolan i hägersten-älvsjö').text).toMatch(/rektor/i);
  });
});
