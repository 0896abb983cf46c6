import { describe, expect, it } from 'vitest';
import { commonWordsOf } from '../../../src/ask/understand/common-words.js';
import { answerTo, factLine, knowledge } from '../engine.js';

describe('common words', () => {
  const { has } = commonWordsOf({ sv: ['åtgång', 'nå'], en: ['rolling'] });

  it.each([
    ['åtgång', true],
    ['atgang', true],
    ['nå', true],
    ['na', false],
    ['rolling', true],
    ['roll', false],
  ])('%s: %s', (word, isCommon) => {
    expect(has(word)).toBe(isCommon);
  });

  it('tell no people, places, times or things apart', () => {
    const common = commonWordsOf(knowledge.commonWords);
    const telling =
      'kock läkare lärare chef praktikant vikarie pojke gravid muslim natten helgen måndag vinter sommaren sjukhuset skolan köket stockholm ' +
      'förkylning stress cancer semester ledig pension examen bilar telefoner lön röker dricker gift heltid skift nurse manager trainee boy ' +
      'pregnant night weekend hospital school kitchen london injury holiday retired degree cars salary smoke married shift remote';
    expect(telling.split(' ').filter(common.has)).toEqual([]);
  });
});

describe('a figure in ordinary speech', () => {
  it.each([
    [
      'Alltså, hur brukar sjukfrånvaron se ut på fötter räknat för förskolan i Hägersten-Älvsjö?',
      'Sjukfrånvaro: 9,8 %',
    ],
    [
      'What was the sickness absence in Hägersten-Älvsjö for the most recent rolling twelve months?',
      'Sickness absence: 8.9%',
    ],
    [
      'Quick one, I’m on the tube: what is the sick leave of the preschools in Hägersten-Älvsjö?',
      'Sickness absence: 9.8%',
    ],
  ])('%s', (question, fact) => {
    expect(factLine(answerTo(question))).toContain(fact);
  });

  it.each([
    'Hur många anställda i Hägersten-Älvsjö gillar kaffe?',
    'Hur hög är sjukfrånvaron på förskolan solen i Hägersten-Älvsjö?',
    'Hur hög är sjukfrånvaron i Gläntan?',
    'Hur hög är sjukfrånvaron bland kockarna i Hägersten-Älvsjö?',
  ])('none is given where the word may tell some apart: %s', (question) => {
    expect(answerTo(question).kind).toBe('unknown');
  });
});
