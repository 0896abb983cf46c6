import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

describe('a question about something else altogether', () => {
  it.each([
    'Vem vann matchen igår?',
    'Vad blir det för väder imorgon?',
    'Vilken färg har månen?',
    'Varför är himlen blå?',
    'Vem är statsminister?',
    'What is the capital of France?',
  ])('"%s" is answered by no routine', (question) => {
    expect(['unknown', 'clarify']).toContain(answerTo(question).kind);
  });
});

describe('a question for an amount', () => {
  it('is not answered by a routine that holds none', () => {
    expect(
      answerTo('Hur stor andel av förskolans personal i Hägersten-Älvsjö är legitimerade förskollärare?').kind,
    ).not.toBe('routine');
  });
});
