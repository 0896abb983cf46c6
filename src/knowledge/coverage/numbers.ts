import { escapePattern } from '../../escape-pattern.js';

/**
 * Words of the documents that stand for a number. For 1, 0 and 100 they are everyday words ("en", "alla"), so these can show
 * that an observation stands on its line, but are not searched for as numbers.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '0': ['ingen'],
  // 1 and -1 are also the directions of an observation in "riktning".
  '1': ['en', 'ett', 'ökat'],
  '-1': ['sjunkit'],
  '2': ['två', 'två-dagars'],
  '3': ['tre', 'treårig', 'treårsperioden'],
  '4': ['fyra'],
  '5': ['fem'],
  '6': ['sex'],
  '7': ['sju', 'sjuårsperiod'],
  '8': ['åtta'],
  '9': ['nio'],
  '10': ['tio', 'tioprocentig'],
  '11': ['elva'],
  '12': ['tolv'],
  '25': ['fjärdedel', 'fjärdedelen'],
  '33': ['tredjedel', 'tredjedelen'],
  '50': ['hälften', 'halva', 'halverats'],
  '100': ['samtliga', 'alla'],
};
const EVERYDAY = ['0', '1', '-1', '100'];

const searched = Object.entries(WORDS).flatMap(([value, words]) => (EVERYDAY.includes(value) ? [] : words));
const NUMBER = new RegExp(`${whole(String.raw`\d+(?:[.,]\d+)*`, '\\d')}|${whole(alternatives(searched), '\\p{L}')}`, 'giu');

/** The numbers in a line: digits with comma or point, and number words from two up. */
export function numbersIn(line: string): string[] {
  return [...line.matchAll(NUMBER)].map((match) => match[0]);
}

/** The value that a number of numbersIn stands for, with a decimal point: 8,5 is 8.5, två is 2. */
export function valueOf(number: string): string {
  const word = Object.entries(WORDS).find(([, words]) => words.includes(number.toLowerCase()));
  return word?.[0] ?? number.replace(',', '.');
}

/** How a value may be written in digits: 2706, 2 706; 8.5, 8,5. */
export function digitsOf(value: string): string[] {
  const [integer = '', decimals] = value.split('.');
  const grouped = integer.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  const ends = decimals === undefined ? [''] : [`,${decimals}`, `.${decimals}`];
  return [...new Set([integer, grouped])].flatMap((start) => ends.map((end) => start + end));
}

/** How a value may be written as a word. */
export function wordsOf(value: string): readonly string[] {
  return WORDS[value] ?? [];
}

/** The line with one occurrence of a number blanked out, so that no two claims rest on the same figure; undefined without one. */
export function takeNumber(line: string, number: string): string | undefined {
  return take(line, new RegExp(`(?<!\\d|\\d[.,])${escapePattern(number)}(?!\\d|[.,]\\d)`, 'u'));
}

/** As takeNumber, for text around a number too ("R12", "2024-06"). */
export function takeText(line: string, text: string): string | undefined {
  return /^\d+(?:[.,]\d+)*$/.test(text) ? takeNumber(line, text) : take(line, new RegExp(whole(escapePattern(text), '\\d'), 'u'));
}

/** As takeNumber, for a whole word in any case. */
export function takeWord(line: string, word: string): string | undefined {
  return take(line, new RegExp(whole(escapePattern(word), '\\p{L}'), 'iu'));
}

function take(line: string, pattern: RegExp): string | undefined {
  const blanked = line.replace(pattern, (found) => '\u0000'.repeat(found.length));
  return blanked === line ? undefined : blanked;
}

function whole(pattern: string, part: string): string {
  return `(?<!${part})(?:${pattern})(?!${part})`;
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).map(escapePattern).join('|');
}
