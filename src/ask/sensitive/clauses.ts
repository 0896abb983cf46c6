import { fold, tokenise } from '../text/fold.js';

/** A word of a sentence. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  /** Without doubled letters: "mobad" and "mobbad" meet. */
  readonly single: string;
  readonly isName: boolean;
}

/** A sentence as a row of words; `breaks` are the words before which a comma or the like stands. */
export interface Sentence {
  readonly words: readonly Word[];
  readonly breaks: ReadonlySet<number>;
  readonly isQuestion: boolean;
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/gi, 'can not'],
  [/n't\b/gi, ' not'],
  [/'m\b/gi, ' am'],
  [/'re\b/gi, ' are'],
  [/'ve\b/gi, ' have'],
  [/\b(he|she|it|who|that|what|there|someone|somebody)'s\b/gi, '$1 is'],
];

/** The sentences of a text; English contractions are written out: "I'm" -> "I am". */
export function sentencesOf(text: string): Sentence[] {
  const plain = CONTRACTIONS.reduce((all, [short, long]) => all.replace(short, long), text.replaceAll('’', "'"));
  return plain
    .split(/(?<=[.!?…])\s+|\n+/)
    .map(readSentence)
    .filter(({ words }) => words.length > 0);
}

function readSentence(text: string): Sentence {
  const breaks = new Set<number>();
  const words: Word[] = [];
  const isShouted = text === text.toUpperCase();
  for (const part of text.split(/[,;:()–—"”]|\s-\s/)) {
    breaks.add(words.length);
    for (const token of tokenise(part)) {
      const { folded } = token;
      const isName = token.isCapital && !isShouted && words.length > 0 && folded.length > 2;
      words.push({ text: token.text, folded, single: withoutDoubles(folded), isName });
    }
  }
  return { words, breaks, isQuestion: text.trimEnd().endsWith('?') };
}

export function withoutDoubles(folded: string): string {
  return fold(folded).replace(/(\p{L})\1/gu, '$1');
}
