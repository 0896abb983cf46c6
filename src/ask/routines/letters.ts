import type { Routine } from '../knowledge.js';
import type { Frame } from '../understand/frame.js';
import type { WordListId } from '../understand/word-lists.js';

/** "Första A:et", "the last letter": where in its word a letter stands, by word list. */
const PLACES = {
  'letter-first': 1,
  'letter-second': 2,
  'letter-third': 3,
  'letter-fourth': 4,
  'letter-last': -1,
} as const satisfies Partial<Record<WordListId, number>>;
type From = keyof typeof PLACES;
const FROM = Object.keys(PLACES) as From[];

const LETTER = /^(\p{L})(?:['’]?et)?$/u;
/** So few words may a question have that names a letter without its word: "och R?", "and what about the second A?". */
const FEWEST_LEFT = 6;

/**
 * The routine on one letter of a word ("U:et i UBARA", "the first A", then "och R?"), which no ranking can tell apart: one
 * letter holds no part of a word. Undefined where no letter is meant, or one that stands twice.
 */
export function lettersOf(
  routines: readonly Routine[],
): (frame: Frame, before: Routine | undefined) => Routine | undefined {
  const explained = routines.flatMap((routine) => (routine.letter ? [{ routine, ...routine.letter }] : []));
  const ofWords = [...new Set(explained.map(({ of }) => of))];

  return (frame, before) => {
    const { tokens, lists } = frame;
    const named = ofWords.find((of) => tokens.some(({ folded }) => isOf(folded, of)));
    const goesOn = before && ofWords.find((of) => before.title.includes(of));
    const of = named ?? goesOn;
    if (of === undefined || tokens.some(({ text }) => lists['letters-both'].has(text))) return undefined;
    const at = placeOf(frame, of, named !== undefined);
    return explained.find((one) => one.of === of && one.at === at)?.routine;
  };
}

function isOf(folded: string, of: string): boolean {
  return folded === of.toLowerCase() || folded === `${of.toLowerCase()}s`;
}

/** Which letter of the word is meant, counted from 1. */
function placeOf(frame: Frame, of: string, isNamed: boolean): number | undefined {
  const { tokens, lists } = frame;
  const from = FROM.find((one) => tokens.some(({ text }) => lists[one].has(text)));
  const meant = [...new Set(tokens.flatMap((_, at) => letterAt(frame, at, of, isNamed) ?? []))];
  if (meant.length > 1) return undefined;
  const [letter] = meant;
  if (letter === undefined) {
    const isPlace = tokens.some(({ text }) => lists.letter.has(text)) && from !== undefined;
    return isPlace ? (PLACES[from] + of.length + 1) % (of.length + 1) : undefined;
  }
  const [one, other] = [of.indexOf(letter) + 1, of.lastIndexOf(letter) + 1];
  if (one === other) return one;
  if (from === undefined) return undefined;
  return from === 'letter-first' || from === 'letter-third' ? one : other;
}

/** The letter of the word that stands here as itself: with an ending or a capital, or where nothing else can be meant. */
function letterAt({ tokens, lists }: Frame, at: number, of: string, isNamed: boolean): string | undefined {
  const { text, isCapital, startsSentence } = tokens[at]!;
  const letter = LETTER.exec(text)?.[1]?.toUpperCase();
  const next = tokens[at + 1]?.text ?? '';
  // "R12" is no letter of a word.
  if (letter === undefined || !of.includes(letter) || /^\d/.test(next)) return undefined;
  const isEnded = text.length > 1 || lists['letter-ending'].has(next);
  const isPointedOut = [tokens[at - 1], tokens[at - 2]].some(
    (word) => word && (lists.letter.has(word.text) || FROM.some((one) => lists[one].has(word.text))),
  );
  const isSet = isCapital && !startsSentence;
  const isAlone = letter !== 'A' && (isNamed || tokens.length <= FEWEST_LEFT);
  const isShort = tokens.length <= FEWEST_LEFT && at === tokens.length - 1;
  return isEnded || isPointedOut || isSet || isAlone || isShort ? letter : undefined;
}
