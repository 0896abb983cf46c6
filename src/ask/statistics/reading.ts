import type { AskContext } from '../context.js';
import type { Level } from '../knowledge.js';
import type { Frame, Mention } from '../understand/frame.js';
import { namedPlaces } from './places.js';
import type { StatisticsStore } from './store.js';

/** A time that the question names. */
export interface Time {
  readonly year: number;
  readonly month?: number;
  readonly tertial?: number;
}

/** Which kind of figure is wanted. `target` is any kind of goal; `annual` and `council` are årsmål and KF:s årsmål. */
export type KindWish = 'outcome' | 'target' | 'annual' | 'council' | 'forecast';

/** What a question about figures asks for, with everything decided that words alone can decide. */
export interface Reading {
  /** In the order asked. Empty when only a breakdown or "all indicators" tells what is meant. */
  readonly measures: readonly string[];
  /** Populations meant, each a list of equally named ones of several organisations. */
  readonly places: readonly (readonly string[])[];
  /** "Which department", "each area": the figure of every population of this level is wanted. */
  readonly groups?: Level;
  /** One list of "key=value" parts a figure: women and men are two. [[]] when nothing is broken down. */
  readonly breakdowns: readonly (readonly string[])[];
  readonly times: readonly Time[];
  readonly kind: KindWish;
  /** The question says itself that it means outcomes ("fick", "utfall"), so a goal must not answer it. */
  readonly insistsOnOutcome: boolean;
  readonly wants: Wants;
  /** What was taken over from the turn before. */
  readonly carried: { readonly measure: boolean; readonly place: boolean };
  /** Words that may narrow the question but that nobody knows: a figure would be a guess. */
  readonly unknownWords: readonly string[];
}

export interface Wants {
  readonly extreme?: 'highest' | 'lowest' | 'best' | 'worst';
  readonly ranking: boolean;
  readonly change: boolean;
  readonly compare: boolean;
  readonly share: boolean;
  readonly sum: boolean;
  readonly list: boolean;
  readonly conflict: boolean;
}

/** Joins the words of a question with what the conversation remembers. Undefined when no figure is asked for. */
export function readReading(frame: Frame, context: AskContext, now: Date, store: StatisticsStore): Reading | undefined {
  const groups = groupLevel(frame);
  const named = namedMeasures(frame, groups, store);
  const isFollowUp = context.measure !== undefined && goesOn(frame);
  const breakdowns = namedBreakdowns(frame, named, store);
  const carriesMeasure = named.length === 0 && isFollowUp && !frame.words.has('list');
  const measures = carriesMeasure ? [context.measure!] : named;
  if (measures.length === 0 && !impliesMeasure(frame, breakdowns)) return undefined;

  const places = namedPlaces(frame.populations, store);
  const carriesPlace = places.length === 0 && isFollowUp && context.population !== undefined;
  const times = namedTimes(frame, now);
  const wants = readWants(frame);
  const carriesTime =
    carriesMeasure &&
    times.length === 0 &&
    !wants.change &&
    context.period !== undefined &&
    isPeriodOfPast(context, store);
  return {
    measures,
    places: carriesPlace ? [[context.population!]] : places,
    groups:
      groups ??
      (wants.extreme && places.length < 2 && breakdowns.length < 2 && !frame.words.has('change') ? 'any' : undefined),
    breakdowns:
      breakdowns.length > 0 ? breakdowns : carriesMeasure && context.breakdown ? [context.breakdown.split('; ')] : [[]],
    times: carriesTime ? [timeOf(context.period!)] : times,
    kind: kindWish(frame) ?? (carriesMeasure || carriesPlace ? context.kind : undefined) ?? 'outcome',
    insistsOnOutcome: frame.words.has('outcome') && kindWish(frame) === undefined,
    wants,
    carried: { measure: carriesMeasure, place: carriesPlace },
    unknownWords: [...narrowingWords(frame), ...notHeldWords(frame)],
  };
}

/** "Och för äldreomsorgen?", "jämfört med året innan?", "hur många av dem är chefer?": short, or opened as a continuation. */
function goesOn({ tokens, words, populations, measures }: Frame): boolean {
  const [first] = tokens;
  const opensSo =
    first !== undefined &&
    ['och', 'å', 'men', 'and', 'but', 'förlåt', 'sorry', 'what', 'bara', 'only', 'då'].includes(first.text);
  const pointsBack = tokens.some(({ text }) =>
    ['dem', 'dom', 'där', 'them', 'those', 'there', 'den', 'det', 'it'].includes(text),
  );
  const asksAnew = measures.length > 0 && populations.length > 0;
  return !asksAnew && (opensSo || pointsBack || tokens.length <= 6 || words.has('previous'));
}

const GROUPS: Readonly<Record<string, Level>> = { 'groups-department': 'avdelning', 'groups-area': 'arbetsgrupp' };
const ASKS_FOR_EACH = [
  'vilken',
  'vilket',
  'vilka',
  'which',
  'per',
  'varje',
  'alla',
  'samtliga',
  'mellan',
  'each',
  'every',
  'all',
  'between',
  'olika',
];

function groupLevel({ words, tokens }: Frame): Level | undefined {
  const level = Object.entries(GROUPS).find(([word]) => words.has(word))?.[1];
  const asksForEach = tokens.some(({ text }) => ASKS_FOR_EACH.includes(text));
  const orders = ['highest', 'lowest', 'best', 'worst', 'ranking', 'compare'].some((word) => words.has(word));
  return level !== undefined && (asksForEach || orders) ? level : undefined;
}

/**
 * The measures named, in order. A part drops the whole that is only its other word ("sjukfrånvaro dag 1–14"), unless the
 * total is asked for beside it; a word that names groups ("hemtjänstområde") is no measure when another one is named.
 */
function namedMeasures(frame: Frame, groups: Level | undefined, store: StatisticsStore): string[] {
  const isGroupWord = (mention: Mention) =>
    groups !== undefined && mention.ids.every((id) => id.endsWith('omraden')) && frame.measures.length > 1;
  const mentions = frame.measures.filter((mention) => !isGroupWord(mention));
  const ids = [...new Set(mentions.map(({ ids }) => bestOf(ids, frame, store)))];
  const parts = ids.filter((id) => store.measure(id).partOf !== undefined);
  const both = frame.words.has('whole') || frame.words.has('both');
  return ids.filter((id) => !parts.some((part) => store.measure(part).partOf === id && !both));
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
 * values of different keys belong together. An occupation counts only where it can narrow: where the measure has it, or
 * after "bland", "för", "hur många"; "min chef vill veta" narrows nothing.
 */
function namedBreakdowns(frame: Frame, measures: readonly string[], store: StatisticsStore): string[][] {
  const byKey = new Map<string, Set<string>>();
  for (const mention of frame.breakdowns) {
    const part =
      mention.ids.find((id) => measures.some((measure) => store.hasBreakdown(measure, id))) ?? mention.ids[0]!;
    const narrows =
      measures.length === 0 ||
      measures.some((measure) => store.hasBreakdown(measure, part)) ||
      !part.startsWith('yrke=') ||
      standsAsGroup(frame, mention);
    if (!narrows) continue;
    const key = part.split('=')[0]!;
    byKey.set(key, (byKey.get(key) ?? new Set()).add(part));
  }
  let lists: string[][] = [[]];
  for (const parts of byKey.values()) lists = lists.flatMap((list) => [...parts].map((part) => [...list, part].sort()));
  return byKey.size === 0 ? [] : lists;
}

const GROUP_BEFORE = new Set([
  'bland',
  'hos',
  'för',
  'av',
  'många',
  'antal',
  'ant',
  'andel',
  'among',
  'for',
  'of',
  'many',
  '+',
  'är',
]);

function standsAsGroup({ tokens }: Frame, { start }: Mention): boolean {
  return [1, 2].some((back) => GROUP_BEFORE.has(tokens[Math.floor(start) - back]?.text ?? ''));
}

const TELEGRAPHIC = 10;

/** Without a measure, a training or an occupation still asks for a figure when a count or share is wanted. */
function impliesMeasure({ words, populations, tokens }: Frame, breakdowns: readonly (readonly string[])[]): boolean {
  if (words.has('procedure')) return false;
  if (words.has('list')) return populations.length > 0;
  const isTelegraphic = populations.length > 0 && tokens.length <= TELEGRAPHIC;
  return breakdowns.length > 0 && (isTelegraphic || words.has('count') || words.has('share') || words.has('figure'));
}

function kindWish({ words }: Frame): KindWish | undefined {
  if (words.has('target')) return words.has('council-target') && !words.has('annual-target') ? 'council' : 'target';
  if (words.has('annual-target')) return words.has('council-target') ? 'target' : 'annual';
  if (words.has('council-target')) return 'council';
  return words.has('forecast') ? 'forecast' : undefined;
}

function readWants({ words }: Frame): Wants {
  return {
    extreme: (['highest', 'lowest', 'best', 'worst'] as const).find((word) => words.has(word)),
    ranking: words.has('ranking'),
    change: words.has('change') || words.has('previous'),
    compare: words.has('compare'),
    share: words.has('share'),
    sum: words.has('sum'),
    list: words.has('list'),
    conflict: words.has('conflict'),
  };
}

/** "I år" and "förra året" are the calendar's; "året innan" is relative and read with the figure. */
function namedTimes(frame: Frame, now: Date): Time[] {
  const year = now.getUTCFullYear();
  const relative = [
    ...(frame.words.has('this-year') ? [year] : []),
    ...(frame.words.has('last-year') && !frame.words.has('change') ? [year - 1] : []),
  ];
  return [
    ...frame.periods.map(({ year, month, tertial }) => ({ year, month, tertial })),
    ...relative.map((year) => ({ year })),
  ];
}

/** A period in the context that is not the latest was named, so a follow-up stays in it. */
function isPeriodOfPast(context: AskContext, store: StatisticsStore): boolean {
  const figures = store
    .figures(context.measure!)
    .filter(({ observation }) => observation.population === context.population);
  const asked = figures.find(({ period }) => period.notation === context.period);
  return asked !== undefined && figures.some(({ period }) => period.last > asked.period.last);
}

function timeOf(notation: string): Time {
  return { year: Number(/(\d{4})(?!.*\d{4})/.exec(notation)![1]) };
}

const PREPOSITIONS = new Set(['i', 'på', 'inom', 'hos', 'bland', 'vid', 'från', 'in', 'at', 'among', 'within', 'from']);
const BETWEEN = new Set(['just', 'den', 'det', 'de', 'vår', 'våra', 'vårt', 'the', 'our', 'hela', 'alla', 'kommunala']);

/** Unexplained names, and unexplained words after "i", "på", "bland": each may be a place or group that the data lack. */
function narrowingWords({ tokens, unexplained }: Frame): string[] {
  return unexplained
    .filter(({ index, isCapital }) => {
      if (isCapital && index > 0 && !endsSentence(tokens, index)) return true;
      let before = index - 1;
      while (before >= 0 && BETWEEN.has(tokens[before]!.text)) before--;
      return before >= 0 && PREPOSITIONS.has(tokens[before]!.text);
    })
    .map(({ text }) => text);
}

/** Things that no document holds, named beside a measure ("personalomsättningen på Södermalm"): a figure would be another's. */
function notHeldWords({ tokens, notHeld }: Frame): string[] {
  return notHeld.map(({ start, end }) =>
    tokens
      .slice(Math.floor(start), Math.ceil(end))
      .map(({ text }) => text)
      .join(' '),
  );
}

/** A capital after a full stop says nothing; tokens keep whether a sentence ended before them. */
function endsSentence(tokens: Frame['tokens'], index: number): boolean {
  return tokens[index]!.startsSentence;
}
