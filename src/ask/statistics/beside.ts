import { yearOf } from '../period.js';
import { areComparable, isAt, isGoal, latest, sameBreakdown, samePopulation, sameTime } from './match.js';
import type { Reading } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';

/** What the data hold around one figure, each found by a named rule. */
export interface Beside {
  /** The other figure of a source that contradicts itself. */
  readonly conflicting: readonly Figure[];
  /** Dag 1-14 of the total. */
  readonly parts: readonly Figure[];
  /** The same of the whole organisation. */
  readonly whole?: Figure;
  /** All of them, of whom these are a part: the staff of a place, of whom some are managers. */
  readonly undivided?: Figure;
  /** The same one period earlier, or at the other time that was named. */
  readonly before?: Figure;
  /** The goals of the same year, the place's own or else the organisation's. */
  readonly goals: readonly Figure[];
  /** When a goal was asked for: the outcome of the same year. */
  readonly outcome?: Figure;
  /** The outcome one period earlier than `outcome`. */
  readonly outcomeBefore?: Figure;
  readonly forecast?: Figure;
  /** How much it changed, where the source says that and not the earlier figure. */
  readonly statedChange?: Figure;
}

/** The times that a question names, which may be what a figure is held against. */
type Times = Pick<Reading, 'times' | 'since'>;

export function lookBeside(figure: Figure, reading: Times, store: StatisticsStore): Beside {
  const { observation, period } = figure;
  const all = store.figures(observation.measure);
  const alike = all.filter(
    (other) => other !== figure && samePopulation(other, figure) && sameBreakdown(other, figure),
  );
  const sameKind = alike.filter((other) => other.observation.kind === observation.kind);
  const organisation = store.organisationOf(observation.population);
  const sameYear = (other: Figure) => yearOf(other.period) === yearOf(period);
  const outcomes = alike.filter((other) => other.observation.kind === 'utfall');
  const outcome =
    observation.kind === 'utfall'
      ? undefined
      : latest(outcomes.filter((other) => sameYear(other) || observation.kind === 'prognos'));
  return {
    outcome,
    outcomeBefore: outcome && beforeOf(outcome, outcomes, reading),
    conflicting: alike.filter((other) => other.observation.id === observation.conflictsWith),
    parts: partsOf(figure, store),
    whole:
      organisation === observation.population
        ? undefined
        : all.find(
            (other) =>
              other.observation.population === organisation &&
              other.observation.kind === observation.kind &&
              sameTime(other, figure) &&
              sameBreakdown(other, figure),
          ),
    undivided:
      observation.breakdown === ''
        ? undefined
        : all.find(
            (other) =>
              other.observation.breakdown === '' &&
              other.observation.kind === observation.kind &&
              samePopulation(other, figure) &&
              sameTime(other, figure),
          ),
    before: beforeOf(figure, sameKind, reading),
    goals: isGoal(figure)
      ? [
          ...alike.filter((other) => isGoal(other) && sameYear(other)),
          ...goalsOfWhole(figure, all, organisation, sameYear),
        ]
      : goalsOf(figure, all, organisation, sameYear),
    statedChange: store.measures
      .filter(({ changeOf }) => changeOf === observation.measure)
      .flatMap(({ id }) => store.figures(id))
      .find((other) => samePopulation(other, figure) && sameTime(other, figure)),
    forecast:
      observation.kind === 'prognos'
        ? undefined
        : latest(alike.filter((other) => other.observation.kind === 'prognos')),
  };
}

function partsOf(figure: Figure, store: StatisticsStore): Figure[] {
  const measures = store.measures.filter(({ partOf }) => partOf === figure.observation.measure);
  return measures.flatMap(({ id }) =>
    store
      .figures(id)
      .filter(
        (other) =>
          other.observation.kind === figure.observation.kind &&
          sameTime(other, figure) &&
          samePopulation(other, figure) &&
          sameBreakdown(other, figure),
      ),
  );
}

/** Another time that the question names, else the latest comparable period before, else the latest before of any type. */
function beforeOf(figure: Figure, sameKind: readonly Figure[], reading: Times): Figure | undefined {
  const named = sameKind.filter(({ period }) =>
    [...reading.times, ...reading.since].some((time) => isAt(period, time) && !isAt(figure.period, time)),
  );
  const earlier = sameKind.filter(({ period }) => period.last < figure.period.last);
  return (
    latest(named) ?? latest(earlier.filter(({ period }) => areComparable(period, figure.period))) ?? latest(earlier)
  );
}

function goalsOf(
  figure: Figure,
  all: readonly Figure[],
  organisation: string,
  sameYear: (other: Figure) => boolean,
): Figure[] {
  const goals = all.filter((other) => isGoal(other) && sameYear(other) && sameBreakdown(other, figure));
  const own = goals.filter((other) => samePopulation(other, figure));
  const chosen = own.length > 0 ? own : goals.filter((other) => other.observation.population === organisation);
  return chosen.filter((goal, at) => chosen.findIndex((other) => sameGoal(other, goal)) === at);
}

/** The whole organisation's own goal beside a part's. */
function goalsOfWhole(
  figure: Figure,
  all: readonly Figure[],
  organisation: string,
  sameYear: (other: Figure) => boolean,
): Figure[] {
  if (figure.observation.population === organisation) return [];
  const goals = all.filter(
    (other) =>
      isGoal(other) && sameYear(other) && sameBreakdown(other, figure) && other.observation.population === organisation,
  );
  return goals.filter((goal, at) => goals.findIndex((other) => sameGoal(other, goal)) === at);
}

/** Two documents that state the same goal are one goal. */
function sameGoal(a: Figure, b: Figure): boolean {
  return a.observation.kind === b.observation.kind && a.number === b.number && samePopulation(a, b);
}
