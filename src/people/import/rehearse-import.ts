import type { DirectoryGeneration, PeopleStore } from '../people-store.js';
import type { Person } from '../person.js';
import type { Fault } from './faults.js';
import { parsePeopleCsv } from './parse-people-csv.js';
import { type ImportPlan, planImport } from './plan-import.js';

export type Rehearsal =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  /** `generation` is what the plan was made from: hand it to `store.apply`, which refuses when another import came first. */
  | { readonly kind: 'planned'; readonly plan: ImportPlan; readonly generation: DirectoryGeneration | undefined };

/** Reads the live directory and says what importing the text would do to it. Writes nothing. */
export async function rehearseImport({
  store,
  text,
  removeMissing,
}: {
  readonly store: PeopleStore;
  readonly text: string;
  readonly removeMissing: boolean;
}): Promise<Rehearsal> {
  const generation = await store.live();
  const current: Person[] = [];
  if (generation) for await (const person of store.list(generation)) current.push(person);
  const { people, faults } = parsePeopleCsv(text, { directory: current });
  if (faults.length > 0) return { kind: 'faulty', faults };
  return { kind: 'planned', plan: planImport({ current, incoming: people, removeMissing }), generation };
}
