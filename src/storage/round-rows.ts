import { z } from 'zod';
import {
  type Response,
  responseSchema,
  type RoundItem,
  roundItemSchema,
  type UnitDigest,
  type UnitRef,
  unitRefSchema,
} from '../plan/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { longColumns } from './long-columns.js';

/** Persons stand in columns of their own, so that an erasure finds and replaces them. */
const said = responseSchema.omit({ by: true });
const previous = roundItemSchema.shape.previous.unwrap();

const itemShape = {
  ...roundItemSchema.shape,
  due: jsonColumn(roundItemSchema.shape.due),
  responsible: jsonColumn(roundItemSchema.shape.responsible),
  learned: jsonColumn(roundItemSchema.shape.learned.unwrap()).optional(),
  persons: jsonColumn(roundItemSchema.shape.persons),
  deputies: jsonColumn(roundItemSchema.shape.deputies),
  response: jsonColumn(said).optional(),
  by: z.string().optional(),
  previous: jsonColumn(previous.extend({ response: said })).optional(),
  previousBy: z.string().optional(),
};

const itemRow = z.object({ row: z.literal('item'), ...itemShape });
/** A copy of an item that is delayed, deviates or the like. */
const exceptionRow = z.object({ row: z.literal('exception'), ...itemShape });
const answerRow = z.object({
  row: z.literal('answer'),
  ...unitRefSchema.shape,
  key: z.string(),
  /** Of the item: the histories come in the order of the items. */
  plan: z.string(),
  position: z.number().int(),
  ...responseSchema.shape,
  at: dateColumn,
});

/** 500 items with their persons are some 60,000 signs. */
const digest = longColumns('digest', 14);
const digestRow = z.object({ row: z.literal('digest'), ...unitRefSchema.shape, ...digest.shape });

const schema = z.discriminatedUnion('row', [itemRow, exceptionRow, answerRow, digestRow]);
export type UnitRow = z.infer<typeof schema>;
type ItemRow = z.infer<typeof itemRow> | z.infer<typeof exceptionRow>;
export type AnswerRow = z.infer<typeof answerRow>;

const VERSION_DIGITS = 6;

/** A department itself answers in a partition of one part less, so that no name of a unit can be taken for it. */
export function unitPartition({ organisation, round, department, unit }: UnitRef): [string, ...string[]] {
  return [organisation, round, department, ...(unit === '' ? [] : [unit])];
}

function rowKey(row: UnitRow): string[] {
  if (row.row === 'digest') return [row.row, 'unit'];
  return row.row === 'answer'
    ? [row.row, row.key, String(row.version).padStart(VERSION_DIGITS, '0')]
    : [row.row, row.key];
}

/** Items, answers, exceptions and the digest of a unit lie in one partition, so that a transaction writes them all. */
export const roundUnitsTable = defineTable<UnitRow>({
  name: 'roundunits',
  schema,
  keys: {
    serves:
      'what a unit is asked in a round, one item of it, its answers, its digest, a transaction over them; and over all ' +
      'units of a round its digests, exceptions, items or answers, as a range of partitions',
    partition: unitPartition,
    row: rowKey,
  },
  personKeys: ['by', 'previousBy'],
  mentions: ['persons', 'deputies', 'response', 'previous', 'digest', 'reason', 'comment'],
  long: [digest],
  retention: {
    keep: 'always',
    reason: 'plans and their follow-up are kept (bevaras) until the board has a disposal decision: domain page 4.3',
  },
  onErase: { do: 'pseudonymise' },
});

/** The row of an item, or the copy of it among the exceptions. */
export function itemToRow<Kind extends 'item' | 'exception'>(row: Kind, item: RoundItem): ItemRow & { row: Kind } {
  const { response, previous: before, ...rest } = item;
  const { by, ...saidNow } = response ?? {};
  const { by: previousBy, ...saidBefore } = before?.response ?? {};
  return {
    row,
    ...rest,
    ...(response && { response: saidNow, by }),
    ...(before && { previous: { ...before, response: saidBefore }, previousBy }),
  } as ItemRow & { row: Kind };
}

export function rowToItem(row: UnitRow): RoundItem {
  if (row.row !== 'item' && row.row !== 'exception') throw new Error(`A row ${row.row} lies where an item is kept.`);
  const { row: _row, by = '', previousBy = '', response, previous: before, ...rest } = row;
  return {
    ...rest,
    ...(response && { response: { ...response, by } }),
    ...(before && { previous: { ...before, response: { ...before.response, by: previousBy } } }),
  };
}

export function answerToRow({ key, plan, position, ...item }: RoundItem, response: Response): AnswerRow {
  const { organisation, round, department, unit } = item;
  return { row: 'answer', organisation, round, department, unit, key, plan, position, ...response };
}

export function rowToAnswer(row: AnswerRow): { unit: UnitRef; key: string; response: Response } {
  const { row: _row, organisation, round, department, unit, key, plan: _plan, position: _position, ...response } = row;
  return { unit: { organisation, round, department, unit }, key, response };
}

const itemDigestSchema = z.object({ said: z.string(), moves: z.number(), persons: z.array(z.number()) });
const digestSchema = z.object({ persons: z.array(z.string()), items: z.record(itemDigestSchema) });

export function digestToRow({ organisation, round, department, unit, persons, items }: UnitDigest): UnitRow {
  return { row: 'digest', organisation, round, department, unit, ...digest.toColumns({ persons, items }) };
}

export function rowToDigest(row: UnitRow): UnitDigest {
  if (row.row !== 'digest') throw new Error(`A row ${row.row} lies where a digest is kept.`);
  const { rest, value } = digest.fromColumns(row);
  const { row: _row, ...unit } = rest;
  return { ...unit, ...digestSchema.parse(value) };
}
