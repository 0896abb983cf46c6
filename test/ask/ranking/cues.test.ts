import { describe, expect, it } from 'vitest';
import { askedFor, classesOf, opensWithYesOrNo, signsOf } from '../../../src/ask/ranking/cues.js';
import { fold, words } from '../../../src/ask/text/fold.js';

const asked = (question: string) => askedFor(words(question).map(fold));
const classes = (text: string) => words(text).map((word) => classesOf(fold(word)));
const signs = (question: string, passage: string) => {
  const found = classes(passage);
  return signsOf(asked(question), (place) => found[place] ?? 0, found.length);
};

describe('what a question asks for', () => {
  it.each([
    ['Hur länge gäller intyget?', 'duration'],
    ['När är sista dagen?', 'when'],
    ['Hur mycket får man i bidrag?', 'amount'],
    ['Hur många barn finns det?', 'count'],
    ['Hur ofta hålls mötet?', 'frequency'],
    ['Vem fattar beslut?', 'who'],
    ['Var hittar jag blanketten?', 'where'],
    ['Varför hålls samtalet?', 'why'],
    ['Hur går det till?', 'how'],
    ['Vad är en genomförandeplan?', 'meaning'],
    ['Vilka kurser finns?', 'list'],
    ['Får jag ta med hunden?', 'yes-no'],
    ['How long does it take?', 'duration'],
    ['Who decides?', 'who'],
    ['friskvård på arbetstid', 'open'],
  ])('"%s": %s', (question, kind) => {
    expect(asked(question)).toBe(kind);
  });
});

describe('what looks like an answer', () => {
  it.each([
    ['Hur länge?', 'Det tar två veckor.', 'Det går bra.'],
    ['När sker det?', 'Senast den sista mars.', 'Chefen gör det.'],
    ['Hur mycket kostar det?', 'Avgiften är låg.', 'Ring oss först.'],
    ['Vem beslutar?', 'Avdelningschefen beslutar.', 'Det beslutas snart.'],
    ['Varför gör vi så?', 'Syftet är att lära.', 'Det görs i maj.'],
    ['Vad är AMI?', 'AMI innebär ett index.', 'AMI mättes i maj.'],
  ])('"%s": rather "%s" than "%s"', (question, answer, other) => {
    expect(signs(question, answer)).toBeGreaterThan(0);
    expect(signs(question, other)).toBe(0);
  });

  it('sees a passage that opens with yes or no', () => {
    const opens = (text: string) => {
      const found = classes(text);
      return opensWithYesOrNo((place) => found[place] ?? 0, found.length);
    };
    expect([opens('Ja, det går bra.'), opens('Nej.'), opens('Chefen säger ja.'), opens('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
