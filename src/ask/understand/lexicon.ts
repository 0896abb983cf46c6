import type { Words } from './words.js';
import { tokenise, type Token } from '../text/fold.js';
import { INFLECTED, WordIndex, type WordMatch } from './word-index.js';

/** A phrase of the vocabulary found in a question: which concepts it may mean, which words it covers, how surely. */
export interface Match {
  /** First word and the word after the last; a part of a compound is half a word. */
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly string[];
  readonly quality: number;
}

/** A match with the letters that it explains: those of a word that is only guessed count for less. */
interface Candidate extends Match {
  readonly letters: number;
}

interface Node {
  readonly next: Map<number, Node>;
  readonly concepts: string[];
}

interface Step {
  readonly node: Node;
  readonly at: number;
  readonly quality: number;
  /** Of the words that are sure. */
  readonly sureness: number;
  readonly letters: number;
}

interface Edge {
  readonly to: number;
  readonly letters: number;
  readonly match: WordMatch;
}

const SAME_WORD: Readonly<Record<string, string>> = {
  '&': 'och',
  o: 'och',
  e: 'är',
  ä: 'är',
  el: 'eller',
  til: 'till',
  mkt: 'mycket',
  ant: 'antal',
  sej: 'sig',
  nåt: 'något',
  nån: 'någon',
  å: 'och',
  and: 'och',
  '%': 'procent',
};
/** "Och hur många som sökte" asks what "hur många sökte" asks: after these a relative word says nothing. */
const COUNTING: ReadonlySet<string> = new Set(['många', 'mycket', 'many']);
const RELATIVE: ReadonlySet<string> = new Set(['som', 'who', 'that']);

/** Letters that bind the parts of a Swedish compound: sjukfrånvaro-s-mål. */
const BINDERS = ['', 's', 'e'];
const SHORTEST_PART = 4;
const SHORTEST_TAIL = 3;

/**
 * Finds vocabulary phrases in a question. Built once from (concept, phrase) pairs; `find` is pure and takes well under a
 * millisecond. It reads compounds written apart ("sjuk frånvaro"), compounds of two known words ("sjukfrånvaromål"),
 * inflection, missing dots, misspellings and cut-off words, and picks the cover that explains most letters best.
 */
export class Lexicon {
  readonly #words: WordIndex;
  readonly #root: Node = { next: new Map(), concepts: [] };

  constructor(realWords?: ReadonlySet<string>, uninflected?: Words) {
    this.#words = new WordIndex(realWords, uninflected);
  }

  add(concept: string, phrase: string): void {
    let node = this.#root;
    for (const { text, isCapital } of tokenise(phrase)) {
      const word = this.#words.add(SAME_WORD[text] ?? text, isCapital);
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), concepts: [] }));
      node = next;
    }
    if (node !== this.#root && !node.concepts.includes(concept)) node.concepts.push(concept);
  }

  /** Whether a word in small letters is of the vocabulary: as it stands, inflected, or a compound of two of its words. */
  knows(text: string): boolean {
    return this.#words.exact(text).length > 0 || this.#split(text) !== undefined;
  }

  /** The best cover of the question by phrases of the vocabulary, in order, without overlaps. */
  find(tokens: readonly Token[]): Match[] {
    const edges = this.#edges(tokens);
    const last = tokens.length * 2;
    const candidates: Candidate[] = [];
    for (let start = 0; start < last; start++)
      this.#walk({ node: this.#root, at: start, quality: 1, sureness: 1, letters: 0 }, start, edges, candidates);
    return bestCover(candidates, last);
  }

  /** Every phrase that begins at `start`: down the tree of phrases as far as the words of the question lead. */
  #walk({ node, at, quality, sureness, letters }: Step, start: number, edges: Edge[][], found: Candidate[]): void {
    if (node.concepts.length > 0 && at > start)
      found.push({ start: start / 2, end: at / 2, concepts: node.concepts, quality, letters: letters * sureness ** 2 });
    for (const { to, letters: here, match } of edges[at] ?? []) {
      const next = node.next.get(match.word);
      if (!next) continue;
      const isSure = match.quality >= INFLECTED;
      this.#walk(
        {
          node: next,
          at: to,
          quality: Math.min(quality, match.quality),
          sureness: isSure ? Math.min(sureness, match.quality) : sureness,
          letters: letters + (isSure ? here : here * match.quality ** 2),
        },
        start,
        edges,
        found,
      );
    }
  }

  /** For each half-word position, the vocabulary words that may begin there and where they end. */
  #edges(tokens: readonly Token[]): Edge[][] {
    const edges: Edge[][] = Array.from({ length: tokens.length * 2 }, () => []);
    tokens.forEach((token, index) => {
      const here = index * 2;
      const text = SAME_WORD[token.text] ?? token.text;
      const add = (from: number, to: number, matches: readonly WordMatch[]) =>
        matches.forEach((match) => edges[from]!.push({ to, letters: lettersIn(tokens, from / 2, to / 2), match }));
      const isName = token.isCapital && !token.startsSentence;
      const exact = this.#words.exact(text, isName);
      const isSure = exact.some(({ quality }) => quality > INFLECTED);
      add(here, here + 2, exact);
      if (COUNTING.has(text) && RELATIVE.has(tokens[index + 1]?.text ?? '')) add(here, here + 4, exact);
      const joined = joinable(token, tokens[index + 1]);
      if (joined !== undefined) add(here, here + 4, this.#words.exact(joined));
      if (isSure) return;
      add(here, here + 2, this.#words.loose(text, isName));
      if (joined !== undefined) add(here, here + 4, this.#words.loose(joined, isName));
      if (exact.length > 0) return;
      const split = this.#split(token.text);
      if (split) {
        add(here, here + 1, split[0]);
        add(here + 1, here + 2, split[1]);
      }
    });
    return edges;
  }

  /** Two known words that make up the token, the first as long as possible: "sjukfrånvaromålet" -> sjukfrånvaro + målet. */
  #split(text: string): [WordMatch[], WordMatch[]] | undefined {
    for (let cut = text.length - SHORTEST_TAIL; cut >= SHORTEST_PART; cut--) {
      const tail = this.#words.exact(text.slice(cut));
      if (tail.length === 0) continue;
      const head = BINDERS.flatMap((binder) => {
        const part = text.slice(0, cut);
        return part.endsWith(binder) ? this.#words.exact(part.slice(0, part.length - binder.length)) : [];
      });
      if (head.length > 0) return [head, tail];
    }
    return undefined;
  }
}

/** Two words that may be a compound written apart; never with a small word, or "Älvsjö är" would be an inflected "Älvsjö". */
function joinable(token: Token, next: Token | undefined): string | undefined {
  return next && token.text.length >= 3 && next.text.length >= 4 ? token.text + next.text : undefined;
}

/** What each phrase of a cover costs, in letters: one long phrase is likelier than the same letters in pieces. */
const PIECE = 2;

/** The letters of the words from `start` to `end`, and one for each space; half a word has half of its letters. */
function lettersIn(tokens: readonly Token[], start: number, end: number): number {
  const words = tokens.slice(Math.floor(start), Math.ceil(end));
  const letters = words.reduce((sum, { text }) => sum + text.length + 1, 0);
  return letters * ((end - start) / words.length);
}

/** Non-overlapping matches with the most letters explained; a longer phrase beats the same letters in pieces. */
function bestCover(candidates: readonly Candidate[], last: number): Match[] {
  const endingAt = new Map<number, Candidate[]>();
  for (const match of candidates) endingAt.set(match.end * 2, [...(endingAt.get(match.end * 2) ?? []), match]);
  const best: { score: number; picked?: Match; from: number }[] = [{ score: 0, from: 0 }];
  for (let at = 1; at <= last; at++) {
    let choice: { score: number; picked?: Match; from: number } = { score: best[at - 1]!.score, from: at - 1 };
    for (const match of endingAt.get(at) ?? []) {
      const from = match.start * 2;
      const score = best[from]!.score + match.letters - PIECE;
      if (score > choice.score) choice = { score, picked: match, from };
    }
    best.push(choice);
  }
  const cover: Match[] = [];
  for (let at = last; at > 0; at = best[at]!.from) {
    const { picked } = best[at]!;
    if (picked) cover.unshift(picked);
  }
  return cover;
}
