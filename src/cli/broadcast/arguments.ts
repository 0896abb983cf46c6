import { parseArgs } from 'node:util';
import { messageOf } from '../../errors.js';
import { UsageError } from './tools.js';

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  organisation: text,
  wait: flag,
  out: text,
  format: text,
  sender: text,
  csv: text,
  role: list,
  department: list,
  unit: list,
  title: text,
  text,
  'title-en': text,
  'text-en': text,
  confirm: flag,
  deadline: text,
  at: text,
};

export type BroadcastOptions = ReturnType<typeof readArguments>['values'];

/** Throws UsageError for what is not known. */
export function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}
