import type { Routine } from '../knowledge.js';
import type { Token } from '../text/fold.js';

/** "Första A:et", "the last letter": from which end is counted. */
const FROM = {
  first: new Set(['första', 'förste', 'forsta', 'first']),
  second: new Set(['andra', 'second']),
  third: new Set(['tredje', 'third', 'mittersta', 'mittre', 'mellersta', 'middle', 'mitten']),
  fourth: new Set(['fjärde', 'fjarde', 'fourth']),
  last: new Set(['sista', 'siste', 'femte', 'last', 'final', 'fifth', 'slutet']),
} as const;
type From = keyof typeof FROM;
const PLACES: Readonly<Record<From, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

const LETTER_WORDS = new Set(['bokstav', 'bokstaven', 'letter']);
const BOTH = new Set(['två', 'tva', 'båda', 'bada', 'bägge', 'two', 'both']);
/** What is written on after a letter: "U:et", "A-et". */
const ENDINGS = new Set(['et', 'en', 't', 'n']);
const LETTER = /^(\p{L})(?:['’]?et)?$/u;
/** So few words may a question have that names a letter without its word: "och R?", "and what about the second A?". */
const FEWEST_LEFT = 6;

/**
 * The routine on one letter of a word ("U:et i UBARA", "the first A", then "och R?"), which no ranking can tell apart: one
 * letter holds no part of a word. Undefined where no letter is meant, or one that stands twice.
 */
export function lettersOf(
  routines: readonly Routine[],
): (tokens: readonly Token[], before: Routine | undefined) => Routine | undefined {
  const explained = routines.flatMap((routine) => (routine.letter ? [{ routine, ...routine.letter }] : []));
  const ofWords = [...new Set(explained.map(({ of }) => of))];

  return (tokens, before) => {
    const named = ofWords.find((of) => tokens.some(({ folded }) => isOf(folded, of)));
    const goesOn = before && ofWords.find((of) => before.title.includes(of));
    const of = named ?? goesOn;
    if (of === undefined || tokens.some(({ text }) => BOTH.has(text))) return undefined;
    const at = placeOf(tokens, of, named !== undefined);
    return explained.find((one) => one.of === of && one.at === at)?.routine;
  };
}

function isOf(folded: string, of: string): boolean {
  return folded === of.toLowerCase() || folded === `${of.toLowerCase()}s`;
}

/** Which letter of the word is meant, counted from 1. */
function placeOf(tokens: readonly Token[], of: string, isNamed: boolean): number | undefined {
  const from = (Object.keys(FROM) as From[]).find((one) => tokens.some(({ text }) => FROM[one].has(text)));
  const meant = [...new Set(tokens.flatMap((_, at) => letterAt(tokens, at, of, isNamed) ?? []))];
  if (meant.length > 1) return undefined;
  const [letter] = meant;
  if (letter === undefined) {
    const isPlace = tokens.some(({ text }) => LETTER_WORDS.has(text)) && from !== undefined;
    return isPlace ? (PLACES[from] + of.length + 1) % (of.length + 1) : undefined;
  }
  const [one, other] = [of.indexOf(letter) + 1, of.lastIndexOf(letter) + 1];
  if (one === other) return one;
  if (from === undefined) return undefined;
  return from === 'first' || from === 'third' ? one : other;
}

/** The letter of the word that stands here as itself: with an ending or a capital, or where nothing else can be meant. */
function letterAt(tokens: readonly Token[], at: number, of: string, isNamed: boolean): string | undefined {
  const { text, isCapital, startsSentence } = tokens[at]!;
  const letter = LETTER.exec(text)?.[1]?.toUpperCase();
  const next = tokens[at + 1]?.text ?? '';
  // "R12" is no letter of a word.
  if (letter === undefined || !of.includes(letter) || /^\d/.test(next)) return undefined;
  const isEnded = text.length > 1 || ENDINGS.has(next);
  const isPointedOut = [tokens[at - 1], tokens[at - 2]].some(
    (word) => word && (LETTER_WORDS.has(word.text) || Object.values(FROM).some((words) => words.has(word.text))),
  );
  const isSet = isCapital && !startsSentence;
  const isAlone = letter !== 'A' && (isNamed || tokens.length <= FEWEST_LEFT);
  const isShort = tokens.length <= FEWEST_LEFT && at === tokens.length - 1;
  return isEnded || isPointedOut || isSet || isAlone || isShort ? letter : undefined;
}
