import { type Line, startsSmall } from './line.js';

/**
 * From these shares on, single empty lines are the distance between lines, not gaps (tables taken from some PDFs): so many lines
 * have one before them, and so many begin in the middle of a sentence, which a text typed with gaps between paragraphs does not.
 */
const DOUBLE_SPACED = 0.6;
const BROKEN = 0.1;

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
  const share = (isSo: (line: (typeof lines)[number]) => boolean) => lines.filter(isSo).length / lines.length;
  const isDoubleSpaced =
    share((line) => line.empty === 1) > DOUBLE_SPACED && share((line) => startsSmall(line.text)) > BROKEN;
  const usual = isDoubleSpaced ? 1 : 0;
  return lines.map(({ text: line, empty: before, opensPage: opens }, at) => ({
    text: line,
    opensPage: opens,
    gapBefore: at === 0 || before > usual,
  }));
}
