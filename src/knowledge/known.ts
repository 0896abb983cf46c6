import type { Placed } from './placed.js';
import type { ReadKnowledge } from './read-folder.js';

/** Whether an id, or a value of an id, stands in the knowledge. */
export interface Known {
  readonly sources: Lookup;
  readonly sections: PairLookup;
  readonly measures: Lookup;
  readonly populations: Lookup;
  readonly breakdowns: PairLookup;
  readonly observations: Lookup;
  readonly routines: Lookup;
  readonly routes: Lookup;
}

type Lookup = (id: string) => boolean;
type PairLookup = (id: string, value: string) => boolean;

/**
 * What is there to refer to. A file with faults of its own counts as holding whatever others name, or one slip in it would be
 * told a hundred times, and the slip itself be lost among them.
 */
export function knownOf(read: ReadKnowledge): Known {
  const faulty = new Set(read.faults.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const ids = (entries: readonly Placed<{ id: string }>[], isFaulty: (id: string) => boolean): Lookup => {
    const known = new Set(entries.map(({ value }) => value.id));
    return (id) => known.has(id) || isFaulty(id);
  };
  const pairs = <T extends { id: string }>(
    entries: readonly Placed<T>[],
    valuesOf: (value: T) => readonly string[],
    file: string,
  ): PairLookup => {
    const known = new Map(entries.map(({ value }) => [value.id, new Set(valuesOf(value))]));
    return (id, value) => faulty.has(file) || (known.get(id)?.has(value) ?? false);
  };
  const inFile = (file: string) => () => faulty.has(file);
  return {
    sources: ids(read.sources, inFile('sources.yml')),
    sections: pairs(read.sources, ({ sections }) => sections, 'sources.yml'),
    measures: ids(read.measures, inFile('vocabulary/measures.yml')),
    populations: ids(read.populations, inFile('vocabulary/populations.yml')),
    breakdowns: pairs(read.breakdowns, ({ values }) => values.map(({ id }) => id), 'vocabulary/breakdowns.yml'),
    observations: ids(read.observations, () => [...faulty].some((file) => file.startsWith('statistics/'))),
    routes: ids(read.routes, inFile('sensitive/routes.yml')),
    routines: ids(read.routines, (id) => faulty.has(`routines/${id}.md`)),
  };
}
