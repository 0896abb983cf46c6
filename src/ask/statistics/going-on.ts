import type { Frame } from '../understand/frame.js';
import { narrowingWords } from './narrowing.js';
import { EXTREMES } from './reading.js';

export const SHORT = 6;
const LONGEST_CONTINUATION = 18;
const MOST_CARRIERS = 3;

/** "Och för äldreomsorgen?", "jämfört med året innan?", "hur många av dem är chefer?": short, or opened as a continuation. */
export function goesOn(frame: Frame): boolean {
  const { tokens, lists, words, populations, measures } = frame;
  const [first] = tokens;
  const opens = first !== undefined && lists.opening.has(first.text) && tokens.length <= LONGEST_CONTINUATION;
  const asksAnew = measures.length > 0 && populations.length > 0;
  return (
    !asksAnew &&
    (opens || pointsBack(frame) || tokens.length <= SHORT || words.has('previous') || asksAnotherAlone(frame))
  );
}

const ALONE = [
  'target',
  'annual-target',
  'council-target',
  'forecast',
  'highest',
  'lowest',
  'best',
  'worst',
  'runner-up',
];

/** "Vad siktade enheten på då, och vad sa KF?", "vem ligger sämst till av alla tre?": another figure, and no word says of what. */
function asksAnotherAlone({
  tokens,
  lists,
  words,
  measures,
  populations,
  periods,
  notHeld,
  unexplained,
}: Frame): boolean {
  const isOpen = measures.length + populations.length + notHeld.length === 0;
  // "Oj, jag behöver visst siffran för 2023"
  const asksOtherTime = words.has('figure') && periods.length > 0;
  const saysMore = unexplained.some(({ text }) => !lists.carrier.has(text));
  const asksAnother = asksOtherTime || ALONE.some((word) => words.has(word));
  return isOpen && !saysMore && tokens.length <= LONGEST_CONTINUATION && asksAnother;
}

const CONTINUES =
  'runner-up whole-year change compare difference highest lowest best worst ranking target annual-target council-target forecast outcome chart previous following whole share groups-gender groups-department groups-area latest'.split(
    ' ',
  );

/**
 * Whether a turn without a measure of its own may be about the measure before: it names another place, time, breakdown or
 * kind of answer, and nothing that is unknown. "Vad kostar en cykel?" is a new question, however short.
 */
export function isAboutSameMeasure(frame: Frame): boolean {
  const { words, populations, periods, breakdowns, notHeld } = frame;
  // "Hm, det låter lågt. Vad låg den på året innan?": a remark says nothing of what is asked for.
  const unexplained = frame.unexplained.filter(({ inQuestion }) => inQuestion);
  // "Vem ligger sämst till?"
  const asksExtreme = EXTREMES.some((word) => words.has(word));
  if (asksForPart(frame) || isElliptic(frame) || isPointedFigure(frame) || isBareCount(frame)) return true;
  const namesGroups = breakdowns.length > 0 || words.has('groups-gender') || isAboutWhole(frame);
  if (
    (words.has('procedure') && !namesGroups && !asksExtreme) ||
    (words.has('computed') && populations.length === 0) ||
    notHeld.length > 0
  )
    return false;
  // "Och mot Stockholms stad?": still about the measure, of something that nobody knows, which must be said.
  if (continues(frame) && narrowingWords(frame).length > 0) return true;
  // Many small words may add up to a question of their own: "kom det fler sen, och när kom det sista?".
  const unknown =
    unexplained.length <= MOST_CARRIERS
      ? unexplained.filter(({ text }) => !frame.lists.carrier.has(text))
      : unexplained;
  const namesMore = populations.length + periods.length > 0 || namesGroups;
  return unknown.length <= (namesMore ? 1 : 0) && (namesMore || continues(frame));
}

/** "Jämfört med året innan?", "som diagram": of the figure before. "Ihop" adds up only where numbers are asked for. */
function continues({ words, tokens }: Frame): boolean {
  const asksSum = words.has('sum') && (words.has('count') || words.has('figure') || tokens.length < SHORT);
  return asksSum || CONTINUES.some((word) => words.has(word));
}

/** "Hur många av dem är ...?", "hur mycket av det går till ...?": a part of the figure before, by whatever name. */
export function asksForPart({ words, tokens, lists }: Frame): boolean {
  const ofThem = tokens.some(({ text }, at) => lists.of.has(text) && lists.pointer.has(tokens[at + 1]?.text ?? ''));
  return ofThem && ['count', 'share', 'figure'].some((word) => words.has(word));
}

/** "Vad blev det?": nothing but a figure of what was talked about. */
function isPointedFigure(frame: Frame): boolean {
  return (
    frame.words.has('figure') && pointsBack(frame) && frame.unexplained.length === 0 && frame.tokens.length <= SHORT
  );
}

const LONGEST_BARE = 4;

/** "Hur många per år?": the number of what was just talked about, and of nothing else. */
function isBareCount({
  words,
  tokens,
  lists,
  measures,
  populations,
  breakdowns,
  notHeld,
  unexplained,
}: Frame): boolean {
  const namesNothing = measures.length + populations.length + breakdowns.length + notHeld.length === 0;
  const isPlain =
    unexplained.every(({ text }) => lists.carrier.has(text)) && !tokens.some(({ text }) => lists.person.has(text));
  return words.has('count') && namesNothing && isPlain && tokens.length <= LONGEST_BARE;
}

/** "Och hos socialsekreterarna?": the question before of somebody else, whether they are known or not. */
function isElliptic(frame: Frame): boolean {
  const { tokens, lists } = frame;
  return opensElliptic(frame) && tokens.length <= SHORT && !tokens.some(({ text }) => lists.verb.has(text));
}

/** "Och för ...": the rest was said before. */
export function opensElliptic({ tokens: [first, second], lists }: Frame): boolean {
  return first !== undefined && second !== undefined && lists.and.has(first.text) && lists.preposition.has(second.text);
}

export function pointsBack({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text }) => lists.pointer.has(text));
}

/** "Bättre än snittet för förvaltningen?": the place talked about stays, the whole is what it is held against. */
export function isHeldAgainst({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text }) => lists.against.has(text));
}

/** "Och nämnden?", "för hela förvaltningen?": the organisation itself, whichever was talked about. */
export function isAboutWhole({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text }) => lists.whole.has(text));
}
