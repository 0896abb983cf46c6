import { isConflict } from '../errors.js';
import type { Table } from './table.js';

/** Inserts a row; false when there is one of its keys already, which stays as it is. */
export async function insertOnce<Row extends object>(table: Table<Row>, row: Row): Promise<boolean> {
  try {
    await table.insert(row);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}
