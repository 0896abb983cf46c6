import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages, wordsIn } from '../../src/passages/index.js';
import type { Block } from '../../src/documents/index.js';
import { read } from '../documents/support/read.js';

const paragraph = (text: string, page?: number): Block => ({ kind: 'paragraph', text, page });
const heading = (text: string, level: number): Block => ({ kind: 'heading', text, level });
const sentence = (n: number) => `Mening ${n} har precis tio ord så att summan blir. `;
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '' && word !== '-');

describe('splitting a document', () => {
  it('names the headings above each piece, also where levels are skipped', () => {
    const blocks = [
      paragraph('Först.'),
      heading('Avsluta', 1),
      heading('Samtal', 3),
      paragraph('Chefen bokar.'),
      heading('Enkät', 3),
      paragraph('HR skickar.'),
      heading('Rekrytera', 1),
      paragraph('Chefen annonserar.'),
    ];
    expect(splitPassages({ blocks }).map(({ heading: path, text }) => [path, text])).toEqual([
      ['', 'Först.'],
      ['Avsluta › Samtal', 'Chefen bokar.'],
      ['Avsluta › Enkät', 'HR skickar.'],
      ['Rekrytera', 'Chefen annonserar.'],
    ]);
  });

  it('cuts a long paragraph between sentences at about 80 words, and says on which page a piece begins', () => {
    const blocks = [paragraph(Array.from({ length: 20 }, (_, n) => sentence(n)).join(''), 1), paragraph('Sist.', 2)];
    const pieces = splitPassages({ blocks });
    expect(pieces.map(({ text }) => wordsIn(text))).toEqual([80, 80, 41]);
    expect(pieces.every(({ text }) => /^(Mening|Sist)/.test(text) && text.endsWith('.'))).toBe(true);
    expect(pieces.map(({ page }) => page)).toEqual([1, 1, 1]);
  });

  it('keeps items and rows on lines of their own', () => {
    const blocks: Block[] = [
      paragraph('Den som slutar lämnar:'),
      { kind: 'list', text: 'dator' },
      { kind: 'table row', text: 'Dator | IT' },
    ];
    expect(splitPassages({ blocks })).toEqual([{ heading: '', text: 'Den som slutar lämnar:\n- dator\nDator | IT' }]);
  });

  it('puts a short rest to the piece before it', () => {
    const blocks = [
      paragraph(Array.from({ length: 8 }, (_, n) => sentence(n)).join('')),
      paragraph('Frågor? Ring HR.'),
    ];
    expect(splitPassages({ blocks })).toHaveLength(1);
  });

  it('cuts what is no word of any language, so that a piece fits its row', () => {
    const pieces = splitPassages({ blocks: [paragraph('x'.repeat(200_000))] });
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThan(32_768);
    expect(pieces.map(({ text }) => text.replace(/\s/g, '')).join('')).toBe('x'.repeat(200_000));
  });

  it('keeps a path of headings short enough for a card', () => {
    const blocks = [heading('A'.repeat(200), 1), heading('B'.repeat(200), 2), paragraph('Text.')];
    expect(splitPassages({ blocks })[0]!.heading).toBe(`… › ${'B'.repeat(200)}`);
  });
});

/** Words that no rule takes for a heading, a bullet or a page number; each comes once, so that loss and doubling show. */
const paragraphs = fc.array(
  fc.record({
    lengths: fc.array(fc.integer({ min: 4, max: 30 }), { minLength: 1, maxLength: 14 }),
    isUnderHeading: fc.boolean(),
    width: fc.oneof(fc.integer({ min: 60, max: 100 }), fc.constant(Infinity)),
  }),
  { minLength: 1, maxLength: 12 },
);

it('puts every word of the paragraphs of a text file into exactly one passage', async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs, async (parts) => {
      let n = 0;
      const expected: string[] = [];
      const lines: string[] = [];
      parts.forEach(({ lengths, isUnderHeading, width }, at) => {
        if (isUnderHeading) lines.push(`${at + 1}. Rubrik nummer ${'abcdefghijkl'[at]}`, '');
        const text = lengths
          .map((length) => `${Array.from({ length }, (_, i) => `${i === 0 ? 'Ord' : 'ord'}${++n}å`).join(' ')}.`)
          .join(' ');
        expected.push(...words(text));
        lines.push(...wrapped(text, width), '');
      });
      const document = await read('text.txt', lines.join('\n'));
      const pieces = splitPassages(document);
      expect(pieces.flatMap(({ text }) => words(text))).toEqual(expected);
      expect(new Set(pieces.map(({ heading: path }) => path)).size).toBeGreaterThanOrEqual(
        parts.slice(1).filter(({ isUnderHeading }) => isUnderHeading).length,
      );
    }),
    { numRuns: 200 },
  );
});

/** Breaks a text into lines as a word processor does. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
