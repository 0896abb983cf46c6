import { LOCALES, type Locale } from '../../calendar/index.js';
import type { Knowledge, Routine } from '../knowledge.js';
import { fold, tokenise, words } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { commonWordsOf } from './common-words.js';
import type { Lexicon } from './lexicon.js';
import { MONTHS } from './periods.js';
import { SHORTEST_MENDED, type Target } from './spelling.js';
import type { WordLists } from './word-lists.js';

/** How a concept of the vocabulary is said, by language. */
export interface Phrase {
  readonly concept: string;
  readonly sv: readonly string[];
  readonly en: readonly string[];
}

/** So much of the vocabulary is measures' words, of which the short ones are like too many others. */
const SHORTEST_OF_FIGURES = 5;

/**
 * The words that a slip of the keyboard may stand for, by language: small words, months and those of the vocabulary. What no document holds
 * is no target: a word that is not known is refused anyway. English questions have Swedish names in them.
 */
export function targetsOf(phrases: readonly Phrase[], knowledge: Knowledge): Record<Locale, Target[]> {
  const uses = usesOf(knowledge);
  const small = (locale: Locale) => [
    ...STOP_WORDS,
    ...MONTHS[locale],
    ...knowledge.wordLists.flatMap((list) => list[locale]),
  ];
  const targets = (locale: Locale): Target[] => {
    const found = new Map<string, Target>();
    const add = (text: string, isName: boolean, shortest: number) => {
      if (text.length < shortest || !/^\p{L}+$/u.test(text)) return;
      found.set(text, { text, isName: isName || (found.get(text)?.isName ?? false), uses: uses.get(text) ?? 0 });
    };
    for (const text of small(locale)) add(text, false, SHORTEST_MENDED);
    for (const { concept, sv, en } of phrases) {
      if (concept.startsWith('not-held:')) continue;
      const shortest = /^(measure|breakdown):/.test(concept) ? SHORTEST_OF_FIGURES : SHORTEST_MENDED;
      for (const { text, isCapital } of [...sv, ...(locale === 'en' ? en : [])].flatMap(tokenise))
        add(text, isCapital, shortest);
    }
    return [...found.values()];
  };
  return { sv: targets('sv'), en: targets('en') };
}

/** All that a routine says, in both languages. */
export function textsOf({ title, titleEn, body, bodyEn, questions, questionsEn }: Routine): string[] {
  return [title, titleEn, body, bodyEn, ...questions, ...questionsEn];
}

/** How often the routines use each word. */
function usesOf({ routines }: Knowledge): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const word of routines.flatMap(textsOf).flatMap(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

interface Spelt {
  readonly lists: WordLists;
  readonly lexicons: Readonly<Record<Locale, Lexicon>>;
}

/**
 * Whether a word, in small letters, is spelt right: the vocabulary, a list, the routines or what is said of the figures holds it or another form
 * of it, or it is a real word that looks like one of them.
 */
export function speltRight(knowledge: Knowledge, spelt: Spelt): (text: string) => boolean {
  const { lexicons } = spelt;
  const { routines, observations, sources, smalltalk } = knowledge;
  const texts = [
    ...routines.flatMap(textsOf),
    ...observations.flatMap(({ note, noteEn, section }) => [note, noteEn, section]),
    ...sources.map(({ title }) => title),
    ...smalltalk.flatMap(({ sv, en }) => [...sv, ...en]),
  ];
  const used = new Set(texts.flatMap(words));
  const stems = new Set([...used].map((word) => stem(fold(word))));
  const isReal = realWord(knowledge, spelt);
  return (text) =>
    isReal(text) || stems.has(stem(fold(text))) || LOCALES.some((locale) => lexicons[locale].knows(text));
}

/** Whether a word, in small letters, is listed as it stands: a small or common one, or one that only looks like a word of the vocabulary. */
export function realWord(knowledge: Knowledge, { lists }: Pick<Spelt, 'lists'>): (text: string) => boolean {
  // Not by the endings that a list may give: whatever ends in "-erna" would be right.
  const small = new Set(knowledge.wordLists.flatMap(({ sv, en }) => [...sv, ...en]));
  const all = [STOP_WORDS, small, lists.everyday, lists.common, commonWordsOf(knowledge.lookAlikes)];
  return (text) => all.some((list) => list.has(text));
}
