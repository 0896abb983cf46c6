import type { AskContext } from '../context.js';
import type { Token } from '../text/fold.js';
import type { Frame, Mention } from '../understand/frame.js';
import { carryOver } from './carry-over.js';
import { goesOn, isAboutWhole } from './going-on.js';
import { namedTimes, saysEverSince, yearsAskedBeside, yearsSince } from './read-times.js';
import { endsPointing, kindWish, readWants } from './read-wants.js';
import { countedBeside, countedBy } from './ratio.js';
import { groupLevel, impliesHeadcount, impliesMeasure, namedBreakdowns, namedMeasures, SPREAD } from './mentions.js';
import type { Reading, Wants } from './reading.js';
import { listedBeside } from './listed.js';
import { narrowingWords, withoutGroupsMeasured } from './narrowing.js';
import { partsThem } from './one-clause.js';
import { namedPlaces } from './places.js';
import { goalNumber, withoutGoalNumber } from './goal-number.js';
import type { StatisticsStore } from './store.js';

/** Joins the words of a question with what the conversation remembers. Undefined when no figure is asked for. */
export function readReading(asked: Frame, context: AskContext, now: Date, store: StatisticsStore): Reading | undefined {
  const goal = goalNumber(asked);
  const unlisted = withoutGroupsMeasured(withoutGoalNumber(asked));
  const groups = groupLevel(unlisted);
  const namedHere = namedMeasures(unlisted, groups, store);
  const listed = listedBeside(unlisted, namedHere, store);
  const items = new Set(listed.map(({ token }) => token));
  const frame = { ...unlisted, unexplained: unlisted.unexplained.filter((token) => !items.has(token)) };
  const isFollowUp = context.measure !== undefined && goesOn(frame);
  const beside = isFollowUp && frame.measures.length === 0 ? besideOf(frame, context, store) : undefined;
  const phrases = beside === undefined ? namedHere : [beside];
  const nouns = countedBeside(frame, phrases, store);
  const named = [...nouns.before, ...phrases, ...nouns.after, ...listed.map(({ measure }) => measure)];
  // "Per hemtjänstområde": one figure each, nothing to divide by.
  const countedPer = groups === undefined ? countedBy(frame, named, store) : undefined;
  const asksChange =
    ['change', 'previous', 'difference', 'compare'].some((word) => frame.words.has(word)) ||
    saysEverSince(frame) ||
    named.some((id) => store.measure(id).changeOf !== undefined);
  const since = asksChange ? yearsSince(frame) : yearsAskedBeside(frame);
  const read = readWants(frame, since);
  const isOfNothing = context.measure === undefined && !read.twice && endsPointing(frame);
  const countsByPart = isCountedByPart(frame, named);
  const wants = {
    ...read,
    ...(isOfNothing && { partUnsaid: true }),
    // "Brukare per undersköterska", "antal brukare och undersköterskor": the users, and those who are assistant nurses.
    ...((countsByPart || namesPartBeside(frame)) && { twice: true }),
  };
  const others = named.filter((id) => id !== countedPer);
  const counted = others.length > 0 || !isFollowUp ? others : [context.measure!];
  const measures = countedPer === undefined ? named : [...counted, countedPer];
  // "Hur många chefer finns det?" counts people without saying so.
  const people = store.headcounts.slice(0, 1).map(({ id }) => id);
  const headcount = frame.words.has('count') ? people : [];
  const isAbout = measures.length > 0 ? measures : isFollowUp ? [context.measure!] : headcount;
  const breakdowns = namedBreakdowns(frame, isAbout, store);
  // "KF-mål 1.3" is a part of the plan, not the council's own figure.
  const kind = goal === undefined ? kindWish(frame) : 'target';
  const listsGoal = goal !== undefined && wants.list;
  const withoutNouns = { ...frame, unexplained: frame.unexplained.filter((token) => !nouns.nouns.includes(token)) };
  const own: Reading = {
    measures: listsGoal ? [] : measures,
    places: namedPlaces(wants.second ? withoutFirst(frame) : frame.populations, store, {
      withWhole: isBoardBeside(frame, wants),
    }),
    groups,
    breakdowns,
    times: namedTimes(frame, now).filter((time) => !since.includes(time.year)),
    since: since.map((year) => ({ year })),
    kind: kind ?? 'outcome',
    countedBy: countedPer ?? (countsByPart ? people[0] : undefined),
    isOneThing: isOneThing(frame, wants),
    countsWho: whoIsCounted(frame, measures, store),
    wants,
    goal,
    near: context.population,
    carried: { measure: false, place: false },
    unknownWords: staffAskedOf(frame, isAbout, store).concat(
      narrowingWords(withoutComputed(withoutNouns, { ...wants, measures, countedPer }), {
        isCounting: isAbout.some((id) => store.measure(id).countsPeople),
        isRare: isAbout.length > 0 && isAbout.every((id) => isRare(id, frame, store)),
        isOfUsers: isAbout.length > 0 && isAbout.every((id) => store.measure(id).ofUsers),
        isCount: isAbout.some((id) => store.measure(id).unit === 'antal'),
      }),
    ),
  };
  const joined = isFollowUp ? carryOver(own, { frame, context, kind }, store) : own;
  if (joined.measures.length === 0 && breakdowns.length === 0 && people.length > 0 && impliesHeadcount(frame))
    return { ...joined, measures: people, breakdowns: [[]] };
  const isOpen = joined.measures.length === 0 && asksOpenly(frame) && !impliesMeasure(frame, breakdowns);
  const found = isOpen ? store.findMeasure(frame) : undefined;
  if (found !== undefined) {
    const ofFound = namedBreakdowns(frame, [found], store);
    return { ...joined, measures: [found], breakdowns: ofFound.length > 0 ? ofFound : [[]] };
  }
  if (joined.measures.length === 0 && !impliesMeasure(frame, breakdowns)) return undefined;
  // "Den mest nöjda arbetsgruppens kunder": whose it is stands beside what ranges.
  const ranging = joined.measures.filter((id) => rangesBetweenGroups(id, joined, store));
  // "Utfall, årsmål, och spannet mellan grupperna?": no goal is told as from which to which.
  if (ranging.length === 1)
    return { ...joined, measures: ranging, groups: undefined, breakdowns: [[SPREAD]], kind: kind ?? 'outcome' };
  const rangesOverAll = joined.wants.extreme !== undefined && joined.places.length < 2 && joined.breakdowns.length < 2;
  return {
    ...joined,
    groups: joined.groups ?? (rangesOverAll ? 'any' : undefined),
    breakdowns: joined.breakdowns.length > 0 ? joined.breakdowns : [[]],
  };
}

/** So few figures of a measure, where one is asked for, that words beside it choose none. */
const RARE = 3;

/** Hardly a figure is held of it, by the organisations named or by any. */
function isRare(measure: string, { populations }: Frame, store: StatisticsStore): boolean {
  const named = new Set(populations.flatMap(({ ids }) => ids.map((id) => store.organisationOf(id))));
  const figures = store.figures(measure);
  const there = figures.filter(({ observation }) => named.has(store.organisationOf(observation.population)));
  return (named.size === 0 ? figures : there).length <= RARE;
}

const REMAINDER = 'langtidsfranvaro';
const COSTS = 'kostnader';

/**
 * What no document holds but what can be computed here: long-term absence is what remains of a total without its short-term
 * part, and what something costs per user is a budget divided by their number.
 */
function withoutComputed(
  frame: Frame,
  { remainder, measures, countedPer }: Pick<Wants, 'remainder'> & { measures: readonly string[]; countedPer?: string },
): Frame {
  const computed = [
    ...(remainder && measures.length > 1 ? [REMAINDER] : []),
    ...(countedPer !== undefined && measures.length > 1 ? [COSTS] : []),
  ];
  return { ...frame, notHeld: frame.notHeld.filter(({ ids }) => !ids.some((id) => computed.includes(id))) };
}

/** Another measure of the place talked about: by a word of its name, or "och totalen?" after what is a part of it. */
function besideOf(frame: Frame, { measure, population }: AskContext, store: StatisticsStore): string | undefined {
  const { partOf } = store.measure(measure!);
  const asksTotal = frame.tokens.some(({ text }) => frame.lists.total.has(text));
  if (partOf !== undefined && asksTotal && frame.populations.length + frame.unexplained.length === 0) return partOf;
  return frame.words.has('procedure') || frame.parts.length > 0
    ? undefined
    : store.findBeside(frame, { measure: measure!, population });
}

const OPEN = ['count', 'share', 'figure', 'frequency', 'difference', 'change', 'previous', 'highest', 'lowest'];

/** A figure is asked for, of something that the vocabulary has no phrase for and that is not known to be missing. */
function asksOpenly({ words, notHeld }: Frame): boolean {
  const asksFigure = OPEN.some((word) => words.has(word));
  return asksFigure && notHeld.length === 0 && !words.has('procedure') && !words.has('computed');
}

/** "Brukare per vårdbiträde": what it counts by is a part of the staff. */
function isCountedByPart({ words, tokens, lists, breakdowns }: Frame, named: readonly string[]): boolean {
  return (
    words.has('ratio') &&
    named.length > 0 &&
    breakdowns.some(({ start }) => lists.per.has(tokens[Math.floor(start) - 1]?.text ?? ''))
  );
}

/** "Antal brukare o vårdbiträden": an occupation beside what is counted, with nothing between them but "och". */
function namesPartBeside({ tokens, lists, measures, breakdowns }: Frame): boolean {
  const isJoined = (end: number, start: number) => {
    const between = tokens.slice(Math.ceil(end), Math.floor(start));
    return between.length > 0 && between.every(({ text }) => lists.and.has(text));
  };
  const isOccupation = ({ ids }: Mention) => ids.some((id) => id.startsWith('yrke='));
  return measures.some(({ end }) => breakdowns.some((part) => isOccupation(part) && isJoined(end, part.start)));
}

/** "Hur nöjda är medarbetarna?": what users tell is no answer about staff. */
function staffAskedOf({ tokens, lists }: Frame, measures: readonly string[], store: StatisticsStore): string[] {
  const asked = tokens.filter(({ inQuestion }) => inQuestion);
  const isOfUsers =
    measures.some((id) => store.measure(id).ofUsers) && !asked.some(({ text }) => lists.users.has(text));
  return isOfUsers ? asked.filter(({ text }) => lists.staff.has(text)).map(({ text }) => text) : [];
}

/** "Hur många enheter är HBTQ-certifierade?": both measures are named, and the one before says nothing without the last. */
function isOneThing({ measures, tokens, lists }: Frame, wants: Wants): boolean {
  const { compare, difference, ratio, sum, list, twice, change, share, remainder } = wants;
  if ([compare, difference, ratio, sum, list, twice, change, share, remainder].some(Boolean)) return false;
  const saysWhose = ({ text }: Token) => lists['according-to'].has(text) || lists.within.has(text);
  const isSentence = tokens.some(({ text }) => lists.asks.has(text) || lists.verb.has(text));
  return (
    isSentence &&
    measures.length > 1 &&
    measures.slice(1).every(({ start }, at) => {
      const between = tokens.slice(Math.ceil(measures[at]!.end) - 1, Math.floor(start));
      return !partsThem(between, lists) && !between.some(saysWhose);
    })
  );
}

/** "Hur många medarbetare tar ut friskvårdsbidraget?": people named right after "hur många", and another measure. */
function whoIsCounted(
  { measures: mentions, tokens, lists }: Frame,
  measures: readonly string[],
  store: StatisticsStore,
) {
  const counts = (id: string) => store.measure(id).countsPeople;
  const [first] = mentions;
  if (first === undefined || measures.length === 0 || measures.some(counts) || !first.ids.some(counts)) return false;
  const from = Math.max(0, Math.floor(first.start) - 1);
  return tokens
    .slice(from, Math.ceil(first.end))
    .some(({ text }) => lists['how-much'].has(text) && !lists.size.has(text));
}

/** "Näst efter förskolan": the department after which the second comes is not the one asked for. */
function withoutFirst({ populations, tokens, lists }: Frame): readonly Mention[] {
  return populations.filter(
    ({ start }) => !(lists.after.has(tokens[start - 1]?.text ?? '') && lists.second.has(tokens[start - 2]?.text ?? '')),
  );
}

/** "Nämndens mål jämfört med enhetens", "för nämnden och ett för enheten": two figures, of the whole and of its part. */
function isBoardBeside(frame: Frame, { compare, difference, extreme }: Wants): boolean {
  const asksTarget = ['target', 'annual-target', 'forecast', 'increase'].some((word) => frame.words.has(word));
  const namesPart = frame.tokens.some(({ text }) => frame.lists.unit.has(text));
  const namesBoard = frame.tokens.some(({ text }) => frame.lists.board.has(text));
  return (
    (compare && isAboutWhole(frame)) || (namesBoard && (namesPart || asksTarget || difference || extreme !== undefined))
  );
}

/** Work groups are asked about, and the source only gives from which to which figure they range. */
function rangesBetweenGroups(measure: string, { groups, places }: Reading, store: StatisticsStore): boolean {
  if (groups !== 'arbetsgrupp') return false;
  const figures = store
    .figures(measure)
    .filter(
      ({ observation }) =>
        places.length === 0 || places.flat().some((place) => store.isWithin(observation.population, place)),
    );
  const ofGroups = figures.some(({ observation }) => store.population(observation.population).level === 'arbetsgrupp');
  return !ofGroups && figures.some(({ observation }) => observation.breakdown === SPREAD);
}
