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
