import { z } from 'zod';
import { commonWordsOf, type CommonWords } from './common-words.js';
import { carriersOf, type EverydayWords, everydayWordsOf } from './everyday-words.js';
import { formSchema, type Words, wordsOf } from './words.js';

/** The lists of knowledge/vocabulary/word-lists.yml, which says what each is for. */
export const WORD_LISTS = [
  'person',
  'whole',
  'board',
  'unit',
  'document',
  'according-to',
  'opening',
  'pointer',
  'our',
  'first-person',
  'of',
  'who-or-when',
  'what',
  'asks',
  'joins-questions',
  'second',
  'after',
  'one',
  'purpose',
  'meets',
  'total',
  'all-of',
  'misses',
  'held',
  'comparative',
  'grows',
  'subject',
  'condition',
  'how-often',
  'often',
  'staff',
  'users',
  'for-whom',
  'needs',
  'or',
  'size',
  'share-of',
  'how',
  'how-much',
  'in-per-cent',
  'per-cent',
  'number',
  'two',
  'for-each',
  'groups-all',
  'than',
  'per',
  'time',
  'target',
  'since',
  'ever-since',
  'back-then',
  'years',
  'compared',
  'compared-with',
  'against',
  'feels',
  'and',
  'telling',
  'preposition',
  'within',
  'place-preposition',
  'copula',
  'becomes',
  'relative',
  'outcome',
  'result',
  'not',
  'has',
  'verb',
  'tells',
  'spelt-unit',
  'numbered',
  'limit',
  'before-a-count',
  'joins-years',
  'joins-months',
  'season',
  'asker',
  'aside',
  'group',
  'letter',
  'letter-ending',
  'letters-both',
  'letter-first',
  'letter-second',
  'letter-third',
  'letter-fourth',
  'letter-last',
  'uninflected',
] as const;
export type WordListId = (typeof WORD_LISTS)[number];

const forms = z.array(formSchema);

/** One list: words that play the same part in a question. */
export const wordListSchema = z.object({ id: z.enum(WORD_LISTS), sv: forms, en: forms }).strict();
export type WordList = z.infer<typeof wordListSchema>;

/**
 * The lists by id; `everyday` are the words that narrow nothing, `carrier` those of them that no routine is found by either, `common`
 * those that anybody uses and that seldom narrow.
 */
export type WordLists = Readonly<Record<WordListId | 'everyday' | 'carrier' | 'common', Words>>;

interface WordKnowledge {
  readonly wordLists: readonly WordList[];
  readonly everydayWords: readonly EverydayWords[];
  readonly commonWords: CommonWords;
}

/** The lists by id, both languages together; one that is not given holds nothing. Built once. */
export function wordListsOf({ wordLists, everydayWords, commonWords }: WordKnowledge): WordLists {
  const byId = new Map(wordLists.map(({ id, sv, en }) => [id, wordsOf([...sv, ...en])]));
  const all = WORD_LISTS.map((id) => [id, byId.get(id) ?? wordsOf([])]);
  const small = Object.fromEntries(all) as Record<WordListId, Words>;
  return {
    ...small,
    everyday: everydayWordsOf(everydayWords),
    carrier: carriersOf(everydayWords),
    common: commonWordsOf(commonWords),
  };
}
