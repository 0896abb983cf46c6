import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

const BUDGET = 'Vad är budgeten 2024 för Hägersten-Älvsjö grupp- och servicebostäder?';
const SICK = 'Hur hög är den totala sjukfrånvaron i förskolan i Hägersten-Älvsjö 2024?';
const HOURLY = 'Hur stor andel av timmarna gjordes av timavlönade i Hägersten-Älvsjö hemtjänst 2022?';
const STAFF = 'Antal anställda i äldreomsorgen i Hägersten-Älvsjö, juni 2024?';

describe('what the turns before told is computed with', () => {
  it.each([
    [
      'a ratio',
      [BUDGET, 'hur många brukare ska den räcka till?', 'så ungefär hur mycket blir det per brukare?'],
      /1,14/,
    ],
    ['a difference of two places', [SICK, 'och i IFO?', 'vad är glappet mellan de två?'], /3,0 procentenheter/],
    ['above a goal', [HOURLY, 'Vad siktade de på?', 'jaha. så hur mycket över blev det?'], /6,6 procentenheter/],
    ['above a goal that was not told', [HOURLY, 'Hur långt från målet?'], /6,6 procentenheter/],
    ['a change in per cent', [STAFF, 'Jämfört med året innan?', 'Och det i procent?'], /2,6 %/],
    [
      'a growth, in English',
      ['How many people live in the Hägersten-Älvsjö district today?', 'and in 2040?', 'so how much growth is that?'],
      /17,000/,
    ],
    [
      'of two measures',
      [
        'Hur många ansökningar kom in till Hägersten-Älvsjö jan–okt 2024?',
        'och hur många fick jobb?',
        'hur många ansökningar blir det per anställd?',
      ],
      /35,8/,
    ],
  ])('%s', (_, turns, text) => {
    const answer = answerTo(...turns);
    expect(answer.kind).toBe('statistic');
    expect(answer.text.replaceAll('\u00a0', ' ')).toMatch(text);
  });

  it.each([
    ['unlike units', [SICK, 'Hur många anställda har förskolan i Hägersten-Älvsjö 2024?', 'skillnaden?']],
    [
      'a divisor that was not told',
      [BUDGET, 'hur många brukare ska den räcka till?', 'hur mycket blir det per nattarbetare?'],
    ],
    [
      'a part that nobody knows',
      [BUDGET, 'hur många brukare ska den räcka till?', 'hur mycket blir det per brukare och natt?'],
    ],
  ])('but not with %s', (_, turns) => {
    expect(answerTo(...turns).text).not.toMatch(/uträknat|procentenheter/);
  });

  it('nor with what was told before a refusal', () => {
    const turns = [SICK, 'och i IFO?', 'Hur hög är sjukfrånvaron i Vantör?', 'skillnaden?'];
    expect(answerTo(...turns).kind).toBe('unknown');
  });
});

describe('what is named now is held against what was told', () => {
  const SHORT = 'Hur stor är korttidsfrånvaron i Hägersten-Älvsjö juni 2024?';
  it.each([
    ['women against men', [SHORT, 'Är det värre för kvinnorna?'], [3.1, 2.5, 3.0]],
    ['another department', [SICK, 'Är den lägre i äldreomsorgen?'], [8.9, 9.8]],
  ])('%s', (_, turns, values) => {
    expect(answerTo(...turns).facts.map(({ value }) => value)).toEqual(values);
  });
});

describe('after a ranking', () => {
  const RANKED = 'Vilken avdelning i Hägersten-Älvsjö har högst total sjukfrånvaro 2024?';
  it.each([
    ['the second', [RANKED, 'o på 2:a plats?'], 8.9],
    ['the other end, of the same ones', [RANKED, 'and the runner-up?', 'and who is lowest?'], 6],
    [
      'of all areas, also those not named yet',
      ['sjukfrånvaro hemtjänst Älvsjö 2022', 'liljeholmen?', 'vem ligger sämst till av alla tre?'],
      9.63,
    ],
  ])('%s', (_, turns, value) => {
    expect(answerTo(...turns).facts[0]?.value).toBe(value);
  });
});

describe('a goal without an outcome', () => {
  it('does not tell whether it was reached', () => {
    const turns = ['Vilket mål har Norra innerstaden för heltid och fast tjänst?', 'nådde de det?'];
    expect(answerTo(...turns).kind).toBe('unknown');
  });
});

describe('a ranking after talk about a part or a unit', () => {
  const SHORT = 'Hur stor är korttidsfrånvaron i Hägersten-Älvsjö juni 2024?';

  it('is of all the staff again', () => {
    const turns = [SHORT, 'Är det värre för kvinnorna?', 'Vilken avdelning har högst sjukfrånvaro?'];
    expect(answerTo(...turns).facts[0]?.value).toBe(9.8);
    expect(answerTo(...turns, 'och på andra plats?').facts[0]?.value).toBe(8.9);
  });

  it('is of the departments of the organisation', () => {
    const answer = answerTo(BUDGET, 'Hur många av avdelningarna ligger på eller under sjukfrånvaromålet 2024?');
    expect(answer.text).toMatch(/3 av 5/);
    expect(answer.assumptions).toEqual(['Jag utgår från att du fortfarande menar Hägersten-Älvsjö.']);
  });

  it('has no second place where nothing was ranked', () => {
    expect(answerTo(SHORT, 'och på andra plats?').facts).toEqual([]);
  });
});
