import { type Heading, RANK } from './heading.js';
import { keyOf } from './line.js';

/** Sizes become 0, 1, 2 …; labels rank by how seldom they come; plain headings that come again stand below the others. */
export function rankHeadings(found: ReadonlyMap<number, Heading>): Map<number, Heading> {
  const headings = [...found.values()];
  const sizes = [...new Set(headings.map(({ rank }) => rank).filter((rank) => rank < 0))].sort((a, b) => a - b);
  const labels = countBy(headings.flatMap(({ text, rank }) => (rank === RANK.labelled ? [labelOf(text)] : [])));
  const byCount = [...labels.keys()].sort((a, b) => labels.get(a)! - labels.get(b)!);
  const texts = countBy(headings.map(({ text }) => keyOf(text)));
  return new Map(
    [...found].map(([at, heading]) => {
      const { rank, text } = heading;
      if (rank < 0) return [at, { ...heading, rank: sizes.indexOf(rank) }];
      if (rank === RANK.labelled) return [at, { ...heading, rank: rank + byCount.indexOf(labelOf(text)) }];
      if (rank === RANK.plain && texts.get(keyOf(text))! > 1) return [at, { ...heading, rank: RANK.recurring }];
      return [at, heading];
    }),
  );
}

function labelOf(text: string): string {
  return text.slice(0, text.indexOf(': ')).toLowerCase();
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
