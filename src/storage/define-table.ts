import type { z } from 'zod';
import { AppError } from '../errors.js';
import { encodeKey } from './keys.js';

/**
 * How long a row is kept, counted from its date column: the proposal of the domain page 4.3 until the board decides. A row
 * without a value there is not over yet, and is kept.
 */
export type Retention<Column extends string = string> =
  | { readonly keep: 'months' | 'days'; readonly count: number; readonly from: Column }
  | { readonly keep: 'always'; readonly reason: string }
  | { readonly keep: 'while-current'; readonly reason: string };

/** What happens to a person's rows when the person is erased. */
export type OnErase =
  { readonly do: 'delete' } | { readonly do: 'pseudonymise' } | { readonly do: 'keep'; readonly reason: string };

export interface TableKeys<Row> {
  /** Which queries the keys serve, in one sentence. */
  readonly serves: string;
  /** The parts of the PartitionKey; the first is always the organisation (each board is a controller of its own). */
  partition(row: Row): readonly [organisation: string, ...rest: string[]];
  row(row: Row): readonly string[];
}

/** A column of any kind of row: a table may hold rows of several kinds, which only a transaction can hold together. */
type ColumnOf<Row> = Row extends unknown ? keyof Row & string : never;

/** A table's rules. Without a row type: any table, as those who walk the registry see it. */
export interface TableDefinition<Row extends object = Record<string, unknown>> {
  readonly name: string;
  readonly schema: z.ZodType<Row, z.ZodTypeDef, unknown>;
  readonly keys: TableKeys<Row>;
  /** The columns that hold a person's id: extract and erase find a person's rows by them. */
  readonly personKeys: readonly ColumnOf<Row>[];
  readonly retention: Retention<ColumnOf<Row>>;
  readonly onErase: OnErase;
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
