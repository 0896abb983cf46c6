import { AppError } from '../errors.js';

const MAX_KEY_BYTES = 1024;
/** Azure Tables refuses / \ # ? and control characters in keys; `~` is our escape and `|` our separator. */
const NOT_PLAIN = /[^A-Za-z0-9:._@ +=,-]/gu;

/**
 * Makes one key of Azure Table Storage from its parts: the only way to make a PartitionKey or RowKey.
 * Letters outside A-Z (å, ä, ö), `/ \ # ?`, control characters, `~` and `|` become `~` + code point in hex + `~`, so that any
 * two different lists of parts give two different keys, and the readable rest stays readable. Parts are compared as NFC: an
 * å from a Mac (a + ring) is the å of everybody else.
 * Throws `key_invalid` for no part, an empty part or a key over 1 KiB.
 */
export function encodeKey(...parts: readonly string[]): string {
  if (parts.length === 0) throw new AppError('key_invalid', 'A storage key has no parts.');
  const key = parts.map(encodePart).join('|');
  if (Buffer.byteLength(key) * 2 > MAX_KEY_BYTES)
    throw new AppError(
      'key_invalid',
      `A storage key is longer than ${MAX_KEY_BYTES / 2} characters: ${key.slice(0, 40)}…`,
    );
  return key;
}

function encodePart(part: string): string {
  if (part === '') throw new AppError('key_invalid', 'A part of a storage key is empty.');
  return part.normalize('NFC').replace(NOT_PLAIN, (char) => `~${char.codePointAt(0)!.toString(16)}~`);
}

/** The parts of a key made by encodeKey, as NFC. */
export function decodeKey(key: string): string[] {
  return key
    .split('|')
    .map((part) => part.replace(/~([0-9a-f]+)~/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))));
}

const LAST_MS = 999_999_999_999_999;

/**
 * A RowKey part that sorts newest first: milliseconds counted down, always 15 digits.
 * Throws `key_invalid` for a moment before 1970 or none at all, which would sort anywhere.
 */
export function newestFirst(at: Date): string {
  return digits(LAST_MS - sortable(at));
}

/** A RowKey part that sorts the highest number first, always 15 digits. */
export function highestFirst(n: number): string {
  return digits(LAST_MS - n);
}

/** A RowKey part that sorts oldest first: milliseconds, always 15 digits. Throws as newestFirst does. */
export function oldestFirst(at: Date): string {
  return digits(sortable(at));
}

function sortable(at: Date): number {
  const ms = at.getTime();
  if (!(ms >= 0 && ms <= LAST_MS)) throw new AppError('key_invalid', 'A storage key needs a moment after 1970.');
  return ms;
}

function digits(ms: number): string {
  return String(ms).padStart(15, '0');
}
