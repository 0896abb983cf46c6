import type { Knowledge, Measure, Observation, Population, Source } from '../knowledge.js';
import { parsePeriod, type Period } from '../period.js';

/** An observation with its period read, ready to compare. */
export interface Figure {
  readonly observation: Observation;
  readonly period: Period;
  readonly number: number;
}

/** The observations by measure, and the tree of who is measured. Built once. */
export interface StatisticsStore {
  readonly figures: (measure: string) => readonly Figure[];
  readonly measure: (id: string) => Measure;
  readonly population: (id: string) => Population;
  readonly source: (id: string) => Source;
  /** The organisation at the top of a population's branch. */
  readonly organisationOf: (population: string) => string;
  readonly isWithin: (population: string, ancestor: string) => boolean;
  readonly populations: readonly Population[];
  readonly measures: readonly Measure[];
}

export function createStatisticsStore(knowledge: Knowledge): StatisticsStore {
  const measures = new Map(knowledge.measures.map((measure) => [measure.id, measure]));
  const populations = new Map(knowledge.populations.map((population) => [population.id, population]));
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  const byMeasure = new Map<string, Figure[]>();
  for (const observation of knowledge.observations) {
    const figure = { observation, period: parsePeriod(observation.period)!, number: Number(observation.value) };
    const list = byMeasure.get(observation.measure);
    if (list) list.push(figure);
    else byMeasure.set(observation.measure, [figure]);
  }
  const isWithin = (id: string, ancestor: string): boolean => {
    if (id === ancestor) return true;
    const parent = populations.get(id)?.parent;
    return parent !== undefined && isWithin(parent, ancestor);
  };
  const organisationOf = (id: string): string => {
    const parent = populations.get(id)?.parent;
    return parent === undefined ? id : organisationOf(parent);
  };
  return {
    figures: (measure) => byMeasure.get(measure) ?? [],
    measure: (id) => measures.get(id)!,
    population: (id) => populations.get(id)!,
    source: (id) => sources.get(id)!,
    organisationOf,
    isWithin,
    populations: knowledge.populations,
    measures: knowledge.measures,
  };
}
