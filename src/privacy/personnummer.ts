import * as library from 'personnummer';

/**
 * What may be a personnummer or samordningsnummer (day + 60), with or without century, mark and the spaces that PDFs put in.
 * The library then checks date and control digit.
 */
const CANDIDATE =
  /(?<![\p{L}\d])((?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01]))\s?([-–—+]?)\s?(\d{4})(?![\p{L}\d])/gu;

/** Its type declarations name the class once too deep for a module of this kind. */
const { default: personnummer } = library as unknown as { default: { valid(text: string): boolean } };

/** Whether a text holds the personnummer or samordningsnummer of somebody. The number itself is never given out. */
export function holdsPersonnummer(text: string): boolean {
  for (const [, date = '', mark, last = ''] of text.matchAll(CANDIDATE)) {
    const sign = mark === '+' ? '+' : '-';
    if (personnummer.valid(`${date}${sign}${last}`)) return true;
  }
  return false;
}
