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

/** Digits, each followed by at most this many signs that people put between them: "19 85-07-09 – 9805", "850709.9805". */
const RUN = /\d(?:[\s\u00ad\u200b\u2060.,:/+\p{Pd}−]{0,5}\d)*/gu;
const GROUP = /\d+/g;
/** The package takes any century. */
const SHAPE = /^(?:18|19|20)?\d{10}$/;
const OPTIONS = { allowCoordinationNumber: true, allowInterimNumber: false };

/**
 * Finds personal identity numbers and coordination numbers (day + 60) in any written form: 10 or 12 digits, with or without
 * dash, plus sign, dots or spaces. Only those whose date and check digit are right count, so that telephone and order numbers
 * are left alone; about one in ten mistyped numbers is right by chance, nine are not found. In the order of the text.
 *
 * findPersonalNumbers('Gäller 850709-9805') -> [{ text: '850709-9805', start: 7, end: 18, kind: 'personnummer' }]
 */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  return [...text.matchAll(RUN)].flatMap((run) => numbersOf(run[0], run.index));
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
    if (hit) {
      const { start } = groups[first]!;
      const { end } = groups[hit.last]!;
      found.push({ text: run.slice(start, end), start: offset + start, end: offset + end, kind: hit.kind });
    }
    first = (hit?.last ?? first) + 1;
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
    const kind = kindOf(digits);
    if (kind) return { last, kind };
  }
  return undefined;
}

function kindOf(digits: string): PersonalNumber['kind'] | undefined {
  if (!SHAPE.test(digits)) return undefined;
  if (!Personnummer.valid(digits, OPTIONS)) return undefined;
  return Personnummer.parse(digits).isCoordinationNumber() ? 'samordningsnummer' : 'personnummer';
}
