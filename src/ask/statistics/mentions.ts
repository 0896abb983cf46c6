import type { Level } from '../knowledge.js';
import { stemsOf } from '../text/coverage.js';
import type { Token } from '../text/fold.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { Frame, Mention } from '../understand/frame.js';
import { isNoun } from './narrowing.js';
import { partsThem } from './one-clause.js';
import { EXTREMES } from './reading.js';
import type { StatisticsStore } from './store.js';

/** From which to which figure work groups range, as a breakdown. */
export const SPREAD = 'spridning=arbetsgrupper';

const GROUPS: Readonly<Record<string, Level>> = { 'groups-department': 'avdelning', 'groups-area': 'arbetsgrupp' };
const ORDERS = [...EXTREMES, 'ranking', 'compare'];

/** "Vilken avdelning", "mellan områdena": the level whose every population is wanted. */
export function groupLevel({ words, tokens, lists }: Frame): Level | undefined {
  const level = Object.entries(GROUPS).find(([word]) => words.has(word))?.[1];
  const asksForEach =
    tokens.some(({ text }) => lists['for-each'].has(text) || lists['groups-all'].has(text)) ||
    ORDERS.some((word) => words.has(word));
  // "Hur många av de fem avdelningarna"
  const asksHowMany = tokens.some(
    ({ text }, at) => lists['how-much'].has(text) && !lists.size.has(text) && lists.of.has(tokens[at + 1]?.text ?? ''),
  );
  // "Avdelning för avdelning"
  const oneByOne = tokens.some(
    ({ text }, at) => text === tokens[at + 2]?.text && lists.preposition.has(tokens[at + 1]!.text),
  );
  return asksForEach || oneByOne || asksHowMany ? level : undefined;
}

/**
 * The measures named, in order. Those of the sentence that asks come before those that only tell why somebody asks. A part
 * drops the whole that is only its other word ("sjukfrånvaro dag 1–14"), unless the total is asked for beside it; a word
 * that names groups ("hemtjänstområde") is no measure when another one is named.
 */
export function namedMeasures(frame: Frame, groups: Level | undefined, store: StatisticsStore): string[] {
  const isGroupWord = (mention: Mention) =>
    groups !== undefined && mention.ids.every((id) => id.endsWith('omraden')) && frame.measures.length > 1;
  const mentions = asking(
    frame,
    frame.measures.filter((mention) => !isGroupWord(mention)),
  );
  const ids = [...new Set(mentions.map(({ ids }) => bestOf(ids, frame, store)))];
  // "Hur stor del av personalen går i pension": the staff is only what the share is of.
  const isBase = (id: string) =>
    (store.measure(id).countsPeople &&
      ids.some((other) =>
        frame.words.has('share') ? store.measure(other).unit === 'procent' : isShareByName(store.measure(other)),
      ) &&
      (frame.words.has('share') || isHalf(id, mentions))) ||
    isByThem(id, mentions, store) ||
    isSaidOf(id, mentions, frame, store);
  const parts = ids.filter((id) => store.measure(id).partOf !== undefined);
  // "Korttid, och vad blir kvar?": what is left is left of the whole.
  const [only] = ids;
  if (frame.words.has('remainder') && ids.length === 1 && parts.length === 1)
    return [store.measure(only!).partOf!, only!];
  const both =
    ['both', 'remainder', 'difference'].some((word) => frame.words.has(word)) ||
    (frame.words.has('whole') && !isWholeOfPlace(frame)) ||
    saysTotal(mentions, parts, frame, store);
  // "Hur ofta fick medarbetarna ta del av rapporterna?" asks for no number of them.
  const isOften = frame.words.has('frequency') && !frame.words.has('count');
  const isWho = (id: string) => isOften && store.measure(id).countsPeople;
  return ids.filter(
    (id) => !isBase(id) && !isWho(id) && !parts.some((part) => store.measure(part).partOf === id && !both),
  );
}

/** "Total sjukfrånvaro och för dag 1–14": the name of the whole says that it is meant. */
function saysTotal(
  mentions: readonly Mention[],
  parts: readonly string[],
  frame: Frame,
  store: StatisticsStore,
): boolean {
  const isWhole = ({ ids }: Mention) => parts.some((part) => ids.includes(store.measure(part).partOf!));
  return mentions.some(
    (mention) =>
      isWhole(mention) &&
      frame.tokens
        .slice(Math.floor(mention.start), Math.ceil(mention.end))
        .some(({ text }) => frame.lists.total.has(text)),
  );
}

/** "Dag 1–14 för hela hemtjänsten": all of a place is asked for, not the total of what is measured. */
function isWholeOfPlace({ tokens, populations, lists }: Frame): boolean {
  const startsPlace = (at: number) =>
    lists.whole.has(tokens[at]?.text ?? '') || populations.some(({ start }) => Math.floor(start) === at);
  return (
    tokens.some(({ text, index }) => lists['all-of'].has(text) && startsPlace(index + 1)) &&
    !tokens.some(({ text }) => lists.total.has(text))
  );
}

/** "Väl bemötta av personalen": who does what users tell of, not how many there are. */
function isByThem(id: string, mentions: readonly Mention[], store: StatisticsStore): boolean {
  const isOfUsers = (before: Mention | undefined) => before?.ids.every((other) => store.measure(other).ofUsers);
  return (
    store.measure(id).countsPeople === true &&
    mentions.some((mention, at) => {
      const before = mentions[at - 1];
      return mention.ids.includes(id) && before?.end === mention.start && isOfUsers(before);
    })
  );
}

/** "Andel heltidsanst": half of a compound whose other half says what is measured. */
function isHalf(id: string, mentions: readonly Mention[]): boolean {
  return mentions.every(({ ids, start }) => !ids.includes(id) || !Number.isInteger(start));
}

function isShareByName({ sv, unit }: { readonly sv: string; readonly unit: string }): boolean {
  return unit === 'procent' && sv.startsWith('andel ');
}

/**
 * "Hur många brukare som känner sig trygga", "residents feeling well treated": a share is asked for, and the number before it
 * only says whose.
 */
function isSaidOf(id: string, mentions: readonly Mention[], frame: Frame, store: StatisticsStore): boolean {
  const { lists, tokens } = frame;
  const isPlaceOrTime = (at: number) =>
    [...frame.populations, ...frame.periods].some(({ start, end }) => at < end && at + 1 > start);
  const joins = ({ text }: { text: string }) =>
    [lists.relative, lists.copula, lists.feels, lists.pointer, lists.verb].some((list) => list.has(text)) ||
    (STOP_WORDS.has(text) && !lists.and.has(text) && !lists.asks.has(text));
  return mentions.some((mention, at) => {
    const next = mentions[at + 1];
    if (!mention.ids.includes(id) || !next || store.measure(id).unit !== 'antal') return false;
    const between = tokens.slice(Math.ceil(mention.end), Math.floor(next.start));
    // Turnover is in per cent too, and is no share of the people before it.
    const isShare = next.ids.every((other) => isShareByName(store.measure(other)));
    if (isShare) return between.length > 0 && between.every(joins);
    // "Hur många anställda ska gå i pension?", "tar ut bidraget": what they do, not how many there are.
    const isOther = next.ids.every((other) => !store.measure(other).countsPeople);
    const does = ({ text, index }: Token) => !lists.preposition.has(text) && !isPlaceOrTime(index);
    const begins = lists.verb.has(tokens[Math.floor(next.start)]!.text);
    return store.measure(id).countsPeople && isOther && !partsThem(between, lists) && (begins || between.some(does));
  });
}

/** The mentions in sentences that ask; all of them when those name none and ask about nothing else either. */
function asking(frame: Frame, mentions: readonly Mention[]): readonly Mention[] {
  const asks = ({ start }: { start: number }) => frame.tokens[Math.floor(start)]!.inQuestion;
  const { everyday, common } = frame.lists;
  const isSpecial = ({ inQuestion, text }: Token) => inQuestion && !everyday.has(text) && !common.has(text);
  const inQuestion = mentions.filter(asks);
  if (inQuestion.length > 0) return inQuestion;
  const asksOtherwise = frame.notHeld.some(asks) || frame.unexplained.filter(isSpecial).length > 2;
  return asksOtherwise ? [] : mentions;
}

/** Of measures that share a name, the one that has figures for a population named, and that counts or measures as asked. */
function bestOf(ids: readonly string[], frame: Frame, store: StatisticsStore): string {
  if (ids.length === 1) return ids[0]!;
  const places = frame.populations.flatMap((mention) => mention.ids);
  const score = (id: string) => {
    const figures = store.figures(id);
    const here = figures.some(({ observation }) => places.includes(observation.population)) ? 4 : 0;
    const share = frame.words.has('share') === (store.measure(id).unit === 'procent') ? 2 : 0;
    return here + share + (figures.length > 0 ? 1 : 0);
  };
  return [...ids].sort((a, b) => score(b) - score(a))[0]!;
}

/**
 * Breakdown values named, as one list of parts a figure. Values of one key are alternatives (women and men: two figures),
 * values of different keys belong together. An occupation that only says who asks ("min chef vill veta") narrows nothing.
 */
export function namedBreakdowns(frame: Frame, measures: readonly string[], store: StatisticsStore): string[][] {
  const byKey = new Map<string, Set<string>>();
  const note = (part: string) => {
    const key = part.split('=')[0]!;
    byKey.set(key, (byKey.get(key) ?? new Set()).add(part));
  };
  // "Chefer och arbetsledare, vad blir summan?" names no measure.
  const told = measures.length > 0 ? measures : store.measures.map(({ id }) => id);
  if (frame.words.has('groups-gender')) ['kon=kvinnor', 'kon=man'].forEach(note);
  for (const mention of frame.breakdowns) {
    // "Enhetschefer plus biträdande (inte arbetsledare)"
    if (frame.lists.not.has(frame.tokens[Math.floor(mention.start) - 1]?.text ?? '')) continue;
    const part =
      mention.ids.find((id) => measures.some((measure) => store.hasBreakdown(measure, id))) ?? mention.ids[0]!;
    const narrows =
      measures.length === 0 ||
      measures.some((measure) => store.hasBreakdown(measure, part)) ||
      !part.startsWith('yrke=') ||
      !(saysWhoAsks(frame, mention) || measures.every((measure) => isHowOften(store.measure(measure))));
    if (measures.some((measure) => isInName(part, measure, store))) continue;
    const narrower = store.includedIn(part).filter((id) => told.some((measure) => store.hasBreakdown(measure, id)));
    const hasOwn = told.some(
      (measure) => store.hasBreakdown(measure, part) && !isSplitHere(part, measure, frame, store),
    );
    if (narrower.length > 0 && !hasOwn) narrower.forEach(note);
    else if (narrows) note(part);
  }
  // Who takes a training is said by the measure; no source breaks a training down by occupation.
  if (byKey.has('utbildning')) byKey.delete('yrke');
  let lists: string[][] = [[]];
  for (const parts of byKey.values()) lists = lists.flatMap((list) => [...parts].map((part) => [...list, part].sort()));
  return byKey.size === 0 ? [] : lists;
}

/** Of a place that is named only the narrower parts are told: unit managers and their deputies, not all managers. */
function isSplitHere(part: string, measure: string, { populations }: Frame, store: StatisticsStore): boolean {
  const places = populations.flatMap(({ ids }) => ids);
  const here = store
    .figures(measure)
    .filter(({ observation }) => places.includes(observation.population))
    .map(({ observation }) => observation.breakdown);
  return !here.includes(part) && store.includedIn(part).some((narrower) => here.includes(narrower));
}

/** "Hur ofta går stödpersonen igenom planen?": an occupation says who does it, not of whom it is counted. */
function isHowOften({ unit }: { readonly unit: string }): boolean {
  return unit.startsWith('gånger per ');
}

/** "Poäng för titeln undersköterska": the occupation is part of what is measured, which has no figure of it alone. */
function isInName(part: string, measure: string, store: StatisticsStore): boolean {
  if (store.hasBreakdown(measure, part)) return false;
  const name = stemsOf([store.measure(measure).sv, store.measure(measure).en]);
  return [...stemsOf([store.breakdownName(part, 'sv')])].some((word) => name.has(word));
}

/** "Min chef undrar", "som enhetschef behöver jag": the occupation of somebody who wants to know, not of those counted. */
function saysWhoAsks({ tokens, lists, words, measures }: Frame, { start }: Mention): boolean {
  const at = Math.floor(start);
  // "Hur stor var hemtjänsten? Antal brukare och antal vårdbiträden": the question goes on without its mark.
  const isToldBeside = !measures.some((measure) => tokens[Math.floor(measure.start)]!.inQuestion);
  const before = tokens[at - 1]?.text ?? '';
  const isGroup = lists.group.has(before) || lists.preposition.has(before);
  return (
    (!tokens[at]!.inQuestion && !isToldBeside) ||
    (lists.asker.has(tokens[at]!.text) && !isGroup) ||
    (lists.aside.has(before) && !(words.has('count') && lists.group.has(before)))
  );
}

/** What may be asked about how many there are. */
const OF_COUNTS = [
  ...['count', 'change', 'difference', 'share', 'ratio', 'sum', 'list', 'figure', 'ranking'],
  ...['highest', 'lowest', 'groups-department'],
];

/**
 * "Hur många är de i hemtjänstpoolen?", "vilken avdelning är störst till personalen?": people are counted, at a place, and
 * the sentence that asks names nothing else.
 */
export function impliesHeadcount({ words, tokens, lists, populations, unexplained, notHeld }: Frame): boolean {
  if (words.has('procedure') || words.has('frequency') || (words.has('computed') && !words.has('count'))) return false;
  // "När slogs de ihop, och vilka var de?"
  const [first] = tokens.filter(({ inQuestion }) => inQuestion);
  const ranks = EXTREMES.some((word) => words.has(word));
  if (first && lists['who-or-when'].has(first.text) && !words.has('count') && !ranks) return false;
  // "Hur många finns på stödfunktioner?": of a department nothing else is counted than who works there.
  const countsNothing = tokens.some(
    ({ text }, at) => lists['how-much'].has(text) && ['finns', 'fanns'].includes(tokens[at + 1]?.text ?? ''),
  );
  // "Vi är många stadsdelar. Hur många ingår?" counts no people.
  const isPerson = ({ text, inQuestion }: Token) => lists.person.has(text) && (inQuestion || !lists.subject.has(text));
  const isPeople = countsNothing || tokens.some(isPerson);
  // "Vilken avdelning är störst?", "vilka har vuxit?"
  const isOfSize = words.has('groups-department') && tokens.some(({ text }) => lists.grows.has(text));
  const countsPeople = OF_COUNTS.some((word) => words.has(word)) && (isPeople || isOfSize);
  const counting = tokens.filter(({ text }) => lists['how-much'].has(text)).map(({ sentence }) => sentence);
  // "Staben har bantats, va? Hur många är de?": what is said before narrows less.
  const isTold = (token: Token) =>
    counting.length > 0 && !counting.includes(token.sentence) && (lists.common.has(token.text) || !isNoun(token));
  const isHarmless = (token: Token) =>
    // What a season narrows is held against what is said of the figure.
    [lists.person, lists.carrier, lists.second, lists.season].some((list) => list.has(token.text)) || isTold(token);
  const isClear = unexplained.every((token) => !token.inQuestion || isHarmless(token)) && notHeld.length === 0;
  return countsPeople && populations.length > 0 && isClear;
}

const TELEGRAPHIC = 10;

/** Without a measure, a training or an occupation still asks for a figure when a count or share is wanted. */
export function impliesMeasure(
  { words, populations, tokens, lists }: Frame,
  breakdowns: readonly (readonly string[])[],
): boolean {
  if (words.has('procedure')) return false;
  if (words.has('list')) return populations.length > 0;
  const isTelegraphic =
    populations.length > 0 && tokens.length <= TELEGRAPHIC && !tokens.some(({ text }) => lists.verb.has(text));
  // "Hur ofta träffar enhetscheferna controllern?" asks for no number of managers.
  const asksFigure =
    words.has('count') || words.has('share') || words.has('sum') || (words.has('figure') && !words.has('frequency'));
  return breakdowns.length > 0 && (isTelegraphic || asksFigure);
}
