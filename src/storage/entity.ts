import type { TableEntity } from '@azure/data-tables';
import { AppError } from '../errors.js';
import { keysOf, type TableDefinition } from './define-table.js';

const MAX_COLUMNS = 252;
const MAX_STRING_UNITS = 32_768;
const MAX_ENTITY_BYTES = 1_048_576;
const MAX_INT32 = 2_147_483_647;

/** Names that Azure Tables keeps for itself, in the service's spelling and in that of the package. */
const RESERVED = ['partitionkey', 'rowkey', 'timestamp', 'etag'];
const NOT_COLUMNS = ['partitionKey', 'rowKey', 'etag', 'timestamp', 'odata.metadata'];

/**
 * A row as Azure Tables stores it: strings, numbers and booleans as they are, dates as ISO text, all else as JSON text;
 * a column without value is left out. Azurite takes rows that Azure refuses, so the limits (252 columns, 32,768 UTF-16 units
 * a string, 1 MiB) are checked here. Throws `row_invalid` naming table and column.
 */
export function toEntity<Row extends object>(definition: TableDefinition<Row>, row: Row): TableEntity {
  const { name: table } = definition;
  const columns = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  const properties = columns.map(([name, value]) => [name, toProperty(table, name, value)] as const);
  check(table, properties);
  return { ...Object.fromEntries(properties), ...keysOf(definition, row) };
}

type Property = string | number | boolean;

function toProperty(table: string, name: string, value: unknown): Property {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return toNumber(table, name, value);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw refuse(table, `column ${name} is no date`);
    return value.toISOString();
  }
  return JSON.stringify(value);
}

/** JSON knows no NaN, and a whole number without a type is a 32-bit one to Azure Tables. */
function toNumber(table: string, name: string, value: number): number {
  if (!Number.isFinite(value)) throw refuse(table, `column ${name} is no number`);
  if (Number.isInteger(value) && Math.abs(value) > MAX_INT32)
    throw refuse(table, `column ${name} is ${value}; whole numbers end at ${MAX_INT32}, keep it as text`);
  return value;
}

function check(table: string, properties: readonly (readonly [string, Property])[]): void {
  if (properties.length > MAX_COLUMNS)
    throw refuse(table, `too large: ${properties.length} columns, at most ${MAX_COLUMNS}`);
  let bytes = 0;
  for (const [name, value] of properties) {
    if (RESERVED.includes(name.toLowerCase()))
      throw refuse(table, `column ${name} has a name that storage needs itself`);
    const length = typeof value === 'string' ? value.length : 4;
    if (length > MAX_STRING_UNITS)
      throw refuse(table, `too large: column ${name} has ${length} characters, at most ${MAX_STRING_UNITS}`);
    bytes += 8 + 2 * (name.length + length);
  }
  if (bytes > MAX_ENTITY_BYTES) throw refuse(table, `too large: ${bytes} bytes, at most ${MAX_ENTITY_BYTES}`);
}

function refuse(table: string, what: string): AppError {
  return new AppError('row_invalid', `A row of ${table} cannot be stored: ${what}.`);
}

/** Parses what was stored; JSON columns parse their own text. Throws `row_invalid` naming table and column. */
export function fromEntity<Row extends object>(definition: TableDefinition<Row>, entity: Record<string, unknown>): Row {
  const columns = Object.fromEntries(Object.entries(entity).filter(([name]) => !NOT_COLUMNS.includes(name)));
  const parsed = definition.schema.safeParse(columns);
  if (parsed.success) return parsed.data;
  const where = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
  throw new AppError('row_invalid', `A row of ${definition.name} does not fit its schema (${where}).`, {
    cause: parsed.error,
  });
}
