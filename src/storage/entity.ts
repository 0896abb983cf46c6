import type { TableEntity } from '@azure/data-tables';
import { AppError } from '../errors.js';
import { keysOf, type TableDefinition } from './define-table.js';

const MAX_PROPERTIES = 252;
const MAX_STRING_UNITS = 32_768;
const MAX_ENTITY_BYTES = 1_048_576;

/**
 * A row as Azure Tables stores it: strings, numbers and booleans as they are, dates as ISO text, all else as JSON text.
 * Azurite takes rows that Azure refuses, so the limits (252 properties, 32,768 UTF-16 units a string, 1 MiB) are checked here.
 */
export function toEntity<Row extends object>(definition: TableDefinition<Row>, row: Row): TableEntity {
  const columns = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  const entity: Record<string, unknown> = { ...keysOf(definition, row) };
  for (const [name, value] of columns) entity[name] = toProperty(value);
  check(definition.name, entity);
  return entity as TableEntity;
}

function toProperty(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}

function check(table: string, entity: Record<string, unknown>): void {
  const names = Object.keys(entity);
  if (names.length > MAX_PROPERTIES) throw tooLarge(table, `${names.length} columns, at most ${MAX_PROPERTIES}`);
  let bytes = 0;
  for (const [name, value] of Object.entries(entity)) {
    const length = typeof value === 'string' ? value.length : 4;
    if (length > MAX_STRING_UNITS) throw tooLarge(table, `column ${name} has ${length} characters, at most ${MAX_STRING_UNITS}`);
    bytes += 8 + 2 * (name.length + length);
  }
  if (bytes > MAX_ENTITY_BYTES) throw tooLarge(table, `${bytes} bytes, at most ${MAX_ENTITY_BYTES}`);
}

function tooLarge(table: string, what: string): AppError {
  return new AppError('row_invalid', `A row of ${table} is too large: ${what}.`);
}

/** Parses what was stored; JSON columns are those whose schema wants no string. Throws `row_invalid` naming table and column. */
export function fromEntity<Row extends object>(definition: TableDefinition<Row>, entity: Record<string, unknown>): Row {
  const columns = Object.fromEntries(
    Object.entries(entity).filter(([name]) => !['partitionKey', 'rowKey', 'etag', 'timestamp', 'odata.metadata'].includes(name)),
  );
  const parsed = definition.schema.safeParse(columns);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new AppError('row_invalid', `A row of ${definition.name} does not fit its schema (${where}).`, { cause: parsed.error });
}
