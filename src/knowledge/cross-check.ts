import { parsePeriod, type Routine } from '../ask/index.js';
import type { Fault } from './fault.js';
import { fault, type Placed } from './read-yaml.js';
import type { ReadKnowledge } from './read-folder.js';

/** What no single file can tell: ids that lead nowhere, doubles, sources without the section, review dates passed. */
export function crossCheck(read: ReadKnowledge, now: Date): Fault[] {
  return [
    ...duplicateIds(read),
    ...checkTree(read),
    ...checkObservations(read),
    ...read.routines.flatMap((routine) => checkRoutine(read, routine, now)),
    ...duplicateTitles(read.routines),
  ];
}

interface Filed {
  readonly file: string;
}

function at(entry: Placed<unknown> & Filed, column: string, message: string): Fault {
  return fault(entry.file, entry.line, column, message);
}

function duplicateIds(read: ReadKnowledge): Fault[] {
  const lists = [read.sources, read.measures, read.populations, read.breakdowns, read.observations, read.routines, read.notHeld, read.questionWords];
  return lists.flatMap((list: readonly (Placed<{ id: string }> & Filed)[]) => {
    const seen = new Map<string, Placed<unknown> & Filed>();
    return list.flatMap((entry) => {
      const first = seen.get(entry.value.id);
      seen.set(entry.value.id, first ?? entry);
      return first ? [at(entry, 'id', `${entry.value.id} stands already at ${first.file}:${first.line}`)] : [];
    });
  });
}

function checkTree(read: ReadKnowledge): Fault[] {
  const ids = new Set(read.populations.map((entry) => entry.value.id));
  const measures = new Set(read.measures.map((entry) => entry.value.id));
  return [
    ...read.populations.flatMap((entry) =>
      entry.value.parent !== undefined && !ids.has(entry.value.parent) ? [at(entry, 'parent', `no population ${entry.value.parent}`)] : [],
    ),
    ...read.measures.flatMap((entry) =>
      entry.value.partOf !== undefined && !measures.has(entry.value.partOf) ? [at(entry, 'partOf', `no measure ${entry.value.partOf}`)] : [],
    ),
    ...read.sources.flatMap((entry) =>
      ids.has(entry.value.organisation) ? [] : [at(entry, 'organisation', `no population ${entry.value.organisation}`)],
    ),
  ];
}

function checkObservations(read: ReadKnowledge): Fault[] {
  const measures = new Map(read.measures.map((entry) => [entry.value.id, entry.value]));
  const populations = new Set(read.populations.map((entry) => entry.value.id));
  const sections = new Map(read.sources.map((entry) => [entry.value.id, new Set(entry.value.sections)]));
  const values = new Map(read.breakdowns.map((entry) => [entry.value.id, new Set(entry.value.values.map((value) => value.id))]));
  const byId = new Map(read.observations.map((entry) => [entry.value.id, entry.value]));
  const same = new Map<string, string>();
  return read.observations.flatMap((entry) => {
    const row = entry.value;
    const faults: Fault[] = [];
    const measure = measures.get(row.measure);
    if (!measure) faults.push(at(entry, 'measure', `no measure ${row.measure} in vocabulary/measures.yml`));
    if (!populations.has(row.population)) faults.push(at(entry, 'population', `no population ${row.population}`));
    if (!sections.has(row.source)) faults.push(at(entry, 'source', `no source ${row.source} in sources.yml`));
    else if (!sections.get(row.source)!.has(row.section)) faults.push(at(entry, 'section', `source ${row.source} has no section "${row.section}"`));
    if (!parsePeriod(row.period)) faults.push(at(entry, 'period', `"${row.period}" is no period (2024, 2024-06, @2024-06, R12:2024-06, 2024-T1, 2024-01/2024-10)`));
    for (const part of row.breakdown === '' ? [] : row.breakdown.split('; ')) {
      const [key = '', value = ''] = part.split('=');
      if (!values.get(key)?.has(value)) faults.push(at(entry, 'breakdown', `"${part}" is not in vocabulary/breakdowns.yml`));
    }
    if (row.conflictsWith !== '' && byId.get(row.conflictsWith)?.conflictsWith !== row.id)
      faults.push(at(entry, 'conflictsWith', `${row.conflictsWith} is not there or does not name ${row.id} in return`));
    const about = [row.measure, row.population, row.breakdown, row.period, row.kind, row.source].join('|');
    const other = same.get(about);
    if (other !== undefined && byId.get(other)?.conflictsWith !== row.id && byId.get(other)?.value !== row.value)
      faults.push(at(entry, 'value', `says otherwise than ${other} about the same thing; link the two by conflictsWith`));
    same.set(about, row.id);
    return faults;
  });
}

function checkRoutine(read: ReadKnowledge, entry: Placed<Routine> & Filed, now: Date): Fault[] {
  const { value: routine } = entry;
  const faults: Fault[] = [];
  const populations = new Set(read.populations.map(({ value }) => value.id));
  const routines = new Set(read.routines.map(({ value }) => value.id));
  for (const key of ['organisation', 'department'] as const)
    if (routine[key] !== undefined && !populations.has(routine[key])) faults.push(at(entry, key, `no population ${routine[key]}`));
  for (const source of routine.sources) {
    const found = read.sources.find(({ value }) => value.id === source.document);
    if (!found) faults.push(at(entry, 'sources', `no source ${source.document} in sources.yml`));
    else if (!found.value.sections.includes(source.section)) faults.push(at(entry, 'sources', `source ${source.document} has no section "${source.section}"`));
  }
  for (const id of routine.related) if (!routines.has(id)) faults.push(at(entry, 'related', `no routine ${id}`));
  if (!entry.file.endsWith(`/${routine.id}.md`)) faults.push(at(entry, 'id', `the file must be called ${routine.id}.md`));
  if (new Date(routine.reviewBy) < now)
    faults.push({ ...at(entry, 'reviewBy', `the review date ${routine.reviewBy} has passed`), severity: 'warning' });
  return faults;
}

function duplicateTitles(routines: readonly (Placed<Routine> & Filed)[]): Fault[] {
  const seen = new Map<string, string>();
  return routines.flatMap((entry) =>
    (['title', 'titleEn'] as const).flatMap((key) => {
      const title = entry.value[key].toLowerCase();
      const first = seen.get(`${key}:${title}`);
      seen.set(`${key}:${title}`, first ?? entry.file);
      return first === undefined ? [] : [at(entry, key, `the same title stands in ${first}`)];
    }),
  );
}
