import type { z } from 'zod';
import { AppError } from '../errors.js';
import type { ColumnOf, OnErase, Retentions } from '../privacy/index.js';
import { encodeKey } from './keys.js';
import type { LongColumns } from './long-columns.js';

export type { OnErase, Retention } from '../privacy/index.js';

export interface TableKeys<Row> {
  /** Which queries the keys serve, in one sentence. */
  readonly serves: string;
  /** The parts of the PartitionKey; the first is always the organisation (each board is a controller of its own). */
  partition(row: Row): readonly [organisation: string, ...rest: string[]];
  row(row: Row): readonly string[];
}

/** A table's rules. Without a row type: any table, as those who walk the registry see it. */
export interface TableDefinition<Row extends object = Record<string, unknown>> {
  readonly name: string;
  readonly schema: z.ZodType<Row, z.ZodTypeDef, unknown>;
  readonly keys: TableKeys<Row>;
  /** The columns that hold a person's id and nothing else: what an erasure does goes by them. */
  readonly personKeys: readonly ColumnOf<Row>[];
  /** Other columns where persons may stand: lists, texts, references. Extract and erase look there, too, as in every column. */
  readonly mentions?: readonly ColumnOf<Row>[];
  readonly retention: Retentions<Row>;
  readonly onErase: OnErase<Row>;
  /** Values that are cut into several columns. */
  readonly long?: readonly LongColumns[];
  /** Columns of bytes as text. */
  readonly isBytes?: (column: string) => boolean;
}

const registry = new Map<string, TableDefinition>();

/**
 * The only way to have a table. Purge, extract, erase and back-up walk `definedTables()`, so a table without retention
 * and erasure rules does not compile. Throws when two tables share a name or the name is not letters and digits.
 */
export function defineTable<Row extends object>(definition: TableDefinition<Row>): TableDefinition<Row> {
  if (!/^[a-z][a-z0-9]{2,62}$/.test(definition.name))
    throw new AppError('row_invalid', `Table name "${definition.name}" must be 3-63 small letters and digits.`);
  if (registry.has(definition.name)) throw new AppError('row_invalid', `Table ${definition.name} is defined twice.`);
  registry.set(definition.name, definition as unknown as TableDefinition);
  return definition;
}

export function definedTables(): readonly TableDefinition[] {
  return [...registry.values()];
}

export interface RowKeys {
  readonly partitionKey: string;
  readonly rowKey: string;
}

export function keysOf<Row extends object>(definition: TableDefinition<Row>, row: Row): RowKeys {
  return {
    partitionKey: encodeKey(...definition.keys.partition(row)),
    rowKey: encodeKey(...definition.keys.row(row)),
  };
}
