import { editDistance } from '../text/edit-distance.js';
import { fold } from '../text/fold.js';
import { type Word, withoutDoubles } from './clauses.js';

/** One part of an entry: a word, a place for a person, or a gap. */
type Part =
  | {
      readonly kind: 'word';
      readonly text: string;
      readonly folded: string;
      readonly single: string;
      readonly open: Open;
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'person' | 'other' };
type Open = '' | 'end' | 'start';

/** Where a phrase stands: its first word and the word after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the persons of a sentence end that begin at a word, the writer among them or not. */
export type PersonEnds = (start: number, mayBeWriter: boolean) => readonly number[];

/** Words of a topic this short alone must stand as they are written: without dots "våld" would be "vald". */
const SHORT = 4;
const SHORTEST_DOUBLED = 5;
const SHORTEST_MISSPELT = 9;
const ANY_LETTER = '';
/** How many words may stand where an entry has a gap. */
const GAPS: Readonly<Record<string, number>> = { '?': 1, '…': 4 };

/** Finds all places of some entries among the words of a sentence. */
export type Finder = (words: readonly Word[], persons: PersonEnds) => Span[];

/** Reads the entries once. They are kept by their first letter: a word that begins otherwise cannot be meant. */
export function createFinder(entries: readonly string[], shortAsWritten = false): Finder {
  const byLetter = new Map<string, Part[][]>();
  for (const entry of entries) {
    const parts = entry.split(/\s+/).map(readPart);
    const [first] = parts;
    const letter = first?.kind === 'word' && first.open !== 'start' ? first.folded[0]! : ANY_LETTER;
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), parts]);
  }
  return (words, persons) =>
    words.flatMap(({ folded }, start) =>
      [...(byLetter.get(folded[0]!) ?? []), ...(byLetter.get(ANY_LETTER) ?? [])].flatMap((parts) => {
        const end = endOf(parts, { words, persons, asWritten: shortAsWritten && parts.length === 1 }, start);
        return end === undefined ? [] : [{ start, end }];
      }),
    );
}

function readPart(text: string): Part {
  if (text === '<person>') return { kind: 'person' };
  if (text === '<other>') return { kind: 'other' };
  const most = GAPS[text];
  if (most !== undefined) return { kind: 'gap', most };
  const bare = text.replace(/^-|-$/g, '').toLowerCase();
  const folded = fold(bare);
  const open = text.endsWith('-') ? 'end' : text.startsWith('-') ? 'start' : '';
  return { kind: 'word', text: bare, folded, single: withoutDoubles(folded), open };
}

interface Ground {
  readonly words: readonly Word[];
  readonly persons: PersonEnds;
  readonly asWritten: boolean;
}

function endOf([part, ...rest]: readonly Part[], ground: Ground, at: number): number | undefined {
  if (part === undefined) return at;
  const goOn = (next: number) => endOf(rest, ground, next);
  switch (part.kind) {
    case 'word': {
      const word = ground.words[at];
      return word && isWord(part, word, ground.asWritten) ? goOn(at + 1) : undefined;
    }
    case 'gap':
      return firstOf(
        Array.from({ length: part.most + 1 }, (_, skipped) => at + skipped),
        goOn,
      );
    case 'person':
    case 'other':
      return firstOf(ground.persons(at, part.kind === 'person'), goOn);
  }
}

function firstOf(places: readonly number[], goOn: (at: number) => number | undefined): number | undefined {
  for (const place of places) {
    const end = goOn(place);
    if (end !== undefined) return end;
  }
  return undefined;
}

function isWord(part: Extract<Part, { kind: 'word' }>, word: Word, asWritten: boolean): boolean {
  if (part.open === 'end') return word.folded.startsWith(part.folded);
  if (part.open === 'start') return word.folded.endsWith(part.folded);
  if (part.text === word.text) return true;
  if (asWritten && part.text.length <= SHORT) return false;
  if (part.folded === word.folded) return true;
  if (part.folded.length >= SHORTEST_DOUBLED && part.single === word.single) return true;
  return (
    part.folded.length >= SHORTEST_MISSPELT &&
    part.folded[0] === word.folded[0] &&
    editDistance(part.folded, word.folded, 1) <= 1
  );
}
