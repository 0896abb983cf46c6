import { isItem } from './items.js';
import { endsSentence, type Line, startsSmall } from './line.js';
import { MOST_WRAPPED } from './wrap-width.js';

/**
 * Whether a line goes on with the one before it. It does when the line before was full (its first word would not have fit
 * there) or broken off in a sentence; not when it begins an item or stands in another column or after a gap.
 */
export function goesOn(before: Line, line: Line, width: number): boolean {
  if (isItem(line.text) || isRow(before) || isRow(line)) return false;
  const isSmall = startsSmall(line.text);
  const isOpen = !endsSentence(before.text);
  const [word = ''] = line.text.split(' ', 1);
  const isFull = width <= MOST_WRAPPED && before.text.length + 1 + word.length > width * 0.93;
  if (line.gapBefore || (line.opensPage && line.page === undefined)) return isOpen && isSmall && isFull;
  if (before.page !== line.page) return isOpen && isSmall;
  return isFull || (isOpen && (isSmall || /^\d/.test(line.text)) && width <= MOST_WRAPPED);
}

function isRow({ page, text }: Line): boolean {
  return page !== undefined && /\S\s{3,}\S/.test(text);
}

/** "miljö- och klimat" keeps its hyphen, as do names and figures ("Hägersten-Älvsjö", "2020-2023"); a word that was broken loses it. */
export function joinText(before: string, line: string): string {
  if (!/[\p{L}\d]-$/u.test(before)) return `${before} ${line}`;
  if (/^(?:och|eller|samt|respektive|and|or)\b/.test(line)) return `${before} ${line}`;
  const isBroken = /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(line);
  return isBroken ? before.slice(0, -1) + line : before + line;
}
