import { escapePattern } from '../../escape-pattern.js';
import type { LooseRow } from './rules.js';

/** By what a person is known again in what is kept. */
export interface Traces {
  /** Entra object id. */
  readonly id: string;
  readonly email?: string;
  /** First and last name, in one text. Not given where somebody else of the organisation has the same. */
  readonly name?: string;
}

/** What stands in the place of a name. Never longer than one, so that no text grows beyond its limit. */
export const NOBODY = 'N.N.';

/** Finds a person in texts, and replaces it. Case, an å of two signs and the s of a genitive do not matter. */
export interface Finder {
  isIn(value: unknown): boolean;
  /** The value with the pseudonym for id and e-mail, and N.N. for the name; the same value when the person is not in it. */
  without<Value>(value: Value, pseudonym: string): Value;
}

export function createFinder({ id, email, name }: Traces): Finder {
  const exact = [id, ...(email === undefined ? [] : [email])];
  const patterns = [
    `(?<![0-9a-f])${escapePattern(id)}(?![0-9a-z])`,
    ...(email === undefined ? [] : [`(?<![\\w.+-])${escapePattern(email)}(?![\\w-]|\\.\\w)`]),
  ];
  const ids = new RegExp(patterns.join('|'), 'giu');
  const names = name === undefined ? undefined : nameIn(name);

  const isInText = (text: string) => text.search(ids) >= 0 || (names !== undefined && nfc(text).search(names) >= 0);
  const cleaned = (text: string, pseudonym: string) => {
    // A text that is an address alone becomes the pseudonym, so that two people who were erased stay two.
    if (exact.some((one) => one.toLowerCase() === text.toLowerCase())) return pseudonym;
    const free = text.replace(ids, (found) => (found.toLowerCase() === id.toLowerCase() ? pseudonym : NOBODY));
    return names && nfc(free).search(names) >= 0 ? nfc(free).replace(names, NOBODY) : free;
  };
  const isIn = (value: unknown): boolean => textsOf(value).some(isInText);
  const without = <Value>(value: Value, pseudonym: string): Value =>
    isIn(value) ? mapTexts(value, (text) => (isInText(text) ? cleaned(text, pseudonym) : text)) : value;
  return { isIn, without };
}

/** All texts within a value, names of fields included. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}

/** The value with each text within it mapped, names of fields included. */
export function mapTexts<Value>(value: Value, map: (text: string) => string): Value {
  const go = (inner: unknown): unknown => {
    if (typeof inner === 'string') return map(inner);
    if (Array.isArray(inner)) return inner.map(go);
    if (!isPlain(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, next]) => [map(key), go(next)]));
  };
  return go(value) as Value;
}

/** Dates and the like are no objects to look into. */
function isPlain(value: unknown): value is LooseRow {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** "Sara Ekman", "Ekman, Sara", "Sara Ekmans": whole words, in any spacing. */
function nameIn(name: string): RegExp {
  const words = nfc(name).split(/\s+/).map(escapePattern);
  const orders = [words.join('\\s+')];
  if (words.length > 1) orders.push(`${words.at(-1)!},?\\s+${words.slice(0, -1).join('\\s+')}`);
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${orders.join('|')})(?=['’]?s?(?![\\p{L}\\p{M}]))`, 'giu');
}

function nfc(text: string): string {
  return text.normalize('NFC');
}
