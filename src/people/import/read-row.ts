import { z } from 'zod';
import { personSchema, type Role, ROLES } from '../person.js';
import { type Column, COLUMNS } from './columns.js';
import { faultTexts } from './fault-texts.js';
import type { Fault } from './faults.js';
import type { Headings } from './read-headings.js';
import type { TableRow } from './read-table.js';

/** A row whose cells were checked one by one; what other rows say about it (manager, duplicates) comes after. */
export interface Draft {
  readonly row: number;
  /** The columns that held a usable value. */
  readonly values: Readonly<Partial<Record<Exclude<Column, 'manager' | 'roles'>, string>>>;
  readonly roles: readonly Role[];
  /** The manager's id or e-mail as the file has it, small letters; empty for the topmost person. */
  readonly manager: string;
  readonly faults: readonly Fault[];
}

/** Checks the cells of one row, each by itself, and says all that is wrong with them. */
export function readRow({ row, cells }: TableRow, { places, count }: Headings): Draft {
  const surplus = cells.slice(count).some((cell) => cell !== '');
  if (surplus || cells.length < count)
    return {
      row,
      values: {},
      roles: [],
      manager: '',
      faults: [{ row, message: faultTexts.cellCount(cells.length, count) }],
    };

  const faults: Fault[] = [];
  const values: Record<string, string> = {};
  let roles: readonly Role[] = [];
  for (const column of COLUMNS) {
    const place = places.get(column);
    if (place === undefined) continue;
    const cell = cells[place]!;
    const refuse = (message: string) => void faults.push({ row, column, message });
    if (column === 'roles') roles = readRoles(cell, refuse);
    else {
      const parsed = shapeOf(column).safeParse(column === 'language' ? cell.toLowerCase() : cell);
      if (parsed.success) values[column] = parsed.data ?? '';
      else refuse(cell === '' ? faultTexts.empty(column) : faultTexts.invalid(column, cell));
    }
  }
  const { manager = '', ...own } = values;
  return { row, values: own, roles, manager, faults };
}

const managerSchema = personSchema.shape.managerId.unwrap().or(personSchema.shape.email).or(z.literal(''));

function shapeOf(column: Exclude<Column, 'roles'>) {
  return column === 'manager' ? managerSchema : personSchema.shape[column];
}

/** "hr|medarbetare" -> the roles in the order of ROLES, each once, so that another order in the file is no change. */
function readRoles(cell: string, refuse: (message: string) => void): readonly Role[] {
  const words = cell
    .toLowerCase()
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = words.filter((word) => !ROLES.some((role) => role === word));
  if (unknown.length > 0) refuse(faultTexts.unknownRoles(unknown));
  else if (words.length === 0) refuse(faultTexts.empty('roles'));
  return ROLES.filter((role) => words.includes(role));
}
