import { z } from 'zod';

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
  'of',
  'who-or-when',
  'what',
  'subject',
  'condition',
  'how-often',
  'size',
  'share-of',
  'how',
  'how-much',
  'in-per-cent',
  'number',
  'for-each',
  'than',
  'per',
  'time',
  'target',
  'since',
  'compared',
  'compared-with',
  'against',
  'feels',
  'and',
  'preposition',
  'within',
  'copula',
  'relative',
  'outcome',
  'result',
  'not',
  'has',
  'verb',
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
  'carrier',
  'uninflected',
] as const;
export type WordListId = (typeof WORD_LISTS)[number];

/** A form as people type it; `begins-` is every word that begins so, `-ends` every word that ends so. */
const forms = z.array(
  z.string().regex(/^(?:-?[\p{Ll}\p{N}]+|[\p{Ll}\p{N}]+-|[%+])$/u, 'a word in small letters, begins- or -ends'),
);

/** One list: words that play the same part in a question. */
export const wordListSchema = z.object({ id: z.enum(WORD_LISTS), sv: forms, en: forms }).strict();
export type WordList = z.infer<typeof wordListSchema>;

/** Whether a word, in small letters, is of a list. */
export interface Words {
  readonly has: (word: string) => boolean;
}
export type WordLists = Readonly<Record<WordListId, Words>>;

/** The lists by id, both languages together; one that is not given holds nothing. Built once. */
export function wordListsOf(lists: readonly WordList[]): WordLists {
  const byId = new Map(lists.map(({ id, sv, en }) => [id, wordsOf([...sv, ...en])]));
  return Object.fromEntries(WORD_LISTS.map((id) => [id, byId.get(id) ?? wordsOf([])])) as Record<WordListId, Words>;
}

/** The words that carry a question, as they are written: none of them is a misspelling of another. */
export function plainWords(lists: readonly WordList[]): string[] {
  const carriers = lists.filter(({ id }) => id === 'carrier').flatMap(({ sv, en }) => [...sv, ...en]);
  return carriers.filter((form) => !form.startsWith('-') && !form.endsWith('-'));
}

function wordsOf(all: readonly string[]): Words {
  const begins = all.filter((form) => form.endsWith('-')).map((form) => form.slice(0, -1));
  const ends = all.filter((form) => form.startsWith('-')).map((form) => form.slice(1));
  const exact = new Set(all);
  return {
    has: (word) =>
      exact.has(word) ||
      begins.some((beginning) => word.startsWith(beginning)) ||
      ends.some((ending) => word.endsWith(ending)),
  };
}
