import { LONGEST, type Theme } from './learning.js';

/** What is typed of a theme. `support` as typed. */
export interface Said {
  readonly name: string;
  readonly description: string;
  readonly support: string;
}

export type ThemeFault = 'name-missing' | 'name-long' | 'description-long' | 'support' | 'quote' | 'name-taken';

/** So many words in a row that stand in a text are a quotation, which its writer can be known by. */
const QUOTED = 6;

/** What is wrong with a theme of these texts, all at once. `least` texts must bear it: fewer are not told of anything. */
export function faultsOf(
  { name, description, support }: Said,
  about: {
    /** Texts of the batch; none when they are gone by now. */
    readonly texts: readonly string[];
    readonly count: number;
    readonly least: number;
    readonly others: readonly Pick<Theme, 'name'>[];
  },
): readonly ThemeFault[] {
  const { texts, count, least, others } = about;
  const number = supportOf(support);
  const isOne = (other: Pick<Theme, 'name'>) => other.name.toLowerCase() === name.toLowerCase();
  const isLong = name.length > LONGEST.name || description.length > LONGEST.description;
  const faults: readonly (readonly [ThemeFault, boolean])[] = [
    ['name-missing', name === ''],
    ['name-long', name.length > LONGEST.name],
    ['name-taken', others.some(isOne)],
    ['description-long', description.length > LONGEST.description],
    ['support', number === undefined || number < least || number > count],
    // What is too long anyhow is not searched for: somebody may paste a page, and there may be hundreds of texts.
    ['quote', !isLong && [name, description].some((said) => quotes(said, texts))],
  ];
  return faults.filter(([, is]) => is).map(([fault]) => fault);
}

/** "4" -> 4; undefined for what is no whole number. */
export function supportOf(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined;
}

/** Whether words in a row of what is said stand in one of the texts, however they are written. */
export function quotes(said: string, texts: readonly string[]): boolean {
  const words = wordsOf(said);
  const read = texts.map((text) => ` ${wordsOf(text).join(' ')} `);
  return words.some((_word, at) => {
    const row = words.slice(at, at + QUOTED);
    return row.length === QUOTED && read.some((text) => text.includes(` ${row.join(' ')} `));
  });
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
