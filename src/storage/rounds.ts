import { z } from 'zod';
import { type Assignment, type RoundStore, roundSchema, type UnitRef } from '../plan/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { insertOnce } from './insert-once.js';
import { newestFirst } from './keys.js';
import { openRoundUnits } from './round-units.js';
import type { Storage } from './table.js';

const KEPT = {
  keep: 'always',
  reason: 'plans and their follow-up are kept (bevaras) until the board has a disposal decision: domain page 4.3',
} as const;

const roundRow = roundSchema.extend({
  plans: jsonColumn(roundSchema.shape.plans),
  departments: jsonColumn(roundSchema.shape.departments),
  standIns: jsonColumn(roundSchema.shape.standIns),
  deadline: dateColumn,
  createdAt: dateColumn,
  closedAt: dateColumn.optional(),
});
type RoundRow = z.infer<typeof roundRow>;

export const roundsTable = defineTable<RoundRow>({
  name: 'rounds',
  schema: roundRow,
  keys: {
    serves: 'one round by its id, and those of an organisation newest first: the id sorts so',
    partition: ({ organisation }) => [organisation],
    row: ({ id }) => [id],
  },
  personKeys: ['createdBy'],
  mentions: ['standIns', 'title', 'message'],
  retention: KEPT,
  onErase: { do: 'pseudonymise' },
});

const assignmentSchema = z.object({
  organisation: z.string(),
  person: z.string(),
  round: z.string(),
  department: z.string(),
  unit: z.string(),
});
type AssignmentRow = z.infer<typeof assignmentSchema>;

export const roundAssignmentsTable = defineTable<AssignmentRow>({
  name: 'roundassignments',
  schema: assignmentSchema,
  keys: {
    serves: 'the units in which a person is asked in a round, and in all rounds when a person is erased',
    partition: ({ organisation, person }) => [organisation, person],
    row: ({ round, department, unit }) => [round, department, ...(unit === '' ? [] : [unit])],
  },
  personKeys: ['person'],
  retention: KEPT,
  // An index by person; what was answered stays in the units.
  onErase: { do: 'delete' },
});

/** Follow-up rounds in storage; see RoundStore for what holds. */
export function openRounds(storage: Storage): RoundStore {
  const rounds = storage.table(roundsTable);
  const assignments = storage.table(roundAssignmentsTable);

  async function assign({ organisation, round, department, unit }: UnitRef, persons: readonly string[]): Promise<void> {
    const rows = [...new Set(persons)].map((person) => ({ organisation, person, round, department, unit }));
    for (const row of rows) await assignments.upsert(row);
  }

  return {
    idFor: (createdAt, name) => `${newestFirst(createdAt)}-${name}`,
    create: (round) => insertOnce(rounds, round),
    async find(organisation, id) {
      const found = await rounds.find([organisation], [id]);
      return found && { round: found.row, version: found.version };
    },
    async update(round, version) {
      return { round, version: await rounds.update(round, version) };
    },
    async *list(organisation) {
      for await (const { row } of rounds.list({ partition: [organisation] })) yield row;
    },
    async assignments(organisation, person, round) {
      const found: Assignment[] = [];
      for await (const { row } of assignments.list({ partition: [organisation, person], rowPrefix: [round] }))
        found.push(row);
      return found;
    },
    ...openRoundUnits(storage, assign),
  };
}
