import { type Person, personSchema } from '../person.js';
import { findDuplicates, findManagerCircles, resolveManagers } from './check-file.js';
import { COLUMNS } from './columns.js';
import { faultTexts } from './fault-texts.js';
import type { Fault } from './faults.js';
import { findEncodingFault } from './find-encoding-fault.js';
import { readHeadings } from './read-headings.js';
import { readRow } from './read-row.js';
import { readTable } from './read-table.js';

export interface ParsedPeople {
  /** The rows without any fault of their own. An import takes them only when `faults` is empty. */
  readonly people: readonly Person[];
  /** All that must be put right, in file order. */
  readonly faults: readonly Fault[];
}

/**
 * Reads the people file that HR exports (columns: see COLUMNS). Takes the text as UTF-8 gave it and the people whom the
 * directory holds already, among whom a manager may be. Never throws: whatever is wrong with the file becomes a fault.
 */
export function parsePeopleCsv(text: string, { directory = [] }: { directory?: readonly Person[] } = {}): ParsedPeople {
  const encoding = findEncodingFault(text);
  if (encoding?.isHopeless) return { people: [], faults: [encoding.fault] };
  const table = readTable(text);
  const ofFile = [...(encoding ? [encoding.fault] : []), ...table.faults];
  const [first, ...rest] = table.rows;
  if (!first) return { people: [], faults: ofFile.length ? ofFile : [{ message: faultTexts.emptyFile }] };

  const headings = readHeadings(first);
  ofFile.push(...headings.faults);
  // Without a single known heading the first row is no heading row, and nothing true can be said of the cells.
  if (headings.places.size === 0) return { people: [], faults: ofFile };
  const drafts = rest.map((row) => readRow(row, headings));
  if (drafts.length === 0 && table.faults.length === 0) ofFile.push({ message: faultTexts.noPeople });

  const canFindManagers = headings.places.has('id') && headings.places.has('email');
  const { managerIds, faults: ofManagers } = canFindManagers
    ? resolveManagers(drafts, directory)
    : { managerIds: new Map<(typeof drafts)[number], string>(), faults: [] };
  const faults = [
    ...ofFile,
    ...drafts.flatMap((draft) => draft.faults),
    ...findDuplicates(drafts),
    ...ofManagers,
    ...findManagerCircles(drafts, managerIds),
  ];
  const faulty = new Set(faults.map(({ row }) => row));
  const isComplete = headings.places.size === COLUMNS.length;
  const people = drafts
    .filter(({ row }) => isComplete && !faulty.has(row))
    .map((draft) => personSchema.parse({ ...draft.values, roles: draft.roles, managerId: managerIds.get(draft) }));
  return { people, faults: faults.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}
