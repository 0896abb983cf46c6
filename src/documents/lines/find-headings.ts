import { commonSize } from './drop-running-lines.js';
import { type Heading, RANK } from './heading.js';
import { isAnotherFont, labelled, type Look, MOST_LINES, numbered, plain, sized } from './heading-kinds.js';
import { isItem } from './items.js';
import { endsSentence, type Line, startsSmall } from './line.js';
import { rankHeadings } from './rank-headings.js';
import { wrapWidth } from './wrap-width.js';

/** So much larger than the text is a heading. */
const SIZED = 1.08;

/** Finds the headings among lines; the key is the line at which one begins. `known` are headings wherever they stand alone. */
export function findHeadings(lines: readonly Line[], known: readonly string[] = []): Map<number, Heading> {
  const look = lookOf(lines, known);
  const found = new Map<number, Heading>();
  for (let at = 0; at < lines.length; at++) {
    const heading = headingAt(lines, at, { look, isAfterHeading: endsAt(found, at) });
    if (!heading) continue;
    found.set(at, heading);
    at += heading.count - 1;
  }
  return rankHeadings(found);
}

function lookOf(lines: readonly Line[], known: readonly string[]): Look {
  const fonts = new Map<string, number>();
  for (const { font, text } of lines) if (font) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  return {
    width: wrapWidth(lines),
    size: commonSize(lines),
    font: [...fonts].sort((a, b) => b[1] - a[1])[0]?.[0],
    known: new Set(known.map((word) => word.toLowerCase())),
  };
}

function endsAt(found: ReadonlyMap<number, Heading>, at: number): boolean {
  for (let back = 1; back <= MOST_LINES; back++) if (found.get(at - back)?.count === back) return true;
  return false;
}

interface Place {
  readonly look: Look;
  readonly isAfterHeading: boolean;
}

function headingAt(lines: readonly Line[], at: number, { look, isAfterHeading }: Place): Heading | undefined {
  const line = lines[at]!;
  const before = lines[at - 1];
  const { text } = line;
  if (look.known.has(text.toLowerCase())) return { count: 1, text, rank: RANK.recurring };
  if (isItem(text) || startsSmall(text) || !/\p{L}{2}/u.test(text)) return undefined;
  if ((line.size ?? 0) > look.size * SIZED) return sized(lines, at);
  const isFree = line.gapBefore || line.opensPage || isAfterHeading || before === undefined;
  const isAfterEnd = before !== undefined && endsSentence(before.text) && before.text.length < look.width * 0.85;
  if (!isFree && !isAfterEnd && !isAnotherFont(line, before, look)) return undefined;
  return (isFree ? labelled(lines, at) : undefined) ?? numbered(lines, at, look) ?? plain(lines, at, { look, isFree });
}
