import type { Due } from './due.js';
import { dayBefore, type Span } from './days.js';
import { type Caught, type Expression, EXPRESSIONS, yearIn } from './expressions.js';

const NOTHING = /^[-–—.\s]*$/u;
const ONGOING =
  /(?<!\p{L})(?:kontinuerlig\p{L}*|löpande|fortlöp+ande|fortlöp\p{L}*|pågå(?:r|ende)|återkommande|regelbunde[nt]|ständigt|tills ?vidare|årlig(?:en|t)|varje (?:år|termin|månad|vecka|tertial|kvartal)|ongoing|continuous(?:ly)?)(?!\p{L})/u;
/** Nothing is said of the end. */
const OPEN_ENDED = /(?<!\p{L})(?:därefter|framåt|framöver|fr\.? ?o\.? ?m\.?|från|from|onwards)(?!\p{L})/u;
/** Only the end is said. */
const DEADLINE =
  /^(?:ska(?:ll)? vara )?(?:klar[at]? |färdig[ta]? )?(?:senast|till och med|t\.? ?o\.? ?m\.?|till|by)(?!\p{L})/u;
/** The end is the day before. */
const BEFORE = /^(?:klar[at]? |färdig[ta]? )?(?:före|innan|before)(?!\p{L})/u;
const DENIED = /(?<!\p{L})(?:inte|ej|not)(?!\p{L})/u;

/**
 * Types what a plan's date cell says. `year` is the plan's, for what names none ("hösten", "T2"). A list or a range of times becomes the
 * span from the first to the last. Never throws; what no rule understands is `unclear`, as written.
 *
 * parseDue('Våren och hösten 2020', 2019) -> { kind: 'period', from: '2020-01-01', to: '2020-12-31', as: 'Våren och hösten 2020' }
 */
export function parseDue(written: string, year: number): Due {
  const as = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (NOTHING.test(as)) return { kind: 'none' };
  const text = as.toLowerCase();
  const spans = DENIED.test(text) ? undefined : spansIn(text, year);
  if (spans === undefined) return { kind: 'unclear', as };
  const isOngoing = ONGOING.test(text);
  const [first] = spans;
  if (first === undefined) return isOngoing ? { kind: 'ongoing', as } : { kind: 'unclear', as };
  const from = spans.reduce((least, span) => (span.from < least ? span.from : least), first.from);
  const to = spans.reduce((most, span) => (span.to > most ? span.to : most), first.to);
  const isOpen = OPEN_ENDED.test(text) && (isOngoing || spans.length === 1);
  if (isOpen) return { kind: 'ongoing', from, as };
  if (isOngoing) return { kind: 'ongoing', from, to, as };
  if (BEFORE.test(text)) return { kind: 'period', to: dayBefore(from), as };
  return DEADLINE.test(text) ? { kind: 'period', to, as } : { kind: 'period', from, to, as };
}

interface Found {
  readonly expression: Expression;
  readonly caught: Caught;
  readonly year: number | undefined;
}

/** The times that the text names, in its order; undefined when one of them does not exist or something is left over. */
function spansIn(text: string, year: number): Span[] | undefined {
  const found = findExpressions(text);
  if (found === undefined) return undefined;
  const isDated = (other: Found | undefined) => other?.year !== undefined;
  const lacksYear = found.some((one) => one.year === undefined);
  const spans = found.flatMap((one, at) => {
    // "2020, våren": the year was said for its neighbour.
    if (one.expression.isBareYear && lacksYear && [found[at - 1], found[at + 1]].some((by) => by && !isDated(by)))
      return [];
    const donor = isDated(one) ? one : (found.slice(at).find(isDated) ?? found.slice(0, at).findLast(isDated));
    return [one.expression.read(one.caught, donor?.year ?? year)];
  });
  return spans.some((span) => span === undefined) ? undefined : (spans as Span[]);
}

/** In the order of the text; undefined when a figure is left over, which might be a day or a year: "dec 20". */
function findExpressions(text: string): Found[] | undefined {
  const found: Found[] = [];
  for (let at = 0; at < text.length;) {
    const hit = expressionAt(text, at);
    const end = hit ? hit.end : endOfWord(text, at);
    if (hit) found.push(hit.found);
    else if (/\d/u.test(text.slice(at, end))) return undefined;
    at = end;
  }
  return found;
}

function expressionAt(text: string, at: number): { found: Found; end: number } | undefined {
  for (const expression of EXPRESSIONS) {
    expression.pattern.lastIndex = at;
    const match = expression.pattern.exec(text);
    if (!match) continue;
    const caught: Caught = match.groups ?? {};
    return { found: { expression, caught, year: yearIn(caught) }, end: at + match[0].length };
  }
  return undefined;
}

/** The next place where a word or a number begins, so that "mars" is not found in "tomars". */
function endOfWord(text: string, at: number): number {
  const word = /[\p{L}\p{N}]+[^\p{L}\p{N}]*|[^\p{L}\p{N}]+/uy;
  word.lastIndex = at;
  return at + (word.exec(text)?.[0].length ?? 1);
}
