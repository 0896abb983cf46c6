import { type Heading, RANK } from './heading.js';
import { isItem } from './items.js';
import { endsSentence, type Line, startsSmall } from './line.js';
import { MOST_WRAPPED } from './wrap-width.js';

/** What the lines of the whole document look like, which a heading differs from. */
export interface Look {
  readonly width: number;
  readonly size: number;
  readonly font: string | undefined;
  readonly known: ReadonlySet<string>;
}

/** A heading takes at most so many lines. */
export const MOST_LINES = 3;
const MOST_WORDS = { sized: 25, labelled: 40, numbered: 14, plain: 9 };
const NUMBERED = /^(?:(?:kapitel|bilaga|avsnitt|chapter|appendix|section)\s+)?(\d{1,2}(?:\.\d{1,2})*)[.:]?\s+\p{Lu}/iu;
/** "Nämndmål: …", "Avdelning/Enhet: …": what stands before the colon says that a part begins. */
const LABELLED =
  /^(\p{Lu}[\p{L}:/’' -]{0,50}?(?:mål|området|område|avdelning|enhet|kapitel|avsnitt|bilaga|process|fas|rutin|goal|chapter|section|appendix|department|unit|phase)):\s+\S/iu;
export function isAnotherFont(line: Line, before: Line | undefined, { font }: Look): boolean {
  return font !== undefined && line.font !== font && before?.font !== line.font;
}

/** Larger than the text: all lines of that size that follow each other. */
export function sized(lines: readonly Line[], at: number): Heading | undefined {
  const { size } = lines[at]!;
  const text = joined(lines, at, (line) => line.size === size && !line.gapBefore);
  if (words(text.text) > MOST_WORDS.sized) return undefined;
  return { ...text, rank: -size! };
}

export function labelled(lines: readonly Line[], at: number): Heading | undefined {
  const [head = ''] = lines[at]!.text.split(/\s{3,}(?=\p{Lu}[\p{L}/]*:)/u);
  if (!LABELLED.test(head)) return undefined;
  if (head !== lines[at]!.text) return { count: 1, text: head.replace(/\s+/g, ' '), rank: RANK.labelled };
  const whole = joined(lines, at, (line) => !line.gapBefore && !line.opensPage);
  const isClosed = lines[at + whole.count]?.gapBefore ?? true;
  return isClosed && words(whole.text) <= MOST_WORDS.labelled ? { ...whole, rank: RANK.labelled } : undefined;
}

export function numbered(lines: readonly Line[], at: number, { width }: Look): Heading | undefined {
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
export function plain(
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
  if (whole.count === 1 && !hasFont && line.text.length > Math.min(Math.max(width, LEAST_WIDTH) * 0.8, 70))
    return undefined;
  const goesOnThere = next.page !== line.page || (!next.gapBefore && (next.page !== undefined || !next.opensPage));
  if (startsSmall(next.text) && goesOnThere) return undefined;
  return hasFont || isText(lines, at + whole.count, width) ? { ...whole, rank: RANK.plain } : undefined;
}

/** Where all lines are short, none of them is full. */
const LEAST_WIDTH = 60;
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
