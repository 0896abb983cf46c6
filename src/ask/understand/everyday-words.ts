import { z } from 'zod';
import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { formSchema, type Words, wordsOf } from './words.js';

const forms = z.array(formSchema).min(1).optional();
const words = (pattern: RegExp, message: string) => z.array(z.string().regex(pattern, message)).min(1).optional();
const swedish = words(/^[a-zåäöé]+$/, 'a Swedish word in small letters');
const english = words(/^[a-z]+$/, 'an English word in small letters');
const infinitive = words(/^[a-zåäöé]+a$/, 'a Swedish verb as it stands after "att", ending in -a');

/** One group of knowledge/vocabulary/everyday-words.yml, which says what each key is for. */
export const everydayWordsSchema = z
  .object({
    id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'small letters and single hyphens'),
    verbs: infinitive,
    verbs2: infinitive,
    nouns: swedish,
    adjectives: swedish,
    sv: forms,
    verbsEn: english,
    nounsEn: english,
    en: forms,
    carriers: forms,
  })
  .strict();
export type EverydayWords = z.infer<typeof everydayWordsSchema>;

/** Shorter words are others without their dots: "hall" is no "håll". */
const SHORTEST_WITHOUT_DOTS = 5;

/** Every form of the words of all groups, with and without å, ä and ö. Built once. */
export function everydayWordsOf(groups: readonly EverydayWords[]): Words {
  const all = groups.flatMap((group) => [
    ...(group.verbs ?? []).flatMap(firstConjugation),
    ...(group.verbs2 ?? []).flatMap(secondConjugation),
    ...(group.adjectives ?? []).flatMap(adjective),
    ...(group.sv ?? []),
    ...(group.verbsEn ?? []).flatMap(englishVerb),
    ...(group.nounsEn ?? []).flatMap((noun) => [noun, withS(noun)]),
    ...(group.en ?? []),
    ...(group.carriers ?? []),
  ]);
  const listed = wordsOf([...all, ...all.filter(hasNoOther).map(fold)]);
  // The stemmer takes the last letter of "kolumn" too, not that of "kolumnen".
  const nouns = groups.flatMap((group) => group.nouns ?? []).flatMap((noun) => [noun, stem(noun)]);
  const stems = new Set([...nouns, ...nouns.filter(hasNoOther).map(fold)]);
  return { has: (word) => listed.has(word) || stems.has(stem(word)) };
}

/** The words that routines are not found by either. Built once. */
export function carriersOf(groups: readonly EverydayWords[]): Words {
  return wordsOf(groups.flatMap(({ carriers }) => carriers ?? []));
}

/** The words that carry a question, as they are written: none of them is a misspelling of another. */
export function plainWords(groups: readonly EverydayWords[]): string[] {
  return groups.flatMap(({ carriers }) => carriers ?? []).filter((form) => !form.includes('-'));
}

/** Whether a word means the same without its dots; endings of compounds do not ("-läget", "arbetslaget"). */
function hasNoOther(word: string): boolean {
  return word.length >= SHORTEST_WITHOUT_DOTS && !word.includes('-');
}

/** "Visa": visar, visade, visat, visad, and the passive; not "-ande", which may be people ("sökande"). */
function firstConjugation(infinitive: string): string[] {
  return ['', 'r', 's', 'de', 'des', 't', 'ts', 'd'].map((ending) => infinitive + ending);
}

/** "Bygga": bygger, byggde, byggt, byggd, byggda, and the passive; "köpa" has -te, "bestämma" one m before it. */
function secondConjugation(infinitive: string): string[] {
  const root = infinitive.slice(0, -1);
  const before = root.replace(/([mn])\1$/, '$1');
  const [d, past] = /[kpstx]$/.test(root) ? ['t', 'te'] : ['d', 'de'];
  return [
    ...['a', 'as', 'er', 's', 'es'].map((ending) => root + ending),
    ...[past, `${past}s`, `${d}a`, d, 't', 'ts'].map((ending) => before + ending),
  ];
}

/** "Tydlig": tydligt, tydliga, tydligare, tydligast; "enkel": enkla; "ökad": ökat; "given": givet. */
function adjective(common: string): string[] {
  const root = common.replace(/e([lnr])$/, '$1');
  const neuter = common.endsWith('en') ? common.replace(/n$/, 't') : common.replace(/[dt]?$/, 't');
  return [common, neuter, ...['a', 'are', 'ast', 'aste'].map((ending) => root + ending)];
}

/** "Show": shows, showed, showing; "compare": comparing; "vary": varies, varied. */
function englishVerb(verb: string): string[] {
  const root = verb.replace(/e$/, '');
  const past = /[^aeiou]y$/.test(verb) ? verb.replace(/y$/, 'ied') : `${root}ed`;
  return [verb, withS(verb), past, `${root}ing`];
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
