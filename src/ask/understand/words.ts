import { z } from 'zod';

/** A form as people type it; `begins-` is every word that begins so, `-ends` every word that ends so. */
export const formSchema = z
  .string()
  .regex(/^(?:-?[\p{Ll}\p{N}]+|[\p{Ll}\p{N}]+-|[%+])$/u, 'a word in small letters, begins- or -ends');

/** Whether a word, in small letters, is of a list. */
export interface Words {
  readonly has: (word: string) => boolean;
}

/** The words of a list of forms. */
export function wordsOf(all: readonly string[]): Words {
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
