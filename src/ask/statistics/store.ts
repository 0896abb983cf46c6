import type { Locale } from '../../calendar/index.js';
import type { Knowledge, Measure, NotHeld, Observation, Population, Source } from '../knowledge.js';
import { createFindBeside, createFindMeasure, type FindBeside, type FindMeasure } from './find-measure.js';
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
  /** By the id of its observation. */
  readonly figure: (id: string) => Figure | undefined;
  /** Measures that have a figure with this "key=value" part. */
  readonly measuresWith: (breakdown: string) => readonly string[];
  readonly hasBreakdown: (measure: string, breakdown: string) => boolean;
  readonly children: (population: string) => readonly Population[];
  /** The narrower parts that a part stands for: yrke=chef -> yrke=enhetschef, ... */
  readonly includedIn: (part: string) => readonly string[];
  /** The part that these stand for together: unit managers and their deputies are the managers. */
  readonly wholeOf: (parts: readonly string[]) => string | undefined;
  /** The measures that count the people of a place, the usual one first, for "hur många är de?". */
  readonly headcounts: readonly Measure[];
  readonly breakdownName: (part: string, locale: Locale) => string;
  readonly measure: (id: string) => Measure;
  readonly population: (id: string) => Population;
  readonly source: (id: string) => Source;
  /** Whether a thing that no document holds is a place, a time or what is asked about. */
  readonly notHeldKind: (id: string) => NotHeld['kind'];
  /** The organisation at the top of a population's branch. */
  readonly organisationOf: (population: string) => string;
  readonly isWithin: (population: string, ancestor: string) => boolean;
  /** The population itself, those above it and those below it. */
  readonly kin: (population: string) => readonly string[];
  /** The measure that a question is about by its single words. */
  readonly findMeasure: FindMeasure;
  /** The measure that a short follow-up names by a word of its name. */
  readonly findBeside: FindBeside;
  readonly populations: readonly Population[];
  readonly measures: readonly Measure[];
}

export function createStatisticsStore(knowledge: Knowledge): StatisticsStore {
  const measures = new Map(knowledge.measures.map((measure) => [measure.id, measure]));
  const populations = new Map(knowledge.populations.map((population) => [population.id, population]));
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  const notHeld = new Map(knowledge.notHeld.map((entry) => [entry.id, entry]));
  const byMeasure = new Map<string, Figure[]>();
  const byId = new Map<string, Figure>();
  const measuresByPart = new Map<string, Set<string>>();
  for (const observation of knowledge.observations) {
    const figure = { observation, period: parsePeriod(observation.period)!, number: Number(observation.value) };
    byId.set(observation.id, figure);
    const list = byMeasure.get(observation.measure);
    if (list) list.push(figure);
    else byMeasure.set(observation.measure, [figure]);
    for (const part of partsOf(observation.breakdown))
      measuresByPart.set(part, (measuresByPart.get(part) ?? new Set()).add(observation.measure));
  }
  const values = new Map<string, { sv: string; en: string; includes: string[] }>(
    knowledge.breakdowns.flatMap(({ id, values }) => values.map((value) => [`${id}=${value.id}`, value] as const)),
  );
  // Walked once: a question holds every equally named population of all organisations against each other.
  const lines = new Map(knowledge.populations.map(({ id }) => [id, lineOf(id, populations)]));
  const kin = kinOf(lines);
  const isWithin = (id: string, ancestor: string) => lines.get(id)?.includes(ancestor) ?? id === ancestor;
  const organisationOf = (id: string) => lines.get(id)?.at(-1) ?? id;
  const store: Omit<StatisticsStore, 'findMeasure' | 'findBeside'> = {
    figures: (measure) => byMeasure.get(measure) ?? [],
    figure: (id) => byId.get(id),
    measuresWith: (breakdown) => [...(measuresByPart.get(breakdown) ?? [])],
    hasBreakdown: (measure, breakdown) => measuresByPart.get(breakdown)?.has(measure) ?? false,
    children: (population) => knowledge.populations.filter(({ parent }) => parent === population),
    includedIn: (part) => (values.get(part)?.includes ?? []).map((id) => `${part.split('=')[0]}=${id}`),
    wholeOf: (parts) =>
      [...values].find(
        ([part, { includes }]) =>
          includes.length === parts.length && includes.every((id) => parts.includes(`${part.split('=')[0]}=${id}`)),
      )?.[0],
    headcounts: knowledge.measures.filter(({ countsPeople }) => countsPeople),
    breakdownName: (part, locale) => values.get(part)?.[locale] ?? part,
    measure: (id) => measures.get(id)!,
    population: (id) => populations.get(id)!,
    source: (id) => sources.get(id)!,
    notHeldKind: (id) => notHeld.get(id)!.kind,
    organisationOf,
    isWithin,
    kin: (population) => kin.get(population) ?? [],
    populations: knowledge.populations,
    measures: knowledge.measures,
  };
  return { ...store, findMeasure: createFindMeasure(store), findBeside: createFindBeside(store) };
}

/** "kon=kvinnor; yrke=chef" -> its parts; '' -> none. */
export function partsOf(breakdown: string): string[] {
  return breakdown === '' ? [] : breakdown.split('; ');
}

/** A population and those above it, up to the organisation. */
function lineOf(id: string, populations: ReadonlyMap<string, Population>): string[] {
  const line = [id];
  for (let parent = populations.get(id)?.parent; parent !== undefined; parent = populations.get(parent)?.parent)
    line.push(parent);
  return line;
}

function kinOf(lines: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const kin = new Map([...lines].map(([id, line]) => [id, [...line]]));
  for (const [id, line] of lines) for (const above of line.slice(1)) kin.get(above)?.push(id);
  return kin;
}
