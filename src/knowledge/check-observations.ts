import { type Observation, parsePeriod } from '../ask/index.js';
import type { Fault } from './fault.js';
import type { Known } from './known.js';
import { faultAt, type Placed } from './placed.js';
import type { ReadKnowledge } from './read-folder.js';

const PERIODS = '2024, 2024-06, @2024-06, R12:2024-06, 2024-T1, 2024-01/2024-10';

/** Figures about things that the vocabulary lacks, in another unit than their measure, or against each other unannounced. */
export function checkObservations(read: ReadKnowledge, known: Known): Fault[] {
  const units = new Map(read.measures.map(({ value }) => [value.id, value.unit]));
  const byId = new Map(read.observations.map(({ value }) => [value.id, value]));
  const same = new Map<string, Observation>();
  return read.observations.flatMap((entry) => {
    const { value: row } = entry;
    const faults = checkReferences(entry, known);
    const unit = units.get(row.measure);
    if (unit !== undefined && unit !== row.unit)
      faults.push(faultAt(entry, 'unit', `measure ${row.measure} is in ${unit}, not ${row.unit}`));
    faults.push(...checkConflict(entry, { other: byId.get(row.conflictsWith), known }));
    const about = [row.measure, row.population, row.breakdown, row.period, row.kind, row.source].join('|');
    const earlier = same.get(about);
    if (earlier && earlier.conflictsWith !== row.id && earlier.value !== row.value)
      faults.push(
        faultAt(entry, 'value', `says otherwise than ${earlier.id} about the same thing; link the two by conflictsWith`),
      );
    same.set(about, row);
    return faults;
  });
}

function checkReferences(entry: Placed<Observation>, known: Known): Fault[] {
  const { value: row } = entry;
  const faults: Fault[] = [];
  const refuse = (key: keyof Observation, message: string) => void faults.push(faultAt(entry, key, message));
  if (!known.measures(row.measure)) refuse('measure', `no measure ${row.measure} in vocabulary/measures.yml`);
  if (!known.populations(row.population)) refuse('population', `no population ${row.population}`);
  if (!known.sources(row.source)) refuse('source', `no source ${row.source} in sources.yml`);
  else if (!known.sections(row.source, row.section))
    refuse('section', `source ${row.source} has no section "${row.section}"`);
  if (!parsePeriod(row.period)) refuse('period', `"${row.period}" is no period (${PERIODS})`);
  for (const part of row.breakdown === '' ? [] : row.breakdown.split('; ')) {
    const [key = '', value = ''] = part.split('=');
    if (!known.breakdowns(key, value)) refuse('breakdown', `"${part}" is not in vocabulary/breakdowns.yml`);
  }
  return faults;
}

function checkConflict(
  entry: Placed<Observation>,
  { other, known }: { other: Observation | undefined; known: Known },
): Fault[] {
  const { id, conflictsWith } = entry.value;
  if (conflictsWith === '' || other?.conflictsWith === id) return [];
  if (!other && known.observations(conflictsWith)) return [];
  return [faultAt(entry, 'conflictsWith', `${conflictsWith} is not there or does not name ${id} in return`)];
}
