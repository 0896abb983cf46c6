import { SMALLTALK_LISTS, WORD_LISTS } from '../ask/index.js';
import { EXIT_WORDS } from '../exit/index.js';
import { PLAN_WORDS } from '../plan/index.js';
import type { Fault } from './fault.js';
import type { Known } from './known.js';
import { fault, faultAt, type Placed } from './placed.js';
import { CHECKLIST_FILE, EXIT_WORDS_FILE, PLAN_WORDS_FILE, type ReadKnowledge, SMALLTALK_FILE, WORD_LISTS_FILE } from './read-folder.js';

/** Parents and parts that are not there or go in a circle, and organisations of sources that are no population. */
export function checkVocabulary(read: ReadKnowledge, known: Known): Fault[] {
  return [
    ...read.populations.flatMap((entry) => {
      const { parent } = entry.value;
      return parent === undefined || known.populations(parent) ? [] : [faultAt(entry, 'parent', `no population ${parent}`)];
    }),
    ...circles(read.populations, 'parent'),
    ...read.measures.flatMap((entry) => {
      const { partOf } = entry.value;
      return partOf === undefined || known.measures(partOf) ? [] : [faultAt(entry, 'partOf', `no measure ${partOf}`)];
    }),
    ...circles(read.measures, 'partOf'),
    ...read.sources.flatMap((entry) => {
      const { organisation } = entry.value;
      return known.populations(organisation) ? [] : [faultAt(entry, 'organisation', `no population ${organisation}`)];
    }),
    ...missing(WORD_LISTS_FILE, WORD_LISTS, read.wordLists, read),
    ...missing(SMALLTALK_FILE, SMALLTALK_LISTS, read.smalltalk, read),
    ...missing(PLAN_WORDS_FILE, PLAN_WORDS, read.planWords, read),
    ...missing(EXIT_WORDS_FILE, EXIT_WORDS, read.exitWords, read),
    ...checkMatters(read),
  ];
}

/** Matters of the exit checklist that name an item which is not there. A checklist that cannot be read is told of by itself. */
function checkMatters({ exitWords, checklist, faults }: ReadKnowledge): Fault[] {
  if (faults.some(({ file }) => file === CHECKLIST_FILE)) return [];
  const known = new Set(checklist.map(({ value }) => value.id));
  return exitWords.flatMap((entry) =>
    (entry.value.items ?? [])
      .filter((item) => !known.has(item))
      .map((item) => faultAt(entry, 'items', `no item ${item} in exit/checklist.yml`)),
  );
}

/** Lists of words that the understanding reads by their ids and that are not there. */
function missing(
  file: string,
  ids: readonly string[],
  lists: readonly Placed<{ readonly id: string }>[],
  { faults }: ReadKnowledge,
): Fault[] {
  if (faults.some((found) => found.file === file)) return [];
  const known = new Set(lists.map(({ value }) => value.id));
  return ids.filter((id) => !known.has(id)).map((id) => fault(file, 1, 'id', `no list ${id}`));
}

/** A circle would have the engine climb for ever. Told once, at the entry of the circle that comes first. */
function circles<K extends string>(
  entries: readonly Placed<{ readonly id: string } & { readonly [key in K]?: string }>[],
  key: K,
): Fault[] {
  const above = new Map(entries.map(({ value }) => [value.id, value[key]]));
  const told = new Set<string>();
  return entries.flatMap((entry) => {
    const path: string[] = [];
    let at: string | undefined = entry.value.id;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = above.get(at);
    }
    if (at !== entry.value.id || told.has(at)) return [];
    path.forEach((id) => told.add(id));
    return [faultAt(entry, key, `goes in a circle: ${[...path, at].join(' > ')}`)];
  });
}

/** Entries of one list that share an id. */
export function duplicateIds(read: ReadKnowledge): Fault[] {
  const { sources, measures, populations, breakdowns, observations, routines, notHeld, questionWords, concepts } = read;
  const { topics, routes, forms, plans, wordLists, everydayWords, smalltalk, planWords, exitWords } = read;
  const vocabulary = [sources, measures, populations, breakdowns, observations, notHeld, questionWords, concepts];
  const lists = [...vocabulary, wordLists, everydayWords, smalltalk, planWords, exitWords, routines, topics, routes, forms, plans];
  return lists.flatMap((list: readonly Placed<{ id: string }>[]) => {
    const seen = new Map<string, Placed<unknown>>();
    return list.flatMap((entry) => {
      const { id } = entry.value;
      const first = seen.get(id);
      seen.set(id, first ?? entry);
      return first ? [faultAt(entry, 'id', `${id} stands already at ${first.file}:${first.line}`)] : [];
    });
  });
}
