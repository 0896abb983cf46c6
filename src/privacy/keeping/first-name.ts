import { escapePattern } from '../../escape-pattern.js';
import { mapTexts, NOBODY } from './traces.js';

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Names with a capital within a sentence that may be a month or a country there. */
const NEVER = wordsIn('may april june august israel jordan georgia');

/** First names of five letters and more that are Swedish or English words as well. */
const ALSO_WORDS = wordsIn(`
  amber andra angel axel baron björn chance charity chase clementine crystal dahlia daisy drake duke ester faith flora forest frank
  ginger gloria grace grant harmony hazel heather helga holly honey hulda hunter islam justice kasper klara kristen lilja linda lotta
  lotten lucia lycka magnolia major malva marina melody mercy miles nisse oliver patience pearl penny poppy prince prins river robin
  roman salem sanna silver storm sultan summer sunny tiger tilde tindra urban valborg vilda viking vilja ville viola violet winter`);

/** Common first names of three and four letters that are no words. */
const SHORT_NAMES = wordsIn(`
  adam alf alma ali amir anna arne asta egon elin ella elsa emil emma erik eva ida ines inez ivar jens joel john kent kim kurt lars leif
  leo liam lisa maja mia moa nils nina noah nora olle omar otto ove paul pia rolf sara sune sven theo tina tore ture ulf ulla vera åke åsa`);

const LEAST_LETTERS = 3;
const MOST_OF_SHORT = 4;

const NOT_WITHIN = '(?<![\\p{L}\\p{M}\\p{N}@._-])';
/** Nor where an address or a longer word goes on; the s of a genitive is none. */
const ENDS = "(?=['’]?s?(?![\\p{L}\\p{M}\\p{N}]|[@._-][\\p{L}\\p{N}]))";
/** Another word of the same sentence stands before it. */
const WITHIN_SENTENCE = '(?<=[\\p{L}\\p{M},;)&][^\\S\\n]+)';
/** "Jan 3", "Max 10": a month, a measure. */
const NO_NUMBER_NEXT = '(?!\\.?\\s*\\p{N})';

/**
 * The value with N.N. for the first name alone, for what is known to be about its person: "sara", "Saras", but neither "Sara-Lena" nor a part
 * of an address. A name that may be a word (per, hans, klara; any of up to four letters that is not known to be none) goes only where it is
 * written with one capital within a sentence: "Fråga Per", but neither "3 timmar per vecka" nor "Per vecka". Names of fewer than three letters
 * stay, and those that have a capital as words too (May, Israel).
 */
export function withoutFirstName<Value>(value: Value, name: string): Value {
  const alone = patternOf(name.normalize('NFC').trim());
  if (alone === undefined) return value;
  return mapTexts(value, (text) => {
    const composed = text.normalize('NFC');
    return composed.search(alone) >= 0 ? composed.replace(alone, NOBODY) : text;
  });
}

/** What finds the first name of a whole one; undefined when nothing may. */
function patternOf(name: string): RegExp | undefined {
  const [first = '', ...others] = name.split(/\s+/);
  const small = first.toLocaleLowerCase('sv');
  if (others.length === 0 || small.length < LEAST_LETTERS || NEVER.has(small)) return undefined;
  const mayBeWord = ALSO_WORDS.has(small) || (small.length <= MOST_OF_SHORT && !SHORT_NAMES.has(small));
  if (!mayBeWord) return new RegExp(`${NOT_WITHIN}${escapePattern(first)}${ENDS}`, 'giu');
  const capitalised = escapePattern(small.charAt(0).toLocaleUpperCase('sv') + small.slice(1));
  return new RegExp(`${NOT_WITHIN}${WITHIN_SENTENCE}${capitalised}${NO_NUMBER_NEXT}${ENDS}`, 'gu');
}
