import type { Line } from './line.js';

/** How long the lines of wrapped text are: nearly the longest, since few odd lines are longer. */
export function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0;
}

/** Lines beyond this are not wrapped: each is a paragraph. */
export const MOST_WRAPPED = 130;
