import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { messageOf } from '../errors.js';

export type Line<T> =
  { readonly number: number; readonly value: T } | { readonly number: number; readonly fault: string };

/**
 * Reads a file of JSON lines (`-` is standard input); empty lines are passed over, a line that is no JSON or does not fit
 * the schema becomes a fault, the others are still read. Throws when the file cannot be read.
 */
export function readJsonLines<T>(file: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): Line<T>[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  return text.split(/\r?\n/).flatMap((line, index): Line<T>[] => {
    const number = index + 1;
    if (line.trim() === '') return [];
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return [{ number, fault: 'is no JSON' }];
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) return [{ number, value: parsed.data }];
    return [
      {
        number,
        fault: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; '),
      },
    ];
  });
}
