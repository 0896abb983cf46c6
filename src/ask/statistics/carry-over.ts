import type { AskContext } from '../context.js';
import type { Frame } from '../understand/frame.js';
import {
  asksForPart,
  isAboutSameMeasure,
  isAboutWhole,
  isHeldAgainst,
  opensElliptic,
  pointsBack,
  SHORT,
} from './going-on.js';
import { SPREAD } from './mentions.js';
import type { KindWish, Reading, Time } from './reading.js';
import type { StatisticsStore } from './store.js';

/** "Skillnaden?", "hur stor är skillnaden?" after an outcome: what was last talked about is held against what came before it. */
function isBareDifference(
  own: Reading,
  { measures, populations, breakdowns, periods, tokens }: Frame,
  { kind = 'outcome' }: AskContext,
): boolean {
  const namesNothing = measures.length + populations.length + breakdowns.length + periods.length === 0;
  return own.wants.difference && kind === 'outcome' && namesNothing && tokens.length <= SHORT;
}

/** "Hur många av dem är undersköterskor?" of care aides and assistant nurses together: the source does not part them. */
function partOfItself({ tokens, lists, breakdowns }: Frame, own: Reading, { breakdown }: AskContext): string[] {
  if (!own.breakdowns.some((parts) => parts.length > 0 && parts.join('; ') === breakdown)) return [];
  const isOfThem = (at: number) => lists.of.has(tokens[at]!.text) && lists.pointer.has(tokens[at + 1]?.text ?? '');
  const isNamed = (at: number) => breakdowns.some(({ start, end }) => at < end && at + 1 > start);
  const isSaid = (at: number) => isOfThem(at) || (at > 0 && isOfThem(at - 1)) || isNamed(at);
  return [
    tokens
      .filter(({ index }) => isSaid(index))
      .map(({ text }) => text)
      .join(' '),
  ];
}

interface Before {
  readonly frame: Frame;
  readonly context: AskContext;
  /** The kind of figure that this turn names itself. */
  readonly kind: KindWish | undefined;
}

/** Fills what this turn leaves out from the turn before: measure, place, breakdown, time, kind. */
export function carryOver(own: Reading, { frame, context, kind }: Before, store: StatisticsStore): Reading {
  // "Och på andra plats?" where nothing was ranked would tell the same figure once more.
  const asksNothingRanked = frame.words.has('runner-up') && context.extreme === undefined;
  const measure = own.measures.length === 0 && !own.wants.list && !asksNothingRanked && isAboutSameMeasure(frame);
  const places = carriedPlaces(own, frame, context, store);
  // "Vad blev det?" after a goal: its outcome, or the refusal of it.
  const asksOutcome =
    measure &&
    kind === undefined &&
    ['target', 'annual', 'council'].includes(context.kind ?? '') &&
    frame.tokens.some(({ text }) => frame.lists.outcome.has(text));
  // No goal is told as from which to which group.
  const asksSpread = own.breakdowns.flat().includes(SPREAD);
  const isAbout = own.measures[0] ?? context.measure!;
  // "Hur låg hela förvaltningen till i korttid i juni?" after a goal asks for no goal.
  const asksAnew = own.measures.length > 0 && frame.tokens.length > SHORT && !opensElliptic(frame);
  // "Och totalt?" after a part.
  const asksWhole = measure && own.places.length === 0 && frame.words.has('whole');
  const keepsBreakdown =
    own.breakdowns.length === 0 &&
    !asksWhole &&
    // "Vilken avdelning har högst sjukfrånvaro?" after the women's: of all again.
    !(own.measures.length > 0 && own.groups !== undefined) &&
    context.breakdown !== undefined &&
    context.breakdown !== '' &&
    context.breakdown.split('; ').every((part) => store.hasBreakdown(isAbout, part));
  const recentParts = lastOf(context.recentParts, frame);
  // "Kvinnorna? Och männen? Hur stort är gapet?"
  const isBetweenParts =
    measure &&
    isBareDifference(own, frame, context) &&
    recentParts.length > 1 &&
    !recentParts.includes('') &&
    (context.recent?.length ?? 0) < 2;
  const addsUp =
    own.wants.sum &&
    own.breakdowns.length === 0 &&
    recentParts.length > 1 &&
    !recentParts.includes('') &&
    places?.length === 1;
  // "Vilken andel av dem är också planerare?"
  const isShareOfThem =
    own.wants.share && asksForPart(frame) && !!context.breakdown && own.breakdowns.some((parts) => parts.length > 0);
  // "Och året därpå?"
  const isFollowing = own.times.length === 0 && frame.words.has('following') && context.period !== undefined;
  // "Hur stor andel är trygga? Och hur många tyckte att de kunde påverka?": of those, as shares too.
  const isShare = (id: string) => store.measure(id).unit === 'procent';
  const goesOnSharing = context.share === true && own.measures.length > 0 && own.measures.every(isShare);
  const lacks = stillLacks(own, frame, context);
  // "Värst? Och bäst? Hur långt är det mellan dem?": between the ends of what was talked about.
  const isBetweenThem = own.wants.difference && pointsBack(frame) && own.places.length === 0;
  const spansAll = measure && isBetweenThem && (context.recent?.length ?? 0) > 2;
  const isRunnerUp = measure && frame.words.has('runner-up') && context.extreme !== undefined;
  // "Och lägst?" after the highest: of the same ones.
  const ranksAgain =
    measure &&
    context.extreme !== undefined &&
    (own.wants.extreme !== undefined || isRunnerUp || (own.wants.beyond !== undefined && pointsBack(frame))) &&
    own.places.length === 0 &&
    own.groups === undefined;
  const winner = store.population(context.population ?? '');
  const isOfLackedYear = lacks === 'time' && context.period !== undefined;
  const keepsTime = own.times.length === 0 && (isOfLackedYear || (!own.wants.change && isPast(context, store)));
  // "Och 2023? Har vi blivit fler?": from that year to the one talked about.
  const isFromThen =
    own.wants.change &&
    own.times.length === 1 &&
    context.period !== undefined &&
    own.since.length === 0 &&
    own.times[0]!.year < timeOf(context.period).year;
  return {
    ...own,
    ...(isFromThen ? { times: [], since: own.times } : {}),
    measures: measure ? [context.measure!] : own.measures,
    ...(ranksAgain && winner?.parent ? { groups: winner.level } : {}),
    places: ranksAgain && winner?.parent ? [[winner.parent]] : (places ?? own.places),
    breakdowns: isShareOfThem
      ? [...own.breakdowns, context.breakdown!.split('; ')]
      : isBetweenParts
        ? recentParts.slice(-2).map((part) => part.split('; '))
        : addsUp
          ? recentParts.map((part) => part.split('; '))
          : keepsBreakdown
            ? [context.breakdown!.split('; ')]
            : own.breakdowns,
    times: isFollowing
      ? [{ year: timeOf(context.period!).year + 1 }]
      : keepsTime
        ? [isOfLackedYear && frame.words.has('previous') ? yearBefore(context.period!) : timeOf(context.period!)]
        : isFromThen
          ? []
          : own.times,
    kind: kind ?? (asksOutcome || asksSpread || asksAnew ? 'outcome' : context.kind) ?? 'outcome',
    wants: {
      ...own.wants,
      ...(spansAll && { extreme: 'highest', spread: true }),
      // "Och på andra plats?"
      ...(isRunnerUp && { extreme: context.extreme, second: true }),
      outcomeOnly: own.wants.outcomeOnly || asksOutcome,
      ...(goesOnSharing && { count: false }),
      share: own.wants.share || goesOnSharing || (measure && context.share === true && !own.wants.count),
    },
    unknownWords:
      measure && asksForPart(frame)
        ? [
            ...new Set([
              ...own.unknownWords,
              // "Hur många av dem är dessutom planerare?": beside a part that is named, what anybody says narrows nothing.
              ...frame.unexplained
                .filter(({ text }) => own.breakdowns.length === 0 || !frame.lists.carrier.has(text))
                .map(({ text }) => text),
              ...partOfItself(frame, own, context),
            ]),
          ]
        : own.unknownWords,
    // A year that nothing is held of is refused as any other.
    lacks: isOfLackedYear || !measure ? undefined : lacks,
    carried: { measure, place: places !== undefined && own.places.length === 0 },
  };
}

/** What the turn before lacked, unless this one names another, or all of it. */
function stillLacks(own: Reading, frame: Frame, { lacks }: AskContext): AskContext['lacks'] {
  const namesOther = {
    place: own.places.length > 0 || isAboutWhole(frame),
    time: own.times.length > 0 || own.since.length > 0 || frame.words.has('latest'),
    part: own.breakdowns.length > 0 || frame.words.has('whole') || isAboutWhole(frame),
  };
  return lacks === undefined || namesOther[lacks] ? undefined : lacks;
}

/** "De två ihop", "båda": the last two talked about; else all of them. */
function lastOf(recent: readonly string[] = [], { tokens, lists }: Frame): readonly string[] {
  return tokens.some(({ text }) => lists.two.has(text)) ? recent.slice(-2) : recent;
}

/** Named places are looked for in the organisation talked about; "vilken av dem" are the last ones; else the last one. */
function carriedPlaces(
  own: Reading,
  frame: Frame,
  context: AskContext,
  store: StatisticsStore,
): string[][] | undefined {
  if (context.population === undefined) return undefined;
  const organisation = store.organisationOf(context.population);
  if (own.places.length > 0) {
    const near = own.places.map((ids) => {
      const within = ids.filter((id) => store.organisationOf(id) === organisation);
      return within.length > 0 ? within : [...ids];
    });
    // "Hur mycket mer än Liljeholmen är det?": the one talked about, held against another.
    const isAgainst = own.wants.difference && near.length === 1 && own.measures.length === 0 && isHeldAgainst(frame);
    return isAgainst && !near[0]!.includes(context.population) ? [[context.population], ...near] : near;
  }
  const recent = lastOf(context.recent, frame);
  if (own.wants.sum && recent.length > 1) return recent.map((id) => [id]);
  // "Hur många färre är det än året innan?" is about one of them.
  const isOfThem = own.wants.extreme !== undefined || (own.wants.difference && !own.wants.change);
  if (isOfThem && pointsBack(frame) && recent.length > 1) return recent.map((id) => [id]);
  // "Skillnaden?": between the last two.
  if (isBareDifference(own, frame, context) && recent.length > 1) return recent.slice(-2).map((id) => [id]);
  if (own.groups !== undefined) {
    const { population } = context;
    // "Hur många av avdelningarna ...?" after one of their units: those of the organisation.
    const hasBelow = store.populations.some(
      ({ id, level }) => level === own.groups && id !== population && store.isWithin(id, population),
    );
    return [[hasBelow ? population : organisation]];
  }
  const above = pointsBack(frame) ? undefined : aboveListed(own, context, store);
  if (above !== undefined) return [[above]];
  // "Hur stor andel av hela förvaltningen är det?" asks of the place talked about.
  const ofWhole = isAboutWhole(frame) && !isHeldAgainst(frame) && !own.wants.share;
  return [[ofWhole ? organisation : context.population]];
}

/**
 * "Sjukfrånvaron för de tre områdena?", then "hur många anställdes 2023?": the first of the list has no figure of that, and was not
 * talked about alone; what they are parts of has.
 */
function aboveListed(
  { measures }: Reading,
  { population, recent = [] }: AskContext,
  store: StatisticsStore,
): string | undefined {
  const [measure] = measures;
  const here = store.population(population!);
  const isList = recent.length >= FEWEST_LISTED && recent.every((id) => store.population(id).parent === here.parent);
  if (measure === undefined || !isList) return undefined;
  const has = (id: string) => store.figures(measure).some(({ observation }) => observation.population === id);
  if (has(here.id)) return undefined;
  let above = here.parent;
  while (above !== undefined && !has(above)) above = store.population(above).parent;
  return above;
}

const FEWEST_LISTED = 3;

/** An earlier period than the latest was talked about, so a follow-up stays in it. */
function isPast(context: AskContext, store: StatisticsStore): boolean {
  const figures = store
    .figures(context.measure!)
    .filter(({ observation }) => observation.population === context.population && observation.kind === 'utfall');
  const asked = figures.find(({ period }) => period.notation === context.period);
  return asked !== undefined && figures.some(({ period }) => period.last > asked.period.last);
}

function timeOf(notation: string): Time {
  return { year: Number(/(\d{4})(?!.*\d{4})/.exec(notation)![1]) };
}

function yearBefore(notation: string): Time {
  return { year: timeOf(notation).year - 1 };
}
