import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitActions } from '../../../src/plan/index.js';

describe('splitActions', () => {
  it.each<[what: string, cell: string, actions: string[]]>([
    ['bullets', '• Utbilda\n• Följ upp', ['Utbilda', 'Följ upp']],
    ['bullets within a line', 'Utbilda • Öva • Följ upp', ['Utbilda', 'Öva', 'Följ upp']],
    ['hyphens', '- Utbilda\n- Följ upp', ['Utbilda', 'Följ upp']],
    ['numbers', '1. Utbilda\n2. Följ upp', ['Utbilda', 'Följ upp']],
    ['numbers within a line', '1) Utbilda 2) Följ upp', ['Utbilda', 'Följ upp']],
    [
      'lines',
      'Inrätta utbildning\nImplementera arbetsmiljöhandboken',
      ['Inrätta utbildning', 'Implementera arbetsmiljöhandboken'],
    ],
    ['semicolons', 'Utbilda chefer; följ upp', ['Utbilda chefer', 'följ upp']],
    [
      'a line that was only broken',
      'Ge en introduktion genom handledare som\navsatt tid',
      ['Ge en introduktion genom handledare som avsatt tid'],
    ],
    ['a word that was broken', 'risk-, behov-\noch mottaglighet', ['risk-, behov- och mottaglighet']],
    ['semicolons within brackets', 'Utbilda (chefer; ombud)', ['Utbilda (chefer; ombud)']],
    ['a hyphen within a sentence', 'Utveckling - digitalt lärande', ['Utveckling - digitalt lärande']],
    ['nothing but marks', '-\n•', []],
  ])('takes apart %s', (_, cell, actions) => {
    expect(splitActions(cell)).toEqual(actions);
  });

  it('puts what leads in before each of its items', () => {
    const cell =
      'Stärka kompetensen genom:\n• Utbildning\n• Workshops\nStärka bedömningar genom:\n• Metodstöd\n\nGranska';
    expect(splitActions(cell)).toEqual([
      'Stärka kompetensen genom: Utbildning',
      'Stärka kompetensen genom: Workshops',
      'Stärka bedömningar genom: Metodstöd',
      'Granska',
    ]);
  });

  it('loses no word of any text', () => {
    const word = fc.constantFrom(
      'Utbilda',
      'chefer',
      'och',
      'genom',
      'ombud,',
      '(HLR;',
      'brand)',
      'APT:',
      'T1',
      '2020',
      'risk-',
      'SKL:s',
      'VFU',
    );
    const joint = fc.constantFrom(' ', ' ', '\n', '; ', '\n• ', '\n- ', ' • ', '\n\n', ':\n', '\n* ');
    const built = fc.array(fc.tuple(word, joint), { maxLength: 14 }).map((parts) => parts.flat().join(''));
    const cells = fc.oneof(built, fc.string({ unit: 'grapheme', maxLength: 60 }));
    fc.assert(
      fc.property(cells, (cell) => {
        const kept = new Set(wordsOf(splitActions(cell).join(' ')));
        // "1." and "a)" at the start of a line are marks of a list.
        const words = wordsOf(cell.replace(/(^|\s)(?:\d{1,2}[.)]|[a-zåäö]\))(?=\s|$)/giu, '$1'));
        expect(words.filter((one) => !kept.has(one))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
