import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { STOP_WORDS } from '../text/stop-words.js';

const LENGTH = 4;
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;
/** Words kept; when full the table begins anew, so that a long-running process holds a bounded number. */
const MOST_WORDS = 200_000;

/** What is known of a word, whatever text it stands in. */
export interface Word {
  /** Small letters, with å, ä and ö. */
  readonly text: string;
  /** Small letters without dots and rings. */
  readonly folded: string;
  /** Overlapping pieces of four letters, the word's ends marked: "_sju", "sjuk", "juk_". */
  readonly grams: readonly string[];
  /** The folded stem; undefined for words that carry grammar only. */
  readonly stem: string | undefined;
}

const known = new Map<string, Word>();

/** The words of a text in their order. Hyphens part words, figures are words of their own. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [match] of text.normalize('NFC').toLowerCase().matchAll(WORD)) words.push(wordOf(match));
  return words;
}

function wordOf(text: string): Word {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MOST_WORDS) known.clear();
  const folded = fold(text);
  const word: Word = {
    text,
    folded,
    grams: gramsOf(folded),
    stem: STOP_WORDS.has(text) ? undefined : stem(folded),
  };
  known.set(text, word);
  return word;
}

/** Pieces meet across compounds, inflection, missing dots and misspellings alike, which Swedish needs more than whole words. */
function gramsOf(folded: string): string[] {
  const marked = `_${folded}_`;
  if (marked.length <= LENGTH) return [marked];
  return Array.from({ length: marked.length - LENGTH + 1 }, (_, at) => marked.slice(at, at + LENGTH));
}
