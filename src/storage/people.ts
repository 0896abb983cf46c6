import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError, isConflict } from '../errors.js';
import { type DirectoryGeneration, type Person, type PeopleStore, personSchema } from '../people/index.js';
import { ALL_ORGANISATIONS } from './all-organisations.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage, Stored, Table } from './table.js';

const personRow = z.object({
  ...personSchema.shape,
  roles: jsonColumn(personSchema.shape.roles),
  generation: z.string(),
});
type PersonRow = z.infer<typeof personRow>;

export const peopleTable = defineTable<PersonRow>({
  name: 'people',
  schema: personRow,
  keys: {
    serves: 'reading one generation of the directory, organisation by organisation',
    partition: (row) => [row.organisation, row.generation],
    row: (row) => [row.id],
  },
  personKeys: ['id', 'managerId'],
  mentions: ['name', 'email'],
  retention: { keep: 'while-current', reason: 'the directory holds who works here now; each import replaces it' },
  // Whose manager is erased stays.
  onErase: { do: 'delete', of: ['id'] },
});

const LIVE = 'live';
const BATCH = 100;
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

const generationRow = z.object({
  organisation: z.literal(ALL_ORGANISATIONS),
  /** `live` for the pointer, else the generation's own id. */
  name: z.string(),
  id: z.string(),
  people: z.number().int(),
  organisations: jsonColumn(z.array(z.string())),
  importedAt: dateColumn,
  /** Of the pointer: the generation that was live before, kept for readers that began on it. */
  previous: z.string().optional(),
});
type GenerationRow = z.infer<typeof generationRow>;

export const directoryTable = defineTable<GenerationRow>({
  name: 'directory',
  schema: generationRow,
  keys: {
    serves: 'the one pointer to the live generation, and the list of generations for the sweep',
    partition: (row) => [row.organisation],
    row: (row) => [row.name],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: 'says which import is live; holds no person' },
  onErase: { do: 'keep', reason: 'holds no person' },
});

/** The directory in storage; see PeopleStore for what holds when an import is cut off. */
export function openPeople(storage: Storage): PeopleStore {
  const people = storage.table(peopleTable);
  const generations = storage.table(directoryTable);
  const pointer = () => generations.find([ALL_ORGANISATIONS], [LIVE]);

  async function rowOf(generation: DirectoryGeneration | undefined): Promise<GenerationRow | undefined> {
    if (!generation) return (await pointer())?.row;
    return (await generations.find([ALL_ORGANISATIONS], [generation.id]))?.row;
  }

  return {
    async live() {
      const found = await pointer();
      return found && toGeneration(found.row);
    },
    async *list(generation) {
      const row = await rowOf(generation);
      for (const organisation of row?.organisations ?? [])
        for await (const { row: stored } of people.list({ partition: [organisation, row!.id] })) yield toPerson(stored);
    },
    async apply(plan, basis) {
      if (plan.refusals.length > 0)
        throw new AppError('import_refused', 'The import has refusals and changes nothing.');
      const before = await pointer();
      if (before?.row.id !== basis.generation?.id) throw overtaken();
      const row = newGeneration(plan.result, basis.now);
      await generations.insert(row);
      await stage(people, plan.result, row.id);
      await flip(generations, row, before);
      // The import is done; whatever the sweep leaves, the next import's sweep takes.
      await sweep(people, generations, {
        live: row.id,
        previous: before?.row.id,
        superseded: before?.row.previous,
        now: basis.now,
      }).catch(() => undefined);
      return toGeneration(row);
    },
  };
}

function newGeneration(people: readonly Person[], now: Date): GenerationRow {
  const id = `${now
    .toISOString()
    .replace(/[^0-9]/g, '')
    .slice(0, 14)}-${randomBytes(4).toString('hex')}`;
  const organisations = [...new Set(people.map((person) => person.organisation))].sort();
  return { organisation: ALL_ORGANISATIONS, name: id, id, people: people.length, organisations, importedAt: now };
}

async function stage(table: Table<PersonRow>, people: readonly Person[], generation: string): Promise<void> {
  for (const members of groupByOrganisation(people).values())
    for (let start = 0; start < members.length; start += BATCH)
      await table.transact(
        members.slice(start, start + BATCH).map((person) => ({ insert: { ...person, generation } })),
      );
}

function groupByOrganisation(people: readonly Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const members = groups.get(person.organisation);
    if (members) members.push(person);
    else groups.set(person.organisation, [person]);
  }
  return groups;
}

/** The single write that is the whole import. */
async function flip(
  table: Table<GenerationRow>,
  row: GenerationRow,
  before: Stored<GenerationRow> | undefined,
): Promise<void> {
  const live: GenerationRow = { ...row, name: LIVE, previous: before?.row.id };
  try {
    await (before ? table.update(live, before.version) : table.insert(live));
  } catch (error) {
    if (isConflict(error)) throw overtaken(error);
    throw error;
  }
}

async function sweep(
  people: Table<PersonRow>,
  generations: Table<GenerationRow>,
  kept: { live: string; previous?: string; superseded?: string; now: Date },
): Promise<void> {
  for await (const { row } of generations.list({ partition: [ALL_ORGANISATIONS] })) {
    const isKept = row.name === LIVE || row.id === kept.live || row.id === kept.previous;
    const mayBeStaging = kept.now.getTime() - row.importedAt.getTime() < ABANDONED_AFTER_MS;
    if (isKept || (mayBeStaging && row.id !== kept.superseded)) continue;
    for (const organisation of row.organisations)
      for await (const { row: person } of people.list({ partition: [organisation, row.id] }))
        await people.remove([organisation, row.id], [person.id]);
    await generations.remove([ALL_ORGANISATIONS], [row.name]);
  }
}

function toGeneration({ id, people, importedAt }: GenerationRow): DirectoryGeneration {
  return { id, people, importedAt };
}

function toPerson({ generation: _, ...person }: PersonRow): Person {
  return person;
}

function overtaken(cause?: unknown): AppError {
  return new AppError('storage_conflict', 'Another import came in between. Run the rehearsal again.', { cause });
}
