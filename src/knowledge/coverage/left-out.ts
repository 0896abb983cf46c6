import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../fault.js';
import { readCsv } from '../read-csv.js';

const text = z.string().trim().min(1);

/** A number of a document that is no figure to ask about. `number` is literal text of the line: 2024-06, R12, 2010:800, 1.4. */
const leftOutSchema = z
  .object({ document: text, line: z.coerce.number().int().positive(), number: text, reason: text })
  .strict();
export type LeftOut = z.infer<typeof leftOutSchema>;

/** A section that nobody could ask about, or a chapter whose heading the document's text lacks. */
const leftOutSectionSchema = z.object({ document: text, section: text, reason: text }).strict();
export type LeftOutSection = z.infer<typeof leftOutSectionSchema>;

export const LEFT_OUT = 'statistics/left-out.csv';
export const LEFT_OUT_SECTIONS = 'left-out-sections.csv';

export interface ReadLeftOut {
  readonly numbers: readonly LeftOut[];
  readonly sections: readonly LeftOutSection[];
  readonly faults: readonly Fault[];
}

/** Reads both lists of what is left out on purpose. A list that is not there is empty: a new organisation starts without. */
export function readLeftOut(directory: string): ReadLeftOut {
  const faults: Fault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): T[] =>
    readCsv(file, textOf(join(directory, file)), schema, faults).map(({ value }) => value);
  return { numbers: read(LEFT_OUT, leftOutSchema), sections: read(LEFT_OUT_SECTIONS, leftOutSectionSchema), faults };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
