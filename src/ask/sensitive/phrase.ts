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
  const anywhere = byLetter.get(ANY_LETTER) ?? [];
  return (words, persons) => {
    const found: Span[] = [];
    const single = { words, persons, asWritten: shortAsWritten };
    const several = { words, persons, asWritten: false };
    words.forEach(({ folded }, start) => {
      for (const list of [byLetter.get(folded[0]!) ?? [], anywhere])
        for (const parts of list) {
          const end = endOf(parts, parts.length === 1 ? single : several, start);
          if (end !== undefined) found.push({ start, end });
        }
    });
    return found;
  };
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

/** Where the entry's parts from `from` on end when they begin at a word. Called for every entry at every word: no copies. */
function endOf(parts: readonly Part[], ground: Ground, at: number, from = 0): number | undefined {
  const part = parts[from];
  if (part === undefined) return at;
  if (part.kind === 'word') {
    const word = ground.words[at];
    return word && isWord(part, word, ground.asWritten) ? endOf(parts, ground, at + 1, from + 1) : undefined;
  }
  const places =
    part.kind === 'gap'
      ? Array.from({ length: part.most + 1 }, (_, skipped) => at + skipped)
      : ground.persons(at, part.kind === 'person');
  for (const place of places) {
    const end = endOf(parts, ground, place, from + 1);
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
