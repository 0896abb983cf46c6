import { z } from 'zod';
import type { Token } from '../text/fold.js';
import { editDistance } from '../text/edit-distance.js';
import { formSchema, type Words, wordsOf } from '../understand/words.js';

/** Asked of the bot itself: beside these stands what one likes, as long as it asks nothing. */
export const ASKED_OF_BOT = ['who', 'maker', 'help', 'joke', 'awake', 'wellbeing', 'bot'] as const;

/** What smalltalk is about, what answers first standing first: "Hej! Är du en robot?" asks who the bot is. */
export const TOPICS = [...ASKED_OF_BOT, 'farewell', 'thanks', 'blame', 'praise', 'greeting', 'acknowledge'] as const;
export type TopicId = (typeof TOPICS)[number];

/** Lists of words beside the topics: who is spoken to, what tells nothing apart, what begins a request. */
const BESIDE = ['you', 'filler', 'request'] as const;
export const SMALLTALK_LISTS = [...TOPICS, ...BESIDE] as const;

const entries = z.array(formSchema.or(z.string().regex(/^[\p{L}'* ]+$/u, 'words in a row')));

/** One list of knowledge/vocabulary/smalltalk.yml, which says what each is for. */
export const smalltalkSchema = z.object({ id: z.enum(SMALLTALK_LISTS), sv: entries, en: entries }).strict();
export type SmalltalkWords = z.infer<typeof smalltalkSchema>;

/** Stands in a phrase for some words. */
const ANY = '*';
/** So many words an asterisk in a phrase may stand for. */
const LONGEST_GAP = 3;
const SPOKEN: Readonly<Record<string, string>> = {
  kn: 'kan',
  e: 'är',
  ä: 'är',
  är: 'är',
  å: 'och',
  o: 'och',
  va: 'vad',
  dej: 'dig',
  mej: 'mig',
  nån: 'någon',
  nåt: 'något',
  nå: 'något',
  u: 'you',
  r: 'are',
  im: "i'm",
};

/** "Egentlien": so long a word may have one letter wrong. */
const SHORTEST_MISSPELT = 6;

/** Where a phrase stands: its first word and the word after the last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the words of one list cover of a clause. */
export interface Coverage {
  readonly phrases: readonly Span[];
  readonly words: readonly number[];
}

export interface SmalltalkLists {
  readonly cover: (list: (typeof SMALLTALK_LISTS)[number], said: readonly string[]) => Coverage;
}

/** A word as it is compared: spoken spelling written out, letters in a row once ("hallååå", "hejj"). */
export function plainWord({ text }: Pick<Token, 'text'>): string {
  return once(SPOKEN[text] ?? text);
}

function once(text: string): string {
  return text.replace(/(\p{L})\1+/gu, '$1');
}

/** The lists by id, both languages together. Built once. */
export function smalltalkLists(all: readonly SmalltalkWords[]): SmalltalkLists {
  const lists = new Map(all.map(({ id, sv, en }) => [id, listOf([...sv, ...en])]));
  const none = listOf([]);
  return {
    cover: (list, said) => {
      const { words, phrases } = lists.get(list) ?? none;
      return {
        words: said.flatMap((word, at) => (words.has(word) ? [at] : [])),
        phrases: said.flatMap((word, start) =>
          [word, ANY]
            .flatMap((first) => phrases.get(first) ?? [])
            .flatMap((phrase) => {
              const end = endOf(phrase, said, start);
              return end === undefined ? [] : [{ start, end }];
            }),
        ),
      };
    },
  };
}

/** The phrases by their first word, since hardly any begins with a given one. */
function listOf(entries: readonly string[]): { words: Words; phrases: ReadonlyMap<string, readonly string[][]> } {
  const parts = entries.map((entry) => entry.toLowerCase().split(' ').map(once));
  const single = parts.filter(({ length }) => length === 1).flat();
  const { has } = wordsOf(single);
  const long = single.filter(({ length }) => length >= SHORTEST_MISSPELT);
  const isMisspelt = (word: string) =>
    word.length >= SHORTEST_MISSPELT && long.some((right) => editDistance(word, right, 1) <= 1);
  return {
    words: { has: (word) => has(word) || isMisspelt(word) },
    phrases: byFirst(parts.filter(({ length }) => length > 1)),
  };
}

function byFirst(phrases: readonly string[][]): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const phrase of phrases) found.set(phrase[0]!, [...(found.get(phrase[0]!) ?? []), phrase]);
  return found;
}

/** The word after a phrase that begins at `start`; undefined where none does. The shortest gap that fits wins. */
function endOf(phrase: readonly string[], said: readonly string[], start: number): number | undefined {
  const [first, ...rest] = phrase;
  if (first === undefined) return start;
  if (first !== ANY) return said[start] === first ? endOf(rest, said, start + 1) : undefined;
  for (let gap = rest.length > 0 ? 0 : LONGEST_GAP; gap >= 0 && gap <= LONGEST_GAP; gap += rest.length > 0 ? 1 : -1) {
    const end = start + gap <= said.length ? endOf(rest, said, start + gap) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}
