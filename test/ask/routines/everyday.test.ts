import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

describe('a question in everyday words', () => {
  it.each([
    [['ami va betyder förkortningen? står överallt i hägersten-älvsjös plan'], 'aktivt medskapande'],
    [['Varför är det så knepigt att få tag på parkarbetare för stadsmiljön i Hägersten-Älvsjö?'], 'konkurrens'],
    [
      [
        'Vad är "Mitt behov av stöd och service" på grupp- och servicebostäderna i Hägersten-Älvsjö?',
        'Hur ofta stäms det av med brukaren, och av vem?',
      ],
      'Stödpersonen',
    ],
  ])('is answered: %j', (turns, said) => {
    expect(answerTo(...turns).text).toContain(said);
  });
});
