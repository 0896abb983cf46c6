import type { DocumentTable, TableRow } from '../../documents/index.js';
import { holdsPersonalNumber } from '../../privacy/index.js';
import { cellOf, type Columns, findColumns, isSecondHeading, withMore } from './columns.js';
import { departmentsIn, meansSame } from './departments.js';
import { type DraftActivity, draftsOf, type RowTexts } from './draft.js';
import { type DraftIndicator, findIndicatorColumns, type IndicatorColumns, readIndicator } from './indicators.js';
import { readPageHead } from './page-head.js';
import { type Area, areaIn, areaOf } from './phases.js';
import type { Reason, Remark, RowReport } from './report.js';

/** Far beyond any cell of a plan, and short enough for a row of storage and for a card. */
export const LONGEST_CELL = 4000;
const SHOWN = 80;

export interface ImportOptions {
  /** Whose plan it is, none for the whole organisation; of a file with the plans of several, only its rows are taken. */
  readonly department?: string;
  /** For dates without a year. */
  readonly year: number;
}

export interface ImportedPlan {
  /** In the order of the file. */
  readonly activities: readonly DraftActivity[];
  /** In the order of the file, each once. */
  readonly indicators: readonly DraftIndicator[];
  /** All other rows: each row of the file is here or is the source of activities or of an indicator, never both. */
  readonly reports: readonly RowReport[];
  readonly remarks: readonly Remark[];
}

/** What is known when a row is read: all that stands above it. */
interface Above {
  columns: Columns | undefined;
  /** Set below the headings of a table of indicators, until headings of activities come. */
  indicators: IndicatorColumns | undefined;
  area: Area | undefined;
  goal: string;
  department: string | undefined;
  /** The row before was a heading, which the next one may go on with. */
  isHeading: boolean;
}

/**
 * Reads the activities and the indicators out of the tables of a plan. Pure; never throws for what a table says. Headings may come in many forms and again and
 * again, phases as rows, sheets or a column; a table without headings goes on with those of the table before when it is as wide.
 */
export function importPlan(tables: readonly DocumentTable[], options: ImportOptions): ImportedPlan {
  const found = {
    activities: [] as DraftActivity[],
    indicators: [] as DraftIndicator[],
    reports: [] as RowReport[],
    remarks: [] as Remark[],
  };
  const isOneOfSeveral = departmentsIn(tables).length > 1;
  const wanted = isOneOfSeveral ? (options.department ?? '') : undefined;
  const above: Above = {
    columns: undefined,
    indicators: undefined,
    area: undefined,
    goal: '',
    department: undefined,
    isHeading: false,
  };
  for (const table of tables) {
    enter(table, above);
    const before = found.reports.length;
    const knowsColumns = () => above.columns !== undefined || above.indicators !== undefined;
    let hasColumns = knowsColumns();
    for (const row of table.rows) {
      const report = (reason: Reason) => void found.reports.push(reportOf(table, row, reason));
      const reason = passOver(row, above);
      hasColumns ||= knowsColumns();
      if (reason) {
        report(reason);
        if (reason === 'headings') found.remarks.push(...unknownColumns(table, row, found.remarks));
      } else if (wanted !== undefined && above.department !== undefined && !meansSame(above.department, wanted))
        report('other-department');
      else if (above.indicators) {
        const outcome = readIndicator(row, { columns: above.indicators, table, before: found.indicators });
        if ('reason' in outcome) report(outcome.reason);
        else found.indicators.push(outcome.indicator);
      } else {
        const outcome = readRow(row, { table, above, year: options.year });
        if ('reason' in outcome) report(outcome.reason);
        else {
          found.activities.push(...outcome.drafts);
          found.remarks.push(...outcome.remarks);
        }
      }
    }
    if (!hasColumns) renameReports(found.reports, before);
  }
  return found;
}

/** What a table brings before its first row: its name, and in a Word document the lines above it. */
function enter({ name, before, rows }: DocumentTable, above: Above): void {
  above.goal = '';
  if (above.columns && !rows.some((row) => row.cells.length === above.columns!.width)) above.columns = undefined;
  if (above.indicators && !rows.some((row) => row.cells.length === above.indicators!.width))
    above.indicators = undefined;
  above.area = areaIn(name) ?? above.area;
  for (const line of before) {
    above.department = readPageHead(line)?.department ?? above.department;
    above.area = areaOf(line) ?? above.area;
  }
}

/** Why a row is no row of activities, or undefined when it is one; takes note of what it says for those below. */
function passOver(row: TableRow, above: Above): Reason | undefined {
  const own = row.cells.filter(({ text, merged }) => text !== '' && !merged);
  const [first] = own;
  if (!first) return row.cells.some(({ text }) => text !== '') ? 'merged' : 'empty';
  const indicators = findIndicatorColumns(row);
  if (indicators) {
    Object.assign(above, { indicators, columns: undefined, goal: '', isHeading: false });
    return 'headings';
  }
  const columns = findColumns(row);
  if (columns) above.indicators = undefined;
  const wasHeading = above.isHeading;
  above.isHeading = columns !== undefined || (wasHeading && isSecondHeading(row));
  if (above.isHeading) {
    above.columns = wasHeading && above.columns ? withMore(above.columns, columns) : (columns ?? above.columns);
    above.goal = '';
    return 'headings';
  }
  const area = own.length === 1 ? areaOf(first.text) : undefined;
  if (area) {
    above.area = area;
    above.goal = '';
    return 'phase';
  }
  const line = own.map(({ text }) => text).join(' ');
  const head = readPageHead(line, { isBelowHeadings: (above.columns ?? above.indicators) !== undefined });
  if (head) {
    above.department = head.department ?? above.department;
    return 'page-head';
  }
  return above.columns || above.indicators ? undefined : 'before-headings';
}

type RowOutcome = { readonly reason: Reason } | { readonly drafts: DraftActivity[]; readonly remarks: Remark[] };

function readRow(
  row: TableRow,
  { table, above, year }: { table: DocumentTable; above: Above; year: number },
): RowOutcome {
  const columns = above.columns!;
  if (row.cells.some(({ text }) => holdsPersonalNumber(text))) return { reason: 'personnummer' };
  const text = (role: Parameters<typeof cellOf>[2]) => cellOf(row, columns, role);
  const named = areaOf(text('phase')) ?? areaOf(text('goal'));
  if (named && named.phase !== above.area?.phase) above.goal = '';
  above.area = named ?? above.area;
  const own = areaOf(text('goal')) ? '' : text('goal');
  const goal = own === '' ? above.goal : own;
  above.goal = goal;
  const texts: RowTexts = {
    goal,
    activity: text('activity'),
    start: text('start'),
    due: text('due'),
    responsible: text('responsible'),
    resources: text('resources'),
    followUp: text('followUp'),
  };
  if (Object.values(texts).some(({ length }) => length > LONGEST_CELL)) return { reason: 'too-long' };
  const { drafts, sharesDates } = draftsOf(texts, { table: table.name, row: row.row, area: above.area, year });
  if (drafts.length === 0) return { reason: 'no-activity' };
  return { drafts, remarks: remarksOn({ drafts, sharesDates, texts, place: { table: table.name, row: row.row } }) };
}

function remarksOn({
  drafts: [first],
  sharesDates,
  texts,
  place,
}: {
  drafts: readonly DraftActivity[];
  sharesDates: boolean;
  texts: RowTexts;
  place: { table: string; row: number };
}): Remark[] {
  const remarks: Remark[] = [];
  const remark = (kind: Exclude<Remark['kind'], 'unknown-column'>, text: string) =>
    void remarks.push({ kind, ...place, text: shorten(text) });
  if (first!.due.kind === 'unclear') remark('due-unclear', texts.due);
  if (sharesDates) remark('due-shared', texts.due);
  if (first!.responsible.length === 0) remark('no-responsible', first!.activity);
  if (first!.phase === undefined) remark('no-phase', first!.activity);
  if (first!.area !== '') remark('several-phases', first!.area);
  return remarks;
}

/** Told once, though the headings come again on every page. */
function unknownColumns(table: DocumentTable, row: TableRow, told: readonly Remark[]): Remark[] {
  return (findColumns(row)?.unknown ?? [])
    .map((text) => ({ kind: 'unknown-column' as const, table: table.name, row: row.row, text: shorten(text) }))
    .filter(({ text }) => !told.some((remark) => remark.kind === 'unknown-column' && remark.text === text));
}

function reportOf(table: DocumentTable, { row, cells }: TableRow, reason: Reason): RowReport {
  const text = cells
    .filter((cell) => cell.text !== '' && !cell.merged)
    .map((cell) => cell.text)
    .join(' | ');
  return { table: table.name, row, reason, text: reason === 'personnummer' ? '' : shorten(text) };
}

/** In a table where no headings came at all, that is what is wrong with its rows. */
function renameReports(reports: RowReport[], from: number): void {
  for (let at = from; at < reports.length; at++)
    if (reports[at]!.reason === 'before-headings') reports[at] = { ...reports[at]!, reason: 'no-headings' };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
