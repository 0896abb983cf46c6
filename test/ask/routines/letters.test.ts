import { describe, expect, it } from 'vitest';
import { EMPTY_CONTEXT } from '../../../src/ask/index.js';
import { answerTo, ask, NOW } from '../engine.js';

function routineOf(...turns: readonly string[]): string | undefined {
  let context = EMPTY_CONTEXT;
  for (const question of turns) ({ context } = ask({ question, now: NOW, context }));
  return context.routine;
}

describe('a letter of UBARA', () => {
  it.each([
    ['Vad ryms i U:et i UBARA? Jag ska förklara det för mina gruppledare på Norra innerstaden.', 'ubara-utveckla'],
    ['vad menas med uet i ubara', 'ubara-utveckla'],
    ['Vilka aktiviteter hör till B-et i UBARA?', 'ubara-behalla'],
    ['bokstaven B i UBARA, vad menas?', 'ubara-behalla'],
    ['Vad betyder det första A:et i UBARA i praktiken hos oss i Norra innerstaden?', 'ubara-attrahera'],
    ['Vad innehåller den tredje bokstaven i UBARA?', 'ubara-attrahera'],
    ['vad står r för i ubara', 'ubara-rekrytera'],
    ['Vad gör man i det andra A:et i UBARA?', 'ubara-avsluta'],
    ['What is the last letter of UBARA about?', 'ubara-avsluta'],
  ])('"%s" gets its own routine', (question, routine) => {
    expect(routineOf(question)).toBe(routine);
  });

  it.each([
    ['Vad är UBARA?', 'Och R?', 'ubara-rekrytera'],
    ['Vad är UBARA?', 'Och A:et i mitten, vad gör man där?', 'ubara-attrahera'],
    ['What is UBARA?', 'OK, and what is included in the U for Norra innerstaden?', 'ubara-utveckla'],
    ['Vad ingår i U i UBARA?', 'Och sista A:et?', 'ubara-avsluta'],
  ])('is understood after talk about it: "%s" "%s"', (first, next, routine) => {
    expect(routineOf(first, next)).toBe(routine);
  });

  it.each(['Varför finns det två A i UBARA?', 'Vad betyder A i UBARA?', 'Is UBARA a model for all of the city?'])(
    '"%s" asks for all of them',
    (question) => {
      expect(routineOf(question)).toBe('ubara-betyder');
    },
  );

  it('is none in another abbreviation', () => {
    expect(routineOf('Vad är UBARA?', 'Vad betyder R12?')).toBe('r12-betyder');
  });
});

describe('a pronoun', () => {
  it('that means a word of its own sentence does not point back to what was talked about', () => {
    const before = 'Hur många anställde Hägersten-Älvsjö 2024?';
    expect(routineOf(before, 'Vilken process ska chefer följa när de rekryterar?')).toBe(
      'ha-rekrytering-kompetensbaserad',
    );
  });
});

describe('what no document holds', () => {
  it.each([
    'Hur dyr får en avtackningspresent vara?',
    'När måste man gå i pension i staden?',
    'At what age must one retire?',
  ])('"%s" is refused, though a routine shares its words', (question) => {
    expect(answerTo(question).kind).toBe('unknown');
  });
});

describe('a question about something at a department', () => {
  it('is answered by what speaks of it, not by what the department is responsible for', () => {
    expect(
      routineOf('Vilka arbetsuppgifter får en områdeschef på individ- och familjeomsorgen i Hägersten-Älvsjö?'),
    ).toBe('ha-ifo-ny-organisation');
  });
});
