import { describe, expect, it } from 'vitest';
import { answerTo, converse } from './engine.js';

describe('what lies outside is refused, and nothing is offered for it', () => {
  it.each([
    ['another subject altogether', ['När går sista tunnelbanan?']],
    ['small talk about the world', ['Vem vann fotbollsmatchen igår?']],
    [
      'a share, where the routine tells only that it is followed',
      ['Hur stor andel av cheferna i Norra innerstaden har gått den digitala rekryteringsutbildningen?'],
    ],
    [
      'the same figure of an occupation',
      ['Hur hög är personalomsättningen i Hägersten-Älvsjö?', 'och hos socialsekreterarna?'],
    ],
    ['the same benefit elsewhere', ['Vad får man i friskvårdsbidrag i Hägersten-Älvsjö?', 'Och i Norra innerstaden?']],
    [
      'what came of a goal',
      ['Vad är målet för AMI på grupp- och servicebostäder i Hägersten-Älvsjö?', 'vad blev det?'],
    ],
  ])('%s', (_, turns) => {
    expect(answerTo(...turns).kind).toBe('unknown');
  });
});

describe('what the law says is refused with whom to check (P18)', () => {
  it.each([
    ['Vad säger arbetsmiljölagen?', 'sv', 'Kontrollera med HR.'],
    ['Hur många LAS-dagar krävs för konvertering?', 'sv', 'Kontrollera med HR.'],
    ['What does the work environment act say?', 'en', 'Check with HR.'],
    ['Vilka öppettider har kontoret?', 'sv', 'Fråga HR.'],
  ] as const)('%s', (question, locale, end) => {
    const { kind, text } = converse([question], { locale }).at(-1)!;
    expect(kind).toBe('unknown');
    expect(text.endsWith(end)).toBe(true);
  });
});

describe('a follow-up names another measure of the same place by a word', () => {
  it.each([
    [['Hur många rekryteringar publicerades i Hägersten-Älvsjö 2024?', 'och hur många platser var det?'], 250],
    [['Hur stor andel trygga omsorgstagare hade hemtjänsten i Hägersten-Älvsjö 2022?', 'och nöjda?'], 81],
  ])('%j', (turns, value) => {
    expect(answerTo(...turns).facts[0]!.value).toBe(value);
  });
});

describe('a part is told beside its whole', () => {
  it('when both are asked for', () => {
    const { facts } = answerTo(
      'Hur många mötesplatser för äldre finns i Hägersten-Älvsjö och hur många är träffpunkter?',
    );
    expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining([7, 5]));
  });
});

it('writes one hour in the singular', () => {
  const { facts } = answerTo('Hur mycket friskvårdstid per vecka får man i Hägersten-Älvsjö?');
  expect(facts[0]!.display.replaceAll('\u00a0', ' ')).toBe('1 timme');
});
