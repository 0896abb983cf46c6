import { z } from 'zod';
import { type BoxStore, type Invitation, type InvitationStore, lastDayOf, tertialAfter } from '../exit/index.js';
import { tryAgain } from '../try-again.js';
import { dateColumn, jsonColumn } from './columns.js';
import { fromDay } from './day.js';
import { defineTable } from './define-table.js';
import { longColumns } from './long-columns.js';
import type { Storage } from './table.js';

const invitedSchema = z.object({
  kind: z.literal('invited'),
  organisation: z.string(),
  tertial: z.string(),
  person: z.string(),
  case: z.string(),
  department: z.string(),
  /** The last day of the tertial, at which the last survey of it is closed. */
  over: dateColumn,
});
const rollSchema = z.object({
  kind: z.literal('roll'),
  organisation: z.string(),
  tertial: z.string(),
  departments: jsonColumn(z.record(z.number())),
  over: dateColumn,
});
type InvitedRow = z.infer<typeof invitedSchema>;
type RollRow = z.infer<typeof rollSchema>;
type Row = InvitedRow | RollRow;

const INVITED = 'invited';
const ROLL = 'roll';

/** Who has the survey's card. The answers lie elsewhere, without anything that leads from one to the other. */
export const surveyInvitationsTable = defineTable<Row>({
  name: 'surveyinvitations',
  schema: z.discriminatedUnion('kind', [invitedSchema, rollSchema]),
  keys: {
    serves: 'one person of a tertial, and all of it to count; a transaction takes an invitation away and counts it',
    partition: ({ organisation, tertial }) => [organisation, tertial],
    row: (row) => (row.kind === INVITED ? [INVITED, row.person] : [ROLL]),
  },
  personKeys: ['person'],
  // An invitation goes when its survey closes; what remains is its count by department.
  retention: [
    {
      keep: 'days',
      count: 28,
      from: 'over',
      only: { is: ({ kind }) => kind === INVITED, those: 'invitations that no close took away' },
    },
    {
      keep: 'months',
      count: 24,
      from: 'over',
      only: { is: ({ kind }) => kind === ROLL, those: 'how many were asked, by department' },
    },
  ],
  onErase: { do: 'delete' },
});

/** 128,000 signs: a box of 96,000 bytes under seal. */
const sealed = longColumns('sealed', 5);
const boxSchema = z.object({
  organisation: z.string(),
  tertial: z.string(),
  number: z.number().int(),
  ...sealed.shape,
  over: dateColumn,
});
type BoxRow = z.infer<typeof boxSchema>;

export const surveyBoxesTable = defineTable<BoxRow>({
  name: 'surveyboxes',
  schema: boxSchema,
  keys: {
    serves: 'the sealed answers of a tertial: one row, seldom two',
    partition: ({ organisation, tertial }) => [organisation, tertial],
    row: ({ number }) => [String(number).padStart(4, '0')],
  },
  personKeys: [],
  long: [sealed],
  retention: { keep: 'months', count: 24, from: 'over' },
  onErase: { do: 'keep', reason: 'nothing tells whose an answer is, so none can be found to erase' },
});

export function openInvitations(storage: Storage): InvitationStore {
  const table = storage.table(surveyInvitationsTable);
  const keyOf = (person: string) => [INVITED, person];

  async function rowsOf(organisation: string, tertial: string): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const { row } of table.list({ partition: [organisation, tertial] })) rows.push(row);
    return rows;
  }

  return {
    async invite(invitation) {
      const { organisation, tertial, person } = invitation;
      await table.upsert({ kind: INVITED, ...invitation, over: overOf(tertial) });
      for (const other of [tertialAfter(tertial, -1), tertialAfter(tertial)])
        await table.remove([organisation, other], keyOf(person));
    },
    async find(organisation, tertial, person) {
      const row = (await table.find([organisation, tertial], keyOf(person)))?.row;
      return row?.kind === INVITED ? fromRow(row) : undefined;
    },
    async *open(organisation) {
      for await (const { row } of table.list({ partitionPrefix: [organisation] }))
        if (row.kind === INVITED) yield fromRow(row);
    },
    close: (organisation, tertial, person) =>
      tryAgain(async () => {
        const [invited, roll] = await Promise.all([
          table.find([organisation, tertial], keyOf(person)),
          table.find([organisation, tertial], [ROLL]),
        ]);
        if (invited?.row.kind !== INVITED) return;
        const { department } = invited.row;
        const before = roll?.row.kind === ROLL ? roll.row.departments : {};
        const departments = { ...before, [department]: (before[department] ?? 0) + 1 };
        const next: RollRow = { kind: ROLL, organisation, tertial, departments, over: overOf(tertial) };
        await table.transact([
          roll ? { update: next, version: roll.version } : { insert: next },
          { remove: invited.row },
        ]);
      }),
    takeBack: (organisation, tertial, person) => table.remove([organisation, tertial], keyOf(person)),
    async invited(organisation, tertial) {
      const departments: Record<string, number> = {};
      const add = (department: string, count: number) =>
        (departments[department] = (departments[department] ?? 0) + count);
      for (const row of await rowsOf(organisation, tertial))
        if (row.kind === INVITED) add(row.department, 1);
        else Object.entries(row.departments).forEach(([department, count]) => add(department, count));
      return { total: Object.values(departments).reduce((sum, count) => sum + count, 0), departments };
    },
  };
}

function fromRow({ kind: _kind, over: _over, ...invitation }: InvitedRow): Invitation {
  return invitation;
}

export function openBoxes(storage: Storage): BoxStore {
  const table = storage.table(surveyBoxesTable);
  return {
    async list(organisation, tertial) {
      const found = [];
      for await (const { row, version } of table.list({ partition: [organisation, tertial] }))
        found.push({ box: { organisation, tertial, number: row.number, sealed: textOf(row) }, version });
      return found;
    },
    insert: async ({ sealed: text, ...place }) => void (await table.insert(toRow(place, text))),
    update: async ({ sealed: text, ...place }, version) => void (await table.update(toRow(place, text), version)),
    async tertials(organisation) {
      const found = new Set<string>();
      for await (const { row } of table.list({ partitionPrefix: [organisation] })) found.add(row.tertial);
      return [...found];
    },
  };
}

function toRow(place: Pick<BoxRow, 'organisation' | 'tertial' | 'number'>, text: string): BoxRow {
  return { ...place, over: overOf(place.tertial), ...sealed.toColumns(text) };
}

function textOf(row: BoxRow): string {
  return z.string().parse(sealed.fromColumns(row).value);
}

function overOf(tertial: string): Date {
  return fromDay(lastDayOf(tertial));
}
