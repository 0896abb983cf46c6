/** A telephone number or an e-mail address in a text, as it was written. */
export interface ContactDetail {
  readonly text: string;
  readonly kind: 'phone' | 'email';
  /** Where it begins and ends in the text, as `slice` counts. */
  readonly start: number;
  readonly end: number;
}

const GAP = String.raw`[ \u00a0]?[-–‑]?[ \u00a0]?`;
/** What a subscriber's number is written like: in one piece, in groups with spaces, or with hyphens after a first group of three. */
const SUBSCRIBER = String.raw`(?:\d{5,8}|\d{2,3}(?:[ \u00a0]\d{2,3}){1,3}|\d{3}(?:[-–‑]\d{2,3}){1,2})`;
/** 08, or an area or mobile code of three or four digits; not within a longer figure, as "1 070 123 456 kr". */
const NATIONAL = String.raw`(?<!\d[ \u00a0.,+-]?)(?:08|0[1-79]\d{1,2})${GAP}${SUBSCRIBER}`;
/** "+46 (0)70-123 45 67", and numbers of other countries. */
const ABROAD = String.raw`(?<![\d+])(?:\+[1-9]\d{0,2}|0046)${GAP}(?:\(0\)[ \u00a0]?)?\d{1,4}(?:${GAP}\d{2,4}){1,4}`;
/** No number ends within digits, in a case number ("031-12345/2016") or a sum of money ("+10 000 000 kr"). */
const END = String.raw`(?!\d|[ \u00a0/](?!0[1-9])\d|[:.,-]\d|[ \u00a0]?(?:%|[tm]?n?kr\b|kronor|SEK\b|EUR\b))`;
const PHONE = new RegExp(`(?:${ABROAD}|${NATIONAL})${END}`, 'gu');
/** The digits of a number with its country or area code: fewer are codes and years, more are references. */
const [FEWEST, MOST] = [8, 15];

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu;

/**
 * Finds telephone numbers, as Swedes write them (08-508 00 000, 070-123 45 67, +46 70 …), and e-mail addresses, in the order of the
 * text. Dates, times, sums of money, rooms and case numbers are left alone. P3 of the domain page: who writes them is asked.
 *
 * findContactDetails('Ring 070-123 45 67') -> [{ text: '070-123 45 67', kind: 'phone', start: 5, end: 18 }]
 */
export function findContactDetails(text: string): ContactDetail[] {
  const phones = found(text, PHONE, 'phone').filter(({ text: phone }) => {
    const { length } = phone.replace('(0)', '').replaceAll(/\D/g, '');
    return length >= FEWEST && length <= MOST;
  });
  return [...phones, ...found(text, EMAIL, 'email')].sort((a, b) => a.start - b.start);
}

function found(text: string, pattern: RegExp, kind: ContactDetail['kind']): ContactDetail[] {
  return [...text.matchAll(pattern)].map(({ 0: hit, index }) => ({
    ...{ text: hit, kind },
    start: index,
    end: index + hit.length,
  }));
}
