import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Fault } from './fault.js';
import { fault, type Placed } from './placed.js';

interface CsvRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file with a header; each row must fit `schema`. Reports file, line and column of each fault; a header that
 * lacks a column or has one too many is told once, not for every row.
 */
export function readCsv<T>(
  file: string,
  text: string,
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  faults: Fault[],
): Placed<T>[] {
  let header: string[] = [];
  let rows: CsvRow[] = [];
  let broken: Fault[] = [];
  try {
    const columns = (names: string[]) => (header = names);
    rows = parse(text, { columns, bom: true, skip_empty_lines: true, info: true }) as unknown as CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    broken = [fault(file, Number(error['lines'] ?? 1), '(row)', error.message)];
  }
  // A header that is wrong says more than the first row that does not fit it.
  const ofHeader = header.length === 0 ? [] : headerFaults(file, header, schema);
  faults.push(...(ofHeader.length > 0 ? ofHeader : broken));
  if (ofHeader.length > 0) return [];
  return rows.flatMap(({ record, info: { lines: line } }) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return [{ value: parsed.data, file, line }];
    for (const issue of parsed.error.issues)
      faults.push(fault(file, line, issue.path.join('.') || '(row)', issue.message));
    return [];
  });
}

function headerFaults(file: string, header: readonly string[], schema: z.ZodTypeAny): Fault[] {
  const object: unknown = schema instanceof z.ZodEffects ? schema.innerType() : schema;
  if (!(object instanceof z.ZodObject)) return [];
  const wanted = Object.keys(object.shape as z.ZodRawShape);
  if (header.length === 1 && header[0]!.includes(';'))
    return [fault(file, 1, '(header)', 'the columns are parted by semicolons; save the file with commas')];
  return [
    ...wanted.filter((name) => !header.includes(name)).map((name) => fault(file, 1, name, 'the column is missing')),
    ...header.filter((name) => !wanted.includes(name)).map((name) => fault(file, 1, name, 'there is no such column')),
    ...header.filter((name, n) => header.indexOf(name) < n).map((name) => fault(file, 1, name, 'the column is there twice')),
  ];
}
