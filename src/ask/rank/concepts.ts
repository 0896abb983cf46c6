import type { Locale } from '../../calendar/index.js';
import type { Concept } from '../knowledge.js';
import { stem } from '../text/stem.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { fold } from '../text/fold.js';
import type { Word } from './words.js';

/** Entries this short match exactly only: their stems would meet half the language ("sam" and "samt"). */
const SHORT = 4;
/** Words kept with their groups; when full the table begins anew. */
const MOST_WORDS = 100_000;

/** Finds which groups of like-meaning words a text touches. */
export interface ConceptFinder {
  /** Group numbers with how often each is touched. With `folded` words match without their dots and rings too. */
  readonly find: (words: readonly Word[], folded?: boolean) => ReadonlyMap<number, number>;
  readonly size: number;
}

/** Compiles the groups of one language. */
export function createConceptFinder(concepts: readonly Concept[], locale: Locale): ConceptFinder {
  const plain = createTable(concepts, locale, (text) => text);
  const bare = createTable(concepts, locale, fold);
  return {
    size: concepts.length,
    find: (words, folded = false) =>
      folded ? count(words, bare, (word) => word.folded) : count(words, plain, (word) => word.text),
  };
}

interface Table {
  readonly groupsOf: (word: string, isStopWord: boolean) => readonly number[];
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly group: number }[]>;
}

function createTable(concepts: readonly Concept[], locale: Locale, form: (text: string) => string): Table {
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const starts = new Map<string, number[]>();
  const ends = new Map<string, number[]>();
  const insides: { readonly part: string; readonly group: number }[] = [];
  const phrases = new Map<string, { rest: string[]; group: number }[]>();
  concepts.forEach((concept, group) => {
    for (const entry of concept[locale]) {
      const text = form(entry.toLowerCase().normalize('NFC'));
      const word = text.replace(/^-|-$/g, '');
      if (text.includes(' ')) {
        const [first = '', ...rest] = text.split(' ').map((part) => (part.endsWith('-') ? part : ending(part)));
        add(phrases, first, { rest, group });
      } else if (text.startsWith('-') && text.endsWith('-')) insides.push({ part: word, group });
      else if (text.endsWith('-')) add(starts, word, group);
      else if (text.startsWith('-')) add(ends, stem(word), group);
      else if (word.length <= SHORT) add(exact, word, group);
      else add(stems, stem(word), group);
    }
  });
  const known = new Map<string, readonly number[]>();
  const look = (word: string, isStopWord: boolean): readonly number[] => {
    const stemmed = stem(word);
    const groups = new Set<number>(exact.get(word) ?? []);
    if (!isStopWord) for (const group of stems.get(stemmed) ?? []) groups.add(group);
    for (let length = 2; length <= word.length; length++)
      for (const group of starts.get(word.slice(0, length)) ?? []) groups.add(group);
    for (let at = 0; at < stemmed.length - 1; at++)
      for (const group of ends.get(stemmed.slice(at)) ?? []) groups.add(group);
    for (const { part, group } of insides) if (word.includes(part)) groups.add(group);
    return [...groups];
  };
  return {
    phrases,
    groupsOf: (word, isStopWord) => {
      const before = known.get(word);
      if (before) return before;
      if (known.size >= MOST_WORDS) known.clear();
      const groups = isStopWord ? [] : look(word, isStopWord);
      known.set(word, groups);
      return groups;
    },
  };
}

function count(words: readonly Word[], table: Table, form: (word: Word) => string): Map<number, number> {
  const counts = new Map<number, number>();
  const touch = (group: number) => counts.set(group, (counts.get(group) ?? 0) + 1);
  const fits = (word: Word | undefined, part: string) =>
    word !== undefined && (part.endsWith('-') ? form(word).startsWith(part.slice(0, -1)) : ending(form(word)) === part);
  words.forEach((word, at) => {
    for (const group of table.groupsOf(form(word), STOP_WORDS.has(word.text))) touch(group);
    for (const { rest, group } of table.phrases.get(ending(form(word))) ?? [])
      if (rest.every((part, next) => words[at + 1 + next] && ending(form(words[at + 1 + next]!)) === part))
        touch(group);
  });
  return counts;
}

/** In a phrase each word may be inflected, short ones not. */
function ending(word: string): string {
  return word.length <= SHORT ? word : stem(word);
}

function add<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
