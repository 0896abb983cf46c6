import { yearOf } from '../period.js';
import { OFTEN } from './find-measure.js';
import { isAt, isGoal, kindsFor, latest } from './match.js';
import type { Reading, Time } from './reading.js';
import { type Figure, type StatisticsStore } from './store.js';

/** Why there is no figure, and the nearest that there is: it must be named as being something else. */
export interface Missing {
  readonly measure?: string;
  readonly place?: string;
  readonly breakdown: readonly string[];
  readonly time?: Time;
  readonly because:
    'measure' | 'population' | 'breakdown' | 'period' | 'kind' | 'unit' | 'ratio' | 'ranking' | 'unknown-word';
  readonly nearest?: Figure;
  /** Words of the question that nobody understands, where they are the reason. */
  readonly unknown?: readonly string[];
}

/** One figure's address: what, whose, of whom, when (any of `times`; none means the latest). */
export interface Cell {
  readonly measure: string;
  readonly place: string;
  readonly breakdown: readonly string[];
  readonly times: readonly Time[];
}

/** The one figure of a cell: breakdown, then kind, then time must fit; each step that fails names the nearest that does. */
export function figureAt(cell: Cell, reading: Reading, store: StatisticsStore): Figure | Missing {
  const { measure, place, breakdown, times } = cell;
  const all = store.figures(measure);
  const here = all.filter(({ observation }) => observation.population === place);
  const lacking = (because: Missing['because'], nearest: Figure | undefined): Missing => ({
    measure,
    place,
    breakdown,
    time: times.length === 1 ? times[0] : undefined,
    because,
    nearest,
  });
  const plain = (figures: readonly Figure[]) => figures.filter(({ observation }) => observation.breakdown === '');
  if (here.length === 0)
    return lacking('population', latest(plain(all.filter(({ observation }) => observation.kind === 'utfall'))));
  const split = here.filter(({ observation }) => observation.breakdown === [...breakdown].sort().join('; '));
  if (split.length === 0)
    return breakdown.length === 0
      ? onlyBroken(here, lacking, ({ observation }) => store.measure(observation.measure).countsPeople)
      : lacking('breakdown', latest(plain(here)));
  const timed = figuresAt(split, times, store);
  const kinds = kindsOf(reading, all, split[0]!.observation.breakdown);
  // "Det står olika siffror": those two, whether outcome or goal.
  const isOfTwo = ({ observation }: Figure) => observation.conflictsWith !== '';
  const conflicting = reading.wants.conflict ? latest(timed.filter(isOfTwo)) : undefined;
  const wanted = bestKind(timed, kinds) ?? conflicting ?? onlyForecast(timed, reading);
  if (wanted) return fitsUnit(wanted, reading, store) ? wanted : lacking('unit', wanted);
  const outcome = reading.kind === 'target' ? bestKind(timed, ['utfall']) : undefined;
  if (outcome && hasWiderGoal(cell, outcome, store)) return outcome;
  if (timed.length > 0) return lacking('kind', latest(timed));
  return lacking('period', bestKind(split, kinds) ?? latest(split));
}

/**
 * The figures of the times named. Where none has that period, a year also names the document of that year: the goals of
 * "planen från 2019" are for later years.
 */
function figuresAt(figures: readonly Figure[], times: readonly Time[], store: StatisticsStore): readonly Figure[] {
  if (times.length === 0) return figures;
  const timed = figures.filter(({ period }) => times.some((time) => isAt(period, time)));
  if (timed.length > 0) return timed;
  return figures.filter(
    ({ observation, period }) =>
      observation.kind !== 'utfall' &&
      times.some(
        ({ year, month, tertial }) =>
          month === undefined &&
          tertial === undefined &&
          year === store.source(observation.source).year &&
          year < yearOf(period),
      ),
  );
}

/** A named time that only has a forecast lies ahead: "hur många invånare 2040?" asks for it without the word. */
function onlyForecast(timed: readonly Figure[], reading: Reading): Figure | undefined {
  const isForecast = ({ observation }: Figure) => observation.kind === 'prognos';
  const isOpen = reading.kind === 'outcome' && !reading.wants.outcomeOnly && reading.times.length > 0;
  return isOpen && timed.every(isForecast) ? latest(timed) : undefined;
}

/** Shares said in words ("hälften") also answer "hur många"; a share in per cent does not, nor a count "hur stor andel". */
function fitsUnit(
  { observation }: Figure,
  { wants, kind, measures, countsWho }: Reading,
  store: StatisticsStore,
): boolean {
  const isShare = observation.unit === 'procent' || observation.unit === 'index';
  // "Hur många förskoleplatser försvinner?" asks for no number of years.
  if (observation.unit === 'år' && wants.count && !wants.years) return false;
  // "Hur många medarbetare jobbar i nattteamet?" is not answered by how many teams there are.
  const { countsPeople, countsTrained } = store.measure(observation.measure);
  if (countsWho && !countsPeople && !countsTrained) return false;
  if (
    wants.howOften &&
    ['antal', 'mnkr', 'kronor', 'index'].includes(observation.unit) &&
    !OFTEN.test(store.measure(observation.measure).sv)
  )
    return false;
  if (wants.length && (isShare || observation.unit === 'antal')) return false;
  const isCompared = wants.change || wants.compare || wants.difference || wants.extreme !== undefined;
  if (wants.count && !isCompared && kind === 'outcome' && measures.length === 1)
    return !isShare || observation.qualifier !== '';
  if (wants.share && !isShare) return store.measure(observation.measure).additive || wants.change;
  return true;
}

/** The place has no goal of its own, but its organisation has one for that year: the outcome is held against that. */
function hasWiderGoal({ measure, place }: Cell, outcome: Figure, store: StatisticsStore): boolean {
  const organisation = store.organisationOf(place);
  return store
    .figures(measure)
    .some(
      (goal) =>
        isGoal(goal) && goal.observation.population === organisation && yearOf(goal.period) === yearOf(outcome.period),
    );
}

/** Figures exist only broken down (by training, say): with one such value it is the answer, else there is no plain figure. */
function onlyBroken(
  here: readonly Figure[],
  lacking: (because: Missing['because'], nearest: Figure | undefined) => Missing,
  isOfPeople: (figure: Figure) => boolean,
): Figure | Missing {
  const values = new Set(here.map(({ observation }) => observation.breakdown));
  const [first] = here;
  // One occupation's number is not everybody's.
  return values.size === 1 && first && !isOfPeople(first) ? latest(here)! : lacking('breakdown', undefined);
}

/** A measure without any outcome (planeringsdagar per år) is answered by its goal; one that has outcomes elsewhere is not. */
export function kindsOf(reading: Reading, all: readonly Figure[], breakdown: string) {
  if (reading.groups && reading.kind === 'target') return kindsFor('outcome');
  const hasGoal = all.some((figure) => isGoal(figure) && figure.observation.breakdown === breakdown);
  // "Hur många har klarat utbildningen?" has a word of targets in it, about something that has none.
  if (reading.kind === 'target' && !reading.wants.namedTarget && !hasGoal) return kindsFor('outcome');
  const hasOutcome = all.some(
    ({ observation }) => observation.kind === 'utfall' && observation.breakdown === breakdown,
  );
  const isShareToday = reading.wants.today && all[0]?.observation.unit === 'procent';
  if (reading.kind === 'outcome' && !hasOutcome && !reading.wants.outcomeOnly && !isShareToday)
    return [...kindsFor('target'), ...kindsFor('forecast')];
  return kindsFor(reading.kind);
}

function bestKind(figures: readonly Figure[], kinds: readonly string[]): Figure | undefined {
  for (const kind of kinds) {
    const found = latest(figures.filter(({ observation }) => observation.kind === kind));
    if (found) return found;
  }
  return undefined;
}
