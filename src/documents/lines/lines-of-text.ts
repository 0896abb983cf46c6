import type { Line } from './line.js';

/** From this share on, single empty lines are the distance between lines, not gaps (tables taken from some PDFs). */
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
  const usual = lines.filter((line) => line.empty === 1).length > lines.length * DOUBLE_SPACED ? 1 : 0;
  return lines.map(({ text: line, empty: before, opensPage: opens }, at) => ({
    text: line,
    opensPage: opens,
    gapBefore: at === 0 || before > usual,
  }));
}
