import type { AskContext } from '../context.js';
import type { Frame, Mention } from '../understand/frame.js';
import { lookBeside } from './beside.js';
import type { Missing } from './figure-at.js';
import { NO_PLACE } from './places.js';
import { notationOf, type Reading } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';
import { toldSoFar } from './told.js';

interface Turn {
  readonly frame: Frame;
  readonly before: AskContext;
}

/** What the next turn may refer to: the main figure, and the places talked about since the measure was taken up. */
export function remembered(
  figures: readonly Figure[],
  reading: Reading,
  { frame, before }: Turn,
  store: StatisticsStore,
): AskContext {
  const [main] = figures as [Figure];
  const { measure, population, breakdown } = main.observation;
  const { kind, wants, carried } = reading;
  const isSame = before.measure === measure;
  const earlier = isSame ? (before.recent ?? []) : [];
  const earlierParts = isSame && before.population === population ? (before.recentParts ?? []) : [];
  const places = figures.map(({ observation }) => observation.population);
  const recent = [...new Set([...earlier, ...places])].slice(-MOST_RECENT);
  const parts = figures.flatMap((figure) =>
    figure.observation.population === population ? figure.observation.breakdown : [],
  );
  const recentParts = [...new Set([...earlierParts, ...parts])].slice(-MOST_RECENT);
  // "Och året innan?" asks for that year's figure, so that the conversation is there; "jämfört med året innan?" is not.
  const goesBack = carried.measure && frame.words.has('previous') && !wants.compare && !frame.words.has('change');
  const { period } = (goesBack && lookBeside(main, reading, store).before) || main;
  const told = toldSoFar(figures, reading, before, store);
  return {
    measure,
    population,
    breakdown,
    period: period.notation,
    kind,
    share: wants.share,
    recent,
    recentParts,
    told,
    extreme: wants.extreme,
  };
}

const MOST_RECENT = 6;

/**
 * What the next turn may refer to after a figure was refused: the same measure, of the place, part and time asked for as far as
 * they are held. `lacks` says which of them is not, so that "och 2024?" after a year without figures gets one, but a turn that
 * leaves the missing place or part unsaid gets no other's figure. Refusals that name no measure leave what was before.
 */
export function rememberedRefusal(
  missing: Missing,
  reading: Reading,
  { frame, before }: Turn,
  store: StatisticsStore,
): AskContext {
  const measure = missing.measure ?? reading.measures[0];
  const lacks = whatLacks(missing, reading, frame, store);
  if (measure === undefined || lacks === 'all') return { ...before, told: undefined };
  const [named = []] = reading.places;
  const only = named.length === 1 && named[0] !== NO_PLACE ? named[0] : undefined;
  const population = lacks === 'place' ? undefined : (missing.place ?? only);
  const [time] = reading.times;
  const period = lacks === 'time' ? time && notationOf(time) : time && missing.nearest?.period.notation;
  return {
    measure,
    population,
    breakdown: lacks === 'part' ? undefined : missing.breakdown.join('; '),
    period,
    kind: reading.kind,
    share: reading.wants.share,
    recent: population === undefined ? [] : [population],
    lacks,
  };
}

function whatLacks(
  { because, place }: Missing,
  reading: Reading,
  frame: Frame,
  store: StatisticsStore,
): AskContext['lacks'] | 'all' {
  switch (because) {
    case 'measure':
    case 'ratio':
    case 'ranking':
      return 'all';
    case 'population':
      return place === undefined || reading.places.flat().includes(NO_PLACE) ? 'place' : undefined;
    case 'period':
      return 'time';
    case 'breakdown':
      return 'part';
    case 'kind':
    case 'unit':
      return undefined;
    case 'unknown-word':
      return reading.lacks ?? unknownIn(frame, store);
  }
}

/** "I simhallen", "Solna": a place. "Per kvartal": a time. "Bland kockar": a part of the staff, as is what cannot be told. */
function unknownIn(
  { notHeld, unexplained, tokens, lists, populations }: Frame,
  store: StatisticsStore,
): AskContext['lacks'] {
  const kinds = notHeld.flatMap(({ ids }: Mention) => ids.map(store.notHeldKind));
  if (kinds.some((kind) => kind === 'thing')) return 'part';
  if (kinds.length > 0) return kinds.includes('place') ? 'place' : 'time';
  const isIn = ({ index }: { index: number }) => lists['place-preposition'].has(tokens[index - 1]?.text ?? '');
  return populations.length === 0 && unexplained.some(isIn) ? 'place' : 'part';
}
