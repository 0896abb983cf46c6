import { type ContactDetail, findContactDetails } from './contact-details.js';
import { type FoundName, findNames } from './find-names.js';
import { findPersonalNumbers, type PersonalNumber } from './personal-numbers.js';
import { createFindSensitiveWords, type SensitiveWord, type SensitiveWords } from './sensitive-words.js';

/** What stands in a text that people wrote and perhaps should not be kept. */
export interface Guarded {
  /** Stops the text: personal identity and coordination numbers, and where they stand. */
  readonly blocked: readonly PersonalNumber[];
  /** To be shown once; whoever sends again means it. */
  readonly warnings: readonly SensitiveWord[];
  /** Telephone numbers and e-mail addresses: to be shown once, too. */
  readonly contacts: readonly ContactDetail[];
  /** Of the people whose names were given, those who are named. */
  readonly names: readonly FoundName[];
}

/** `names`: of people who should not be named in this text; none for a text between two people. */
export type GuardText = (text: string, about?: { readonly names?: readonly string[] }) => Guarded;

/** The guard of everything that people write freely and that is kept. Pure over the list of words. */
export function createGuard(words: readonly SensitiveWords[]): GuardText {
  const findSensitiveWords = createFindSensitiveWords(words);
  return (text, { names = [] } = {}) => ({
    blocked: findPersonalNumbers(text),
    warnings: findSensitiveWords(text),
    contacts: findContactDetails(text),
    names: names.length === 0 ? [] : findNames(text, names),
  });
}

/** What a guard says of a text: it may be kept, it must be changed, or the writer is asked whether it means it. */
export type Verdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'blocked'; readonly numbers: readonly string[] }
  | {
      readonly kind: 'ask';
      readonly words: readonly string[];
      readonly names: readonly string[];
      readonly contacts: readonly string[];
      readonly shown: string;
    };

/**
 * Judges what was found. `shown` is what the form carries back when its writer was asked before: only what is new is asked about,
 * so that the second press sends.
 */
export function judge({ blocked, warnings, names, contacts }: Guarded, shown = ''): Verdict {
  if (blocked.length > 0) return { kind: 'blocked', numbers: unique(blocked.map(({ text }) => text)) };
  const seen = new Set(shown.split('|'));
  const words = unique(warnings.map(({ text }) => text.toLowerCase()));
  const named = unique(names.map(({ text }) => text));
  const reached = unique(contacts.map(({ text }) => text));
  const all = [...words, ...named, ...reached].map(keyOf);
  if (all.every((key) => seen.has(key))) return { kind: 'free' };
  const carried = unique(all).join('|').slice(0, LONGEST_SHOWN);
  return { kind: 'ask', words, names: named, contacts: reached, shown: carried };
}

/** As long as a form's data may be for it (`SHOWN` of the forms' schemas). */
export const LONGEST_SHOWN = 2000;

function keyOf(text: string): string {
  return text.toLowerCase().replaceAll('|', ' ');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
