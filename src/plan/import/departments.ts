import type { DocumentTable } from '../../documents/index.js';
import { readPageHead } from './page-head.js';

/** The departments whose plans a file holds, as its lines above the tables name them; '' is the whole organisation. */
export function departmentsIn(tables: readonly DocumentTable[]): string[] {
  const found = new Map<string, string>();
  for (const line of headLines(tables)) {
    const department = readPageHead(line, { isBelowHeadings: true })?.department;
    if (department !== undefined && !found.has(fold(department))) found.set(fold(department), department);
  }
  return [...found.values()];
}

/** The year that the lines above the tables name first. */
export function yearIn(tables: readonly DocumentTable[]): number | undefined {
  for (const line of headLines(tables)) {
    const year = readPageHead(line)?.year;
    if (year !== undefined) return year;
  }
  return undefined;
}

/** Whether two names mean one department: "Avdelningen för äldreomsorg" is "Äldreomsorg". */
export function meansSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function headLines(tables: readonly DocumentTable[]): string[] {
  return tables.flatMap(({ before, rows }) => [
    ...before,
    ...rows.map(({ cells }) =>
      cells
        .filter(({ text, merged }) => text !== '' && !merged)
        .map(({ text }) => text)
        .join(' '),
    ),
  ]);
}

const GENERIC = /^(?:avdelning(?:en)?|avd\.?|enhet(?:en)?|verksamhet(?:en)?)\s+(?:för\s+)?/u;

function fold(department: string): string {
  return department
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(GENERIC, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=förskola|omsorg)(?:n|en)$/u, '');
}
