import type { Frame } from '../understand/frame.js';
import { isAboutWhole, isHeldAgainst } from './going-on.js';
import { EXTREMES, type KindWish, type Side, type Wants } from './reading.js';

/** Which kind of figure a question names; undefined when none. */
export function kindWish(frame: Frame): KindWish | undefined {
  const { words } = frame;
  if (asksOutcomeOnly(frame)) return undefined;
  // "Hur mycket högre än KF:s är enhetens mål?"
  if (holdsAgainstCouncil(frame)) return 'target';
  if (words.has('target')) return words.has('council-target') && !words.has('annual-target') ? 'council' : 'target';
  if (words.has('annual-target')) return words.has('council-target') ? 'target' : 'annual';
  if (words.has('council-target')) return 'council';
  if (!words.has('forecast')) return undefined;
  // What a board expects of its own work is its goal: "nämndens förväntade AMI".
  return frame.tokens.some(({ text }) => frame.lists.board.has(text)) ? 'target' : 'forecast';
}

/** "Vi har ju målet 8,5, men vad blev utfallet?": the goal is told, and only what came of it is asked for. */
function tellsGoalFirst({ tokens, lists }: Frame): boolean {
  const goals = tokens.filter(({ text }) => lists.target.has(text));
  const result = tokens.find(({ text }) => lists.result.has(text));
  if (!result || goals.length === 0) return false;
  const asksIn = (clause: number) => tokens.some((token) => token.clause === clause && lists.asks.has(token.text));
  return asksIn(result.clause) && goals.every(({ clause }) => clause < result.clause && !asksIn(clause));
}

function holdsAgainstCouncil({ words }: Frame): boolean {
  return words.has('council-target') && ['difference', 'compare', 'above', 'below'].some((word) => words.has(word));
}

/** "Utfallet alltså, inte målet": a goal would be no answer, however the words are put. */
function asksOutcomeOnly(frame: Frame): boolean {
  const { words, tokens, lists } = frame;
  const rejectsTarget = tokens.some(
    ({ text }, at) => lists.not.has(text) && lists.target.has(tokens[at + 1]?.text ?? ''),
  );
  return (
    words.has('outcome-only') ||
    tellsGoalFirst(frame) ||
    (rejectsTarget && tokens.some(({ text }) => lists.result.has(text)))
  );
}

/** What is to be done with the figures, by words alone. `since`: the years that a change is counted from. */
export function readWants(frame: Frame, since: readonly number[]): Wants {
  const { words, tokens, lists } = frame;
  const difference = words.has('difference');
  const side = (['above', 'below'] as const).find((word) => words.has(word));
  const extremes = EXTREMES.filter((word) => words.has(word));
  const asksShare =
    words.has('share') ||
    (!difference && (!words.has('count') || rejectsNumber(frame)) && saysPerCent(frame)) ||
    tokens.some(({ text }, at) => lists['share-of'].has(text) && lists.size.has(tokens[at - 1]?.text ?? ''));
  return {
    extreme: extremes[0],
    spread: extremes.length > 1 || (extremes.length > 0 && difference),
    ranking: words.has('ranking'),
    second: extremes.length > 0 && tokens.some(({ text }) => lists.second.has(text)),
    change: ['change', 'previous', 'increase', 'decrease'].some((word) => words.has(word)) || since.length > 0,
    way: words.has('increase') === words.has('decrease') ? undefined : words.has('increase') ? 'up' : 'down',
    compare: words.has('compare'),
    difference,
    remainder: words.has('remainder'),
    ratio: words.has('ratio'),
    ofThem: pointsIn(frame) && tokens.filter(({ text }) => lists['how-much'].has(text)).length > 1,
    twice: tokens.filter(({ text }) => lists['how-much'].has(text)).length > 1,
    againstWhole: (words.has('whole') || isAboutWhole(frame)) && isHeldAgainst(frame),
    outcomeOnly: asksOutcomeOnly(frame),
    today: words.has('today') && !words.has('target') && !words.has('annual-target'),
    asksHeld: words.has('target') && tokens.some(({ text }) => lists.held.has(text)),
    againstCouncil: holdsAgainstCouncil(frame),
    namedTarget: tokens.some(({ text }) => lists.target.has(text)),
    share: asksShare,
    count: words.has('count') && !asksShare && !tokens.some(({ text }) => lists['in-per-cent'].has(text)),
    sum: words.has('sum'),
    years: tokens.some(({ text }) => lists.years.has(text)),
    length: words.has('length') && !tokens.some(({ text }) => lists['how-much'].has(text)),
    howOften: words.has('frequency') && tokens.some(({ text }) => lists.often.has(text)) && !words.has('count'),
    wholeYear: words.has('whole-year'),
    list: words.has('list'),
    conflict: words.has('conflict'),
    beyond: words.has('target') ? (orOnIt(side, frame) ?? heldOrNot(frame) ?? side) : undefined,
    beyondWhole: words.has('whole') && !words.has('target') ? side : undefined,
  };
}

/** "På eller under målet", "at or below". */
function orOnIt(side: 'above' | 'below' | undefined, { tokens, lists }: Frame): Side | undefined {
  const isOn = tokens.some(
    ({ text }, at) => lists['place-preposition'].has(text) && lists.or.has(tokens[at + 1]?.text ?? ''),
  );
  return side && isOn ? `at-or-${side}` : undefined;
}

/** "Vilka klarade målet?", "vilka nådde inte målet?", "på eller under målet": a goal is held by whoever is on it. */
function heldOrNot({ tokens, lists }: Frame): 'meets' | 'misses' | undefined {
  const isNot = tokens.some(({ text }) => lists.not.has(text));
  if (tokens.some(({ text }) => lists.misses.has(text))) return isNot ? 'meets' : 'misses';
  return tokens.some(({ text }) => lists.meets.has(text)) ? (isNot ? 'misses' : 'meets') : undefined;
}

/** "Inte antal". */
function rejectsNumber({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text, index }) => lists.not.has(text) && lists['how-much'].has(tokens[index + 1]?.text ?? ''));
}

/** "Procent, inte antal"; "jag jobbar 75 procent" asks for none. */
function saysPerCent({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text, index }) => lists['per-cent'].has(text) && !/^\d/.test(tokens[index - 1]?.text ?? ''));
}

/** "Hur stor andel av personalen är det?", where no figure was talked about: of the staff, but what? */
export function endsPointing({ tokens, lists }: Frame): boolean {
  const [before, last] = tokens.slice(-2);
  return before !== undefined && last !== undefined && lists.copula.has(before.text) && lists.pointer.has(last.text);
}

/** "Hur många av dem": of what was counted right before. */
function pointsIn({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text }, at) => lists.of.has(text) && lists.pointer.has(tokens[at + 1]?.text ?? ''));
}
