import { AppError } from '../errors.js';
import { keysOf, type RowKeys, type TableDefinition } from './define-table.js';
import type { Change } from './table.js';

const MAX_CHANGES = 100;

/**
 * What Azure Tables asks of a transaction, checked before anything is sent, since its own refusals do not say which row.
 * Throws `row_invalid` for more than 100 changes, a second partition or a row that is changed twice.
 */
export function checkTransaction<Row extends object>(
  definition: TableDefinition<Row>,
  changes: readonly Change<Row>[],
): void {
  const refuse = (what: string) => new AppError('row_invalid', `A transaction of ${definition.name} ${what}.`);
  if (changes.length > MAX_CHANGES) throw refuse(`has ${changes.length} changes, at most ${MAX_CHANGES}`);
  const keys = changes.map((change) => keysOfChange(definition, change));
  if (new Set(keys.map(({ partitionKey }) => partitionKey)).size > 1) throw refuse('spans two partitions');
  const seen = new Set<string>();
  for (const { rowKey } of keys) {
    if (seen.has(rowKey)) throw refuse(`changes the row ${rowKey} twice`);
    seen.add(rowKey);
  }
}

function keysOfChange<Row extends object>(definition: TableDefinition<Row>, change: Change<Row>): RowKeys {
  return keysOf(definition, rowOf(change));
}

function rowOf<Row>(change: Change<Row>): Row {
  if ('insert' in change) return change.insert;
  if ('upsert' in change) return change.upsert;
  return 'update' in change ? change.update : change.remove;
}
