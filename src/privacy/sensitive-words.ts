import { z } from 'zod';

const WORD = String.raw`[\p{L}\p{N}']+`;
const entries = z
  .array(
    z
      .string()
      .trim()
      .regex(
        new RegExp(String.raw`^-?${WORD}-?$|^${WORD}(?: ${WORD})+-?$`, 'u'),
        'a word, begins-, -ends, -holds-, or words in a row',
      ),
  )
  .default([]);

/** One kind of delicate words (`knowledge/sensitive/words.yml` says how they match); `sv` and `en` name it for people. */
export const sensitiveWordsSchema = z
  .object({
    id: z.string().regex(/^[a-z]+$/, 'small letters'),
    sv: z.string().min(1),
    en: z.string().min(1),
    words: entries,
    wordsEn: entries,
    harmless: entries,
  })
  .strict();
export type SensitiveWords = z.infer<typeof sensitiveWordsSchema>;

/** A delicate word in a text, as it was written, and what it may tell of somebody. */
export interface SensitiveWord {
  readonly text: string;
  readonly kind: string;
  readonly label: Readonly<Record<'sv' | 'en', string>>;
  /** Where it begins and ends in the text, as `slice` counts. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly parts: readonly ((word: string) => boolean)[];
  readonly kind: SensitiveWords | 'harmless';
}

/** Makes the finder: reads a text word by word and gives the delicate ones in their order. Case and hyphens do not matter. */
export function createFindSensitiveWords(kinds: readonly SensitiveWords[]): (text: string) => SensitiveWord[] {
  const patterns: Pattern[] = kinds.flatMap((kind) => [
    ...kind.harmless.map((entry): Pattern => ({ parts: partsOf(entry), kind: 'harmless' })),
    ...[...kind.words, ...kind.wordsEn].map((entry): Pattern => ({ parts: partsOf(entry), kind })),
  ]);
  // The longest first, so that words in a row are seen as such, and what is harmless before what is not.
  patterns.sort(
    (a, b) => b.parts.length - a.parts.length || Number(b.kind === 'harmless') - Number(a.kind === 'harmless'),
  );
  return (text) => {
    const tokens = tokensOf(text);
    const found: SensitiveWord[] = [];
    for (let at = 0; at < tokens.length;) {
      const hit = patterns.find(({ parts }) => parts.every((fits, n) => fits(tokens[at + n]?.word ?? '')));
      const last = tokens[at + (hit?.parts.length ?? 1) - 1]!;
      if (hit && hit.kind !== 'harmless') {
        const { start } = tokens[at]!;
        const { id, sv, en } = hit.kind;
        found.push({ text: text.slice(start, last.end), kind: id, label: { sv, en }, start, end: last.end });
      }
      at += hit?.parts.length ?? 1;
    }
    return found;
  };
}

function partsOf(entry: string): ((word: string) => boolean)[] {
  return entry.normalize('NFC').toLowerCase().split(' ').map(matcherOf);
}

function matcherOf(part: string): (word: string) => boolean {
  const core = part.replace(/^-|-$/g, '');
  if (part.startsWith('-') && part.endsWith('-')) return (word) => word.includes(core);
  if (part.endsWith('-')) return (word) => word.startsWith(core);
  if (part.startsWith('-')) return (word) => word.endsWith(core);
  return (word) => word === core;
}

/** Normalised character by character, so that the places are those of the text as it was written. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].map(({ 0: word, index }) => ({
    word: word.normalize('NFC').toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + word.length,
  }));
}
