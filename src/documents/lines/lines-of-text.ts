import { type Line, startsSmall } from './line.js';

/**
 * From this share on, single empty lines are the distance between lines, not gaps (tables taken from some PDFs): of all lines, and
 * of those that go on in the middle of a sentence, which have no empty line before them in a text with gaps between paragraphs.
 */
const DOUBLE_SPACED = 0.6;

/** The lines of a plain text that are not empty. */
export function linesOfText(text: string): Line[] {
  const lines: (Omit<Line, 'gapBefore'> & { readonly empty: number })[] = [];
  let empty = 0;
  let opensPage = false;
  for (const raw of text.split('\n')) {
    const plain = raw
      .replace(/\t/g, '  ')
      .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
      .replace(/\u00ad/g, '');
    if (plain.startsWith('\f')) opensPage = true;
    const line = plain.replaceAll('\f', '').trimEnd();
    if (line.trim() === '') {
      empty++;
      continue;
    }
    lines.push({ text: line.trim(), empty, opensPage: opensPage || /^ \S/.test(line) });
    empty = 0;
    opensPage = false;
  }
  const isDoubleSpaced = [lines, lines.filter((line) => startsSmall(line.text))].every(
    (some) => some.filter((line) => line.empty === 1).length > some.length * DOUBLE_SPACED,
  );
  const usual = isDoubleSpaced ? 1 : 0;
  return lines.map(({ text: line, empty: before, opensPage: opens }, at) => ({
    text: line,
    opensPage: opens,
    gapBefore: at === 0 || before > usual,
  }));
}
