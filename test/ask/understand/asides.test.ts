import { describe, expect, it } from 'vitest';
import { createUnderstand } from '../../../src/ask/understand/frame.js';
import { knowledge } from '../engine.js';

const understand = createUnderstand(knowledge);
const asidesOf = (question: string) =>
  understand(question)
    .tokens.filter(({ isAside }) => isAside)
    .map(({ text }) => text)
    .join(' ');

describe('what only tells why somebody asks', () => {
  it.each([
    ['Frågan kommer upp på beredningen: vad är sjukfrånvaron i Hägersten-Älvsjö?', 'frågan kommer upp på beredningen'],
    ['En pappa undrade vid grinden hur många stadsdelar Hägersten-Älvsjö har.', 'en pappa undrade vid grinden'],
    ["Quick one, I'm on the tube: how many employees does Hägersten-Älvsjö have?", 'quick one i on the tube'],
  ])('%s', (question, aside) => {
    expect(asidesOf(question)).toBe(aside);
  });

  it.each([
    ['that the question points back to', 'Vi har en nattgrupp, hur hög är sjukfrånvaron där?'],
    ['that is led there by a preposition', 'Bland dem som jobbar natt, hur hög är sjukfrånvaron?'],
    ['that says who is counted', 'Hur hög är sjukfrånvaron, om man röker?'],
    ['that follows the measure', 'Sjukfrånvaron i Hägersten-Älvsjö, gick den upp bland kockarna?'],
    ['without a verb', 'Kockarna: hur hög är sjukfrånvaron i Hägersten-Älvsjö?'],
  ])('is nothing %s', (_, question) => {
    expect(asidesOf(question)).toBe('');
  });
});
