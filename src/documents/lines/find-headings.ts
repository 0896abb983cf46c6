import { commonSize } from './drop-running-lines.js';
import { endsSentence, keyOf, type Line, startsSmall } from './line.js';
import { isItem } from './items.js';
import { MOST_WRAPPED, wrapWidth } from './wrap-width.js';

/** A heading that takes `count` lines. `rank` orders headings: a smaller one stands above. */
export interface Heading {
  readonly count: number;
  readonly text: string;
  readonly rank: number;
}

const MOST_LINES = 3;
const MOST_WORDS = { sized: 25, labelled: 40, numbered: 14, plain: 9 };
const NUMBERED = /^(?:(?:kapitel|bilaga|avsnitt|chapter|appendix|section)\s+)?(\d{1,2}(?:\.\d{1,2})*)[.:]?\s+\p{Lu}/iu;
/** "Nämndmål: …", "Avdelning/Enhet: …": what stands before the colon says that a part begins. */
const LABELLED =
  /^(\p{Lu}[\p{L}:/’' -]{0,50}?(?:mål|området|område|avdelning|enhet|kapitel|avsnitt|bilaga|process|fas|rutin|goal|chapter|section|appendix|department|unit|phase)):\s+\S/iu;
const SIZED = 1.08;
/** Ranks, from above: by size (0-9), numbers (10 and their depth), labels (30 and on), plain ones, those that come again and again. */
const RANK = { numbered: 10, labelled: 30, plain: 60, recurring: 70 };

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
  return ranked(found);
}

interface Look {
  readonly width: number;
  readonly size: number;
  readonly font: string | undefined;
  readonly known: ReadonlySet<string>;
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

function isAnotherFont(line: Line, before: Line | undefined, { font }: Look): boolean {
  return font !== undefined && line.font !== font && before?.font !== line.font;
}

/** Larger than the text: all lines of that size that follow each other. */
function sized(lines: readonly Line[], at: number): Heading | undefined {
  const { size } = lines[at]!;
  const text = joined(lines, at, (line) => line.size === size && !line.gapBefore);
  if (words(text.text) > MOST_WORDS.sized) return undefined;
  return { ...text, rank: -size! };
}

function labelled(lines: readonly Line[], at: number): Heading | undefined {
  const [head = ''] = lines[at]!.text.split(/\s{3,}(?=\p{Lu}[\p{L}/]*:)/u);
  if (!LABELLED.test(head)) return undefined;
  if (head !== lines[at]!.text) return { count: 1, text: head.replace(/\s+/g, ' '), rank: RANK.labelled };
  const whole = joined(lines, at, (line) => !line.gapBefore && !line.opensPage);
  const isClosed = lines[at + whole.count]?.gapBefore ?? true;
  return isClosed && words(whole.text) <= MOST_WORDS.labelled ? { ...whole, rank: RANK.labelled } : undefined;
}

function numbered(lines: readonly Line[], at: number, { width }: Look): Heading | undefined {
  const number = NUMBERED.exec(lines[at]!.text)?.[1];
  if (number === undefined) return undefined;
  const whole = joined(lines, at, (line, last) => !line.gapBefore && last.length > width * 0.6 && !endsSentence(last));
  const next = lines[at + whole.count];
  // One of several short points in a row is an item of a list.
  const isPoint = next !== undefined && NUMBERED.test(next.text) && !number.includes('.') && !next.gapBefore;
  if (isPoint || endsSentence(whole.text) || words(whole.text) > MOST_WORDS.numbered || hasFigures(whole.text))
    return undefined;
  return { ...whole, rank: RANK.numbered + number.split('.').length };
}

/** A short line that begins large, ends without a stop, and has text under it. */
function plain(
  lines: readonly Line[],
  at: number,
  { look, isFree }: { look: Look; isFree: boolean },
): Heading | undefined {
  const line = lines[at]!;
  const { width } = look;
  const hasFont = isAnotherFont(line, undefined, look);
  const whole = joined(
    lines,
    at,
    (next, last) =>
      isFree &&
      !next.gapBefore &&
      !next.opensPage &&
      last.length > width * 0.6 &&
      width < MOST_WRAPPED &&
      lines[at + 2]?.gapBefore === true,
  );
  const next = lines[at + whole.count];
  if (CAPTION.test(line.text) || isMarkedItem(lines, at)) return undefined;
  if (next === undefined || /\s{3}/.test(line.text) || words(whole.text) > MOST_WORDS.plain || hasFigures(whole.text))
    return undefined;
  if (/[.,;:!–-]["”')]*$/.test(whole.text) || !/^["”(]?\p{Lu}/u.test(whole.text)) return undefined;
  if (whole.count === 1 && !hasFont && line.text.length > Math.min(width * 0.8, 70)) return undefined;
  if (!next.gapBefore && startsSmall(next.text) && !next.opensPage) return undefined;
  return hasFont || isText(lines, at + whole.count, width) ? { ...whole, rank: RANK.plain } : undefined;
}

const CAPTION = /^(?:källa|source|figur|figure|diagram|tabell|table|foto|photo)\b/i;

/** In a text taken from a PDF, lines with a space in front that follow each other are items whose bullets were lost. */
function isMarkedItem(lines: readonly Line[], at: number): boolean {
  const isMarked = (line: Line | undefined) => line?.page === undefined && line?.opensPage === true;
  return isMarked(lines[at]) && (isMarked(lines[at - 1]) || isMarked(lines[at + 1]));
}

/** What stands under a heading is text, a list or a further heading, not the next cell of a table. */
function isText(lines: readonly Line[], at: number, width: number): boolean {
  const { text, opensPage } = lines[at]!;
  if (isItem(text) || LABELLED.test(text) || NUMBERED.test(text) || /^["”]?\p{Lu}.*[.:]$/u.test(text)) return true;
  if (text.length > Math.min(width * 0.6, 60)) return true;
  const under = lines[at + 1];
  if (under && !under.gapBefore && text.length + under.text.length > 60) return true;
  if (opensPage && startsSmall(text)) return true;
  // A heading over a heading, which in turn has text.
  return (
    under !== undefined &&
    /^\p{Lu}/u.test(text) &&
    words(text) <= MOST_WORDS.plain &&
    under.text.length > width * 0.6 &&
    !hasFigures(text)
  );
}

function joined(
  lines: readonly Line[],
  at: number,
  goesOn: (next: Line, last: string) => boolean,
): { count: number; text: string } {
  let count = 1;
  while (count < MOST_LINES && lines[at + count] && goesOn(lines[at + count]!, lines[at + count - 1]!.text)) count++;
  const text = lines.slice(at, at + count).map((line) => line.text);
  return {
    count,
    text: text
      .join(' ')
      .replace(/- (?=\p{Lu})/gu, '-')
      .replace(/\s+/g, ' '),
  };
}

function words(text: string): number {
  return text.split(/\s+/).length;
}

/** Figures as a table has them; a year, a date or a number in front are no figures. */
function hasFigures(text: string): boolean {
  const rest = text.replace(/^\d+(?:\.\d+)*\.?\s/, '').replace(/\b(?:19|20)\d\d(?:\s?[-–—/]\s?\d{1,4}){0,2}\b/g, '');
  return /%|\d/.test(rest);
}

/** Sizes become 0, 1, 2 …; labels rank by how seldom they come; plain headings that come again stand below the others. */
function ranked(found: ReadonlyMap<number, Heading>): Map<number, Heading> {
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
