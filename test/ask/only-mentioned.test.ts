import { describe, expect, it } from 'vitest';
import { answerTo, converse } from './engine.js';

const routineOf = (...turns: readonly string[]) => answerTo(...turns).title;

/** A thing that no document holds, or a measure without such a figure, refuses only what asks for it. */
describe('what a question only mentions is no reason to refuse it', () => {
  it.each([
    ['vacancies', 'Var annonserar social omsorg i Hägersten-Liljeholmen lediga jobb?', /annonser/],
    ['pay', 'Vem hjälper mig som chef i Hägersten-Älvsjö med rehab, arbetsrätt och lönefrågor?', /chefer kan få hjälp/],
    ['half of a word', 'Hur kartläggs medarbetarnas kompetens i Norra innerstaden?', /medarbetarsamtalet/],
    ['a measure', 'hur jobar vi i Hägersten-Älvsjö för att sänka sjukfrånvaron', /sänka sjukfrånvaron/],
    [
      "people by a measure's word",
      'Får mina anställda på Samhälle och service i Hägersten-Älvsjö prova andra jobb?',
      /nya uppgifter/,
    ],
    [
      'when something happened',
      'En vikarie slutade förra veckan. Vem för hennes erfarenheter vidare i förskolan i Hägersten-Älvsjö?',
      /[Aa]vslutssamtal/,
    ],
    [
      'a share that is followed up',
      'När på året följs det upp hur stor andel förskollärare Norra innerstaden har?',
      /förskollärare/,
    ],
    [
      'a name alone',
      'Vad är en chefsutvecklingstrappa, den som ska snickras ihop i Hägersten-Älvsjö?',
      /[Cc]hefsutvecklingstrappa/,
    ],
    ['what its own questions are about', 'Is there any GDPR training for our employees?', /information security/],
  ])('%s', (_, question, title) => {
    expect(routineOf(question)).toMatch(title);
  });

  it.each([
    ['a vacancy asked for', 'Lediga jobb i förskolan i Hägersten-Älvsjö?'],
    ['a number', 'Vad sätter ni för tak på antal medarbetare per chef i Hägersten-Älvsjö?'],
    ['a name', 'Who is the unit manager of Hägersten-Älvsjö home care? Name please'],
  ])('but %s is refused', (_, question) => {
    expect(answerTo(question).kind).toBe('unknown');
  });
});

describe('a turn that points back goes on about', () => {
  it.each([
    [
      'the routine before, sooner than about another that is asked the same',
      [
        'Skulle äldreomsorgen i Hägersten-Liljeholmen ta fram något introduktionsprogram enligt planen 2019?',
        'Vem ansvarar för det och när skulle det vara klart?',
      ],
      /introduktionsprogram/,
    ],
    [
      'what a figure was of',
      ['Hur många är med i hemtjänstpoolen i Hägersten-Älvsjö 2022?', 'vad ska dom göra?'],
      /[Hh]emtjänstpoolen/,
    ],
    [
      'what was refused',
      ['Skulle Hägersten-Liljeholmen 2019 göra nåt åt sjuktalen?', 'vem ansvarar för den utbildningen?'],
      /sjuktalet/,
    ],
  ])('%s', (_, turns, title) => {
    expect(routineOf(...turns)).toMatch(title);
  });

  it('nothing, where a share is asked of a thing that was refused', () => {
    const answers = converse([
      'Hur många legitimerade förskollärare finns det i Hägersten-Älvsjö?',
      'hur stor andel av förskolans personal är det?',
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
  });
});
