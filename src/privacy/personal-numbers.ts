import { createRequire } from 'node:module';
import type declared from 'personnummer';

/** The package's types describe another way of exporting than its code has, so a plain import does not compile. */
const Personnummer = createRequire(import.meta.url)('personnummer') as typeof declared.default;

/** A Swedish personal identity number or coordination number in a text, as it was written. */
export interface PersonalNumber {
  readonly text: string;
  /** Where it begins and ends in the text, as `slice` counts. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'personnummer' | 'samordningsnummer';
}

/**
 * Digits, each followed by at most this many signs that people put between them: "19 85-07-09 – 9805", "850709.9805". A comma or
 * a colon is none of them: it stands in figures and times ("9,8", "14:30").
 */
const RUN = /\d(?:[\s\u00ad\u200b\u2060./+\p{Pd}−]{0,5}\d)*/gu;
const GROUP = /\d+/g;
/** The package takes any century. */
const SHAPE = /^(?:18|19|20)?\d{10}$/;
/** "2026-03-01–2026-05-31": after what looks like the last four digits, which are a year then. */
const REST_OF_A_DATE = /^-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;
/** "2026-04-02 08.30": what looks like the last four digits is a time. */
const TIME = /[^.\d]\d\d\.\d\d$/;
const OPTIONS = { allowCoordinationNumber: true, allowInterimNumber: false };

/**
 * Finds personal identity numbers and coordination numbers (day + 60) in any written form: 10 or 12 digits, with or without
 * dash, plus sign, dots or spaces, in a text of any length. Only those whose date and check digit are right count, and that are
 * divided as such numbers are, so that telephone numbers, periods and tables of figures are left alone; about one in ten
 * mistyped numbers is right by chance, nine are not found. In the order of the text.
 *
 * findPersonalNumbers('Gäller 850709-9805') -> [{ text: '850709-9805', start: 7, end: 18, kind: 'personnummer' }]
 */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  return [...text.matchAll(RUN)].flatMap((run) => numbersOf(run[0], run.index));
}

/** Whether a text holds the personal identity number or coordination number of somebody. */
export function holdsPersonalNumber(text: string): boolean {
  return findPersonalNumbers(text).length > 0;
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** A number begins and ends where a group of digits does: within a longer row of digits there is none. */
function numbersOf(run: string, offset: number): PersonalNumber[] {
  const groups: Group[] = [...run.matchAll(GROUP)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const found: PersonalNumber[] = [];
  for (let first = 0; first < groups.length;) {
    const hit = numberFrom(groups, first);
    const { start } = groups[first]!;
    const { end } = groups[hit?.last ?? first]!;
    const text = run.slice(start, end);
    const isNumber = hit !== undefined && !REST_OF_A_DATE.test(run.slice(end, end + 7)) && !TIME.test(text);
    if (isNumber) found.push({ text, start: offset + start, end: offset + end, kind: hit.kind });
    first = (isNumber ? hit.last : first) + 1;
  }
  return found;
}

/** The number that begins with this group, if one does, and the group that it ends with. */
function numberFrom(
  groups: readonly Group[],
  first: number,
): { last: number; kind: PersonalNumber['kind'] } | undefined {
  let digits = '';
  for (let last = first; last < groups.length && digits.length < 12; last += 1) {
    digits += groups[last]!.digits;
    const kind = isDivided(groups.slice(first, last + 1)) ? kindOf(digits) : undefined;
    if (kind) return { last, kind };
  }
  return undefined;
}

/** Whether digits stand apart only where a number may be divided: into pairs, and if at all, then before the last four. */
function isDivided(groups: readonly Group[]): boolean {
  const lengths = groups.map(({ digits }) => digits.length);
  const [before, last] = lengths.slice(-2);
  return (
    lengths.every((length) => length % 2 === 0) && (last === undefined || last === 4 || (last === 2 && before === 2))
  );
}

function kindOf(digits: string): PersonalNumber['kind'] | undefined {
  if (!SHAPE.test(digits)) return undefined;
  if (!Personnummer.valid(digits, OPTIONS)) return undefined;
  return Personnummer.parse(digits).isCoordinationNumber() ? 'samordningsnummer' : 'personnummer';
}
