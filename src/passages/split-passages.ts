import { sentencesOf } from '../ask/index.js';
import type { Block, ReadDocument } from '../documents/index.js';
import { type Piece, wordsIn } from './passage.js';

/** About what a ranker finds best and a person reads at once. */
const TARGET_WORDS = 80;
const MOST_WORDS = 110;
/** A rest this short goes with the piece before it. */
const SHORT_REST = 20;
/** No word of a language is so long; what is (a key, an encoded picture) is cut, so that it fits a row. */
const LONGEST_WORD = 200;
const LONGEST_HEADING = 300;
const PATH = ' › ';

interface Unit {
  readonly text: string;
  readonly words: number;
  /** What joins it to the unit before: a new line between blocks, a space between sentences. */
  readonly joint: '\n' | ' ';
  readonly page?: number;
  readonly isApart: boolean;
}

/**
 * Splits a document into pieces of about 80 words at blocks and sentences, never across a heading. No word is lost or doubled.
 * A block or sentence that `isApart` is true of becomes a piece of its own, so that leaving it out takes nothing else with it.
 */
export function splitPassages(
  { blocks }: Pick<ReadDocument, 'blocks'>,
  isApart: (text: string) => boolean = () => false,
): Piece[] {
  const pieces: Piece[] = [];
  const path: { readonly level: number; readonly text: string }[] = [];
  let units: Unit[] = [];
  const flush = () => {
    const heading = headingOf(path.map(({ text }) => text));
    pieces.push(...packed(units).map((group) => ({ heading, ...pieceOf(group) })));
    units = [];
  };
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      units.push(...unitsOf(block).map((unit) => ({ ...unit, isApart: isApart(unit.text) })));
      continue;
    }
    flush();
    const { level = 1, text } = block;
    while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
    path.push({ level, text });
  }
  flush();
  return pieces;
}

/** A path that is too long loses its upper part. */
function headingOf(headings: readonly string[]): string {
  let heading = headings.join(PATH);
  for (let from = 1; heading.length > LONGEST_HEADING && from < headings.length; from++)
    heading = `…${PATH}${headings.slice(from).join(PATH)}`;
  return heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING - 1)}…` : heading;
}

function unitsOf({ kind, text, page }: Block): Omit<Unit, 'isApart'>[] {
  const whole = kind === 'list' ? `- ${text}` : text;
  const sentences = wordsIn(whole) <= MOST_WORDS ? [whole] : sentencesOf(whole);
  return sentences
    .flatMap(shortEnough)
    .map((part, at) => ({ text: part, words: wordsIn(part), joint: at === 0 ? '\n' : ' ', page }) as const);
}

/** A sentence that is longer than a piece is cut between words. */
function shortEnough(sentence: string): string[] {
  const words = sentence.split(/\s+/).flatMap(cutWord);
  if (words.length <= MOST_WORDS)
    return words.length === 0 ? [] : [words.length === wordsIn(sentence) ? sentence.trim() : words.join(' ')];
  return Array.from({ length: Math.ceil(words.length / TARGET_WORDS) }, (_, at) =>
    words.slice(at * TARGET_WORDS, (at + 1) * TARGET_WORDS).join(' '),
  );
}

function cutWord(word: string): string[] {
  if (word === '') return [];
  return Array.from({ length: Math.ceil(word.length / LONGEST_WORD) }, (_, at) =>
    word.slice(at * LONGEST_WORD, (at + 1) * LONGEST_WORD),
  );
}

function packed(units: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const words = group ? count(group) : Infinity;
    if (group && mayJoin(group, [unit]) && words < TARGET_WORDS && words + unit.words <= MOST_WORDS) group.push(unit);
    else groups.push([unit]);
  }
  const rest = groups.at(-1);
  const before = groups.at(-2);
  const isShort = rest !== undefined && count(rest) < SHORT_REST;
  if (isShort && before && mayJoin(before, rest) && count(before) + count(rest) <= MOST_WORDS + SHORT_REST)
    before.push(...groups.pop()!);
  return groups;
}

function mayJoin(...groups: readonly (readonly Unit[])[]): boolean {
  return groups.every((group) => group.every(({ isApart }) => !isApart));
}

function count(units: readonly Unit[]): number {
  return units.reduce((sum, { words }) => sum + words, 0);
}

function pieceOf(units: readonly Unit[]): Pick<Piece, 'text' | 'page'> {
  const text = units.map((unit, at) => (at === 0 ? '' : unit.joint) + unit.text).join('');
  return { text, page: units[0]!.page };
}
