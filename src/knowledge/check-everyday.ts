import { commonWordsOf, type EverydayWords, everydayWordsOf } from '../ask/index.js';
import type { Fault } from './fault.js';
import { faultAt, type Placed } from './placed.js';
import type { ReadKnowledge } from './read-folder.js';

/** Lists of word-lists.yml that part one time from another. */
const TIMES = ['season', 'time'];

/**
 * Everyday and common words that are the name of a place, of a part of the staff or of a time as well: they narrow a question, and a
 * figure of all would pass for theirs. Names of several words may hold everyday ones, and carriers may be both ("ni").
 */
export function checkEveryday({ everydayWords, commonWords, ...read }: ReadKnowledge): Fault[] {
  const named = [...read.populations.map(({ value }) => value), ...read.breakdowns.flatMap(({ value }) => value.values)];
  const narrowing = [
    ...named.flatMap(({ sv, en, synonyms, synonymsEn }) => [sv, en, ...synonyms, ...synonymsEn]),
    ...read.questionWords.flatMap(({ value: { id, sv, en } }) => (id === 'part' ? [...sv, ...en] : [])),
    ...read.wordLists.flatMap(({ value: { id, sv, en } }) => (TIMES.includes(id) ? [...sv, ...en] : [])),
  ];
  const words = [...new Set(narrowing.map((name) => name.toLowerCase()))].filter((name) => !name.includes(' '));
  const common = commonWords ? words.filter(commonWordsOf(commonWords.value).has) : [];
  return [
    ...everydayWords.flatMap((group) => foundIn(group, words)),
    ...common.map((word) => faultAt(commonWords!, '', narrows(word))),
  ];
}

function narrows(word: string): string {
  return `"${word}" narrows a question and cannot stand here`;
}

function foundIn(group: Placed<EverydayWords>, words: readonly string[]): Fault[] {
  const { carriers: _, ...others } = group.value;
  const { has } = everydayWordsOf([others]);
  return words.filter(has).map((word) => faultAt(group, 'id', narrows(word)));
}
