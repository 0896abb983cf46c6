const BULLET = /^(?:[•●▪■◦‣·*\uf0b7\uf0a7]\s*|[–—-]\s*(?=\p{Lu})|[–—-]\s+|o\s+(?=\p{L}))(?=\S)/u;
/** "1) …" and "a) …" are points; "1. …" is one when a sentence or a small letter follows, else maybe a heading. */
const POINT = /^(?:\d{1,2}|[a-zåäö])\)\s+\S/i;

/** Begins as an item of a list does. */
export function isItem(text: string): boolean {
  return BULLET.test(text) || POINT.test(text);
}

/** An item without its bullet; a number or letter stays, since it orders the items. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '');
}
