import type { Cell, DocumentTable, TableRow } from '../../documents/index.js';
import { holdsPersonalNumber } from '../../privacy/index.js';
import type { PlanIndicator } from '../plan.js';
import { roleOf } from './header-words.js';
import { wordsOf } from './likeness.js';
import type { Reason } from './report.js';

/** An indicator as the file has it, before it is told which of the stored ones it is. */
export type DraftIndicator = Omit<PlanIndicator, 'id'> & {
  readonly place: { readonly table: string; readonly row: number };
};

export const LONGEST_NAME = 300;
export const LONGEST_TARGET = 100;
/** All of a plan lie in one column of its row, which takes 32,768 signs: room for about a hundred as boards write them. */
const MOST_SIGNS = 30_000;

type IndicatorRole = 'name' | 'target' | 'cityTarget' | 'periodicity' | 'women' | 'men';

/** Where the columns of a table of indicators stand, from 0. */
export interface IndicatorColumns {
  readonly places: ReadonlyMap<IndicatorRole, number>;
  readonly width: number;
}

/** The city's headings (domain page 3.3); a year or "år 2024" after them counts for nothing. */
const ROLES: readonly (readonly [IndicatorRole, RegExp])[] = [
  ['name', /^(?:indikator(?:er)?|indicators?)$/u],
  ['cityTarget', /^(?:kf:?s?|kommunfullmäktiges) årsmål$|^city target$/u],
  ['target', /^(?:nämndens )?årsmål$|^(?:annual )?target$/u],
  ['periodicity', /^period(?:icitet)?$|^periodicity$|^frequency$/u],
  [
    'women',
    /^(?:(?:periodens )?utfall )?(?:kvinnor|flickor)(?: ?(?:\/|och) ?(?:kvinnor|flickor))?$|^(?:outcome )?women$/u,
  ],
  ['men', /^(?:(?:periodens )?utfall )?(?:män|pojkar)(?: ?(?:\/|och) ?(?:män|pojkar))?$|^(?:outcome )?men$/u],
];
/** What stands in a column of women or men where an indicator is not split: nothing yet is no such word. */
const NOT_SPLIT = /^(?:[-–—]+|nej|ej (?:relevant|aktuellt)|no|n\/a)$/iu;

/** Reads a row as the headings of a table of indicators: an indicator, one of the two targets, and no column of activities. */
export function findIndicatorColumns({ cells }: TableRow): IndicatorColumns | undefined {
  const places = new Map<IndicatorRole, number>();
  for (const [place, { text, merged }] of cells.entries()) {
    if (merged || text === '') continue;
    if (roleOf(text) === 'activity') return undefined;
    const role = indicatorRoleOf(text);
    if (role !== undefined && !places.has(role)) places.set(role, place);
  }
  const isOne = places.has('name') && (places.has('target') || places.has('cityTarget'));
  return isOne ? { places, width: cells.length } : undefined;
}

function indicatorRoleOf(heading: string): IndicatorRole | undefined {
  const words = heading
    .toLowerCase()
    .replace(/(?:(?<!\p{L})år\s+)?(?<!\d)(?:19|20)\d\d(?!\d)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return ROLES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The indicator of a row, or why there is none. `before` are those of the rows above. Pure. */
export function readIndicator(
  { row, cells }: TableRow,
  { columns, table, before }: { columns: IndicatorColumns; table: DocumentTable; before: readonly DraftIndicator[] },
): { readonly indicator: DraftIndicator } | { readonly reason: Reason } {
  if (cells.some(({ text }) => holdsPersonalNumber(text))) return { reason: 'personnummer' };
  const own = cells.filter(({ text, merged }) => text !== '' && !merged);
  const at = (role: IndicatorRole): Cell | undefined => cells[columns.places.get(role) ?? -1];
  const name = at('name')?.merged ? '' : inOneLine(at('name'));
  // A line over the whole width ("Nämndmål: …") is no indicator.
  if (own.length < 2 || !/[\p{L}\p{N}]/u.test(name)) return { reason: 'no-indicator' };
  const said = (['target', 'cityTarget', 'periodicity'] as const).map((role) => inOneLine(at(role)));
  const [target, cityTarget, periodicity] = said as [string, string, string];
  if (name.length > LONGEST_NAME || said.some((text) => text.length > LONGEST_TARGET))
    return { reason: 'indicator-too-long' };
  if (before.some((other) => foldName(other.name) === foldName(name))) return { reason: 'indicator-again' };
  const measure = measureOf(target) || measureOf(cityTarget);
  const bySex = (['women', 'men'] as const).some(
    (role) => columns.places.has(role) && !NOT_SPLIT.test(inOneLine(at(role))),
  );
  const indicator = { name, measure, target, cityTarget, periodicity, bySex, place: { table: table.name, row } };
  if (signsOf([...before, indicator]) > MOST_SIGNS) return { reason: 'too-many-indicators' };
  return { indicator };
}

/** What tells an indicator: its name without case, marks and doubled spaces. */
export function foldName(name: string): string {
  return wordsOf(name).join(' ');
}

/** What a target counts in: "94 %" -> "%", "1,6 kg CO2 per kg" -> "kg CO2 per kg"; '' for "Tas fram av nämnd". */
function measureOf(target: string): string {
  const [, rest = ''] = /^[<>≤≥±]?\s*[-–]?\d[\d\s.,]*(?:[-–]\s*\d[\d\s.,]*)?(\D.*)$/u.exec(target) ?? [];
  return rest.trim().slice(0, 40);
}

function signsOf(indicators: readonly DraftIndicator[]): number {
  return JSON.stringify(indicators.map(({ place: _, ...indicator }) => ({ ...indicator, id: '9999' }))).length;
}

function inOneLine(cell: Cell | undefined): string {
  return (cell?.text ?? '').replace(/\s+/gu, ' ').trim();
}
