import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { Fault } from './fault.js';
import { fault, type Placed } from './read-yaml.js';

interface CsvRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

/** Reads a CSV file with a header; each row must fit `schema`. Reports file, line and column of each fault. */
export function readCsv<T>(
  file: string,
  text: string,
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  faults: Fault[],
): Placed<T>[] {
  let rows: CsvRow[];
  try {
    rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, info: true }) as unknown as CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push(fault(file, Number(error['lines'] ?? 1), String(error['column'] ?? '(row)'), error.message));
    return [];
  }
  return rows.flatMap(({ record, info }) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return [{ value: parsed.data, line: info.lines }];
    for (const issue of parsed.error.issues) faults.push(fault(file, info.lines, issue.path.join('.') || '(row)', issue.message));
    return [];
  });
}
