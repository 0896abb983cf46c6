import { fold, type Token } from '../text/fold.js';

/** A word that questions are made of. */
export interface Target {
  readonly text: string;
  /** A place or a programme: what is typed with a capital inside a sentence can only be a slip of a name. */
  readonly isName: boolean;
  /** How often the knowledge uses it: of two words that are as near, the more used one is meant. */
  readonly uses: number;
}

interface Spelling {
  readonly targets: readonly Target[];
  /** Whether a word, in small letters, is spelt right: of the vocabulary, of a list, or a real word that only looks like one of them. */
  readonly isRight: (text: string) => boolean;
  /** Whether a word is a real one as it stands, not only by its ending. */
  readonly isReal: (text: string) => boolean;
}

/** Shorter words are too like each other, and many of them are abbreviations. */
export const SHORTEST_MENDED = 4;
const CACHE_SIZE = 5000;
/** Shorter ones with one letter doubled are often other words ("vila", "villa"). */
const SHORTEST_DOUBLED = 5;
const VOWELS = 'aeiouy';
const LOST_N = /nig((?:en|ens|ar|arna|arnas|s)?)$/;

/**
 * Mends slips of the keyboard: one letter left out, too many or another, or two neighbours swapped ("måmga", "Älvjsö", "gruppp"), in any
 * place of a word. What it gives maps each word to the word that is meant, or to itself; it is pure but for a cache.
 */
export function createSpelling({ targets, isRight, isReal }: Spelling): (token: Token) => Token {
  const byLetters = indexed(targets);
  const cache = new Map<string, Target | undefined>();

  function find(folded: string, isName: boolean): Target | undefined {
    let best: { target: Target; likeness: number } | undefined;
    for (const letters of [folded, ...oneLetterLess(folded)])
      for (const target of byLetters.get(letters) ?? []) {
        if (isName && !target.isName) continue;
        const likeness = likenessOf(folded, fold(target.text));
        const isBetter =
          likeness > (best?.likeness ?? 0) || (likeness === best?.likeness && target.uses > best.target.uses);
        if (isBetter) best = { target, likeness };
      }
    return best?.target;
  }

  function meant({ text, folded, isCapital, startsSentence }: Token): Target | undefined {
    const isName = isCapital && !startsSentence;
    const key = isName ? `${text} (name)` : text;
    if (cache.has(key)) return cache.get(key);
    const isShort = text.length < SHORTEST_MENDED || !/^\p{L}+$/u.test(text);
    const lost = isShort || isName || isReal(text) ? undefined : withLostLetter(folded);
    const found = lost ?? (isShort || isRight(text) ? undefined : find(folded, isName));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, found);
    return found;
  }

  const exactly = (word: string) => byLetters.get(word)?.find(({ text }) => fold(text) === word);

  /**
   * "Anställnigar", "anstäldes": the commonest slips of Swedish, which its endings and abbreviations ("anställn") make look like forms of
   * another word ("anställda").
   */
  function withLostLetter(folded: string): Target | undefined {
    const whole = folded.replace(LOST_N, 'ning$1');
    if (whole !== folded && exactly(whole)) return exactly(whole);
    if (exactly(folded) || folded.length < SHORTEST_DOUBLED) return undefined;
    const doubled = [...folded].slice(1, -1).flatMap((letter, at) => {
      const word = folded.slice(0, at + 1) + letter + folded.slice(at + 1);
      return VOWELS.includes(letter) ? [] : (exactly(word) ?? []);
    });
    return doubled[0];
  }

  return (token) => {
    const found = meant(token);
    return found ? { ...token, text: found.text, folded: fold(found.text) } : token;
  };
}

/** By each word's letters and by all but one of them: two words that differ in one letter meet there. */
function indexed(targets: readonly Target[]): Map<string, Target[]> {
  const byLetters = new Map<string, Target[]>();
  for (const target of targets) {
    const folded = fold(target.text);
    for (const letters of new Set([folded, ...oneLetterLess(folded)])) {
      const list = byLetters.get(letters);
      if (list) list.push(target);
      else byLetters.set(letters, [target]);
    }
  }
  return byLetters;
}

function oneLetterLess(word: string): string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Keys that lie beside each other, by row; å and ä lie where a Swedish keyboard has them. */
const KEYS = ['qwertyuiopa', 'asdfghjkloa', 'zxcvbnm'];
const SLIP = 3;
const LETTER_MORE_OR_LESS = 2;
const OTHER_LETTER = 1;

/** How likely somebody who means a word types this: most for swapped, doubled and neighbouring letters, 0 where more than one differs. */
function likenessOf(typed: string, meant: string): number {
  const most = Math.min(typed.length, meant.length);
  let start = 0;
  while (start < most && typed[start] === meant[start]) start++;
  let end = 0;
  while (end < most - start && typed.at(-1 - end) === meant.at(-1 - end)) end++;
  const wrong = typed.slice(start, typed.length - end);
  const right = meant.slice(start, meant.length - end);
  if (wrong === right) return SLIP;
  if (wrong.length === 2 && wrong === right.at(1)! + right.at(0)!) return SLIP;
  if (wrong.length > 1 || right.length > 1) return 0;
  if (wrong === '') return isDouble(meant, start) ? SLIP : LETTER_MORE_OR_LESS;
  if (right === '') return isDouble(typed, start) ? SLIP : LETTER_MORE_OR_LESS;
  return areNeighbours(wrong, right) ? SLIP : OTHER_LETTER;
}

function isDouble(word: string, at: number): boolean {
  return word[at] === word[at - 1] || word[at] === word[at + 1];
}

function areNeighbours(a: string, b: string): boolean {
  return KEYS.some((row) => row.includes(a + b) || row.includes(b + a));
}
