import type { Locale } from '../../../calendar/index.js';
import type { XlsxSheet } from '../../../documents/index.js';
import type { Response, RoundItem, UnitRef } from '../../round/index.js';
import type { Asked } from '../asked.js';
import { reportTexts } from '../texts.js';
import { answerCells, askedCells, COLUMNS, unitCells } from './cells.js';

export interface SheetSources {
  /** Unit by unit. */
  readonly items: AsyncIterable<RoundItem>;
  /** In the same order, oldest first for each item. */
  readonly histories: AsyncIterable<{ readonly unit: UnitRef; readonly key: string; readonly response: Response }>;
  readonly askedOf: (key: string) => Asked | undefined;
  readonly titleOf: (plan: string) => string;
  readonly locale: Locale;
}

/** One row an item with its newest answer, then one row an answer of all that were given. Rows are made as they are read. */
export function reportSheets(sources: SheetSources): readonly XlsxSheet[] {
  const { sheets } = reportTexts[sources.locale];
  const columnsOf = (keys: readonly (keyof typeof COLUMNS)[]) =>
    keys.map((key) => ({ heading: reportTexts[sources.locale].sheetColumns[key], ...COLUMNS[key] }));
  return [
    { name: sheets.items, columns: columnsOf(ITEM_COLUMNS), rows: itemRows(sources) },
    { name: sheets.history, columns: columnsOf(HISTORY_COLUMNS), rows: historyRows(sources) },
  ];
}

const ASKED = ['plan', 'phase', 'kind', 'goal', 'text', 'responsible'] as const;
const UNIT = ['department', 'unit'] as const;
const ANSWER = [
  'status',
  'outcome',
  'outcomeWomen',
  'outcomeMen',
  'reason',
  'comment',
  'newDue',
  'resources',
  'function',
  'answeredAt',
  'version',
] as const;
const ITEM_COLUMNS = [
  ...ASKED,
  ...UNIT,
  'due',
  'dueDay',
  'target',
  'cityTarget',
  'periodicity',
  'moves',
  ...ANSWER,
  'learned',
  'key',
] as const;
const HISTORY_COLUMNS = [...UNIT, 'plan', 'kind', 'text', ...ANSWER, 'key'] as const;

async function* itemRows({ items, titleOf, locale }: SheetSources) {
  for await (const item of items) {
    const asked = askedCells(item, titleOf, locale);
    const cells = { ...asked, ...unitCells(item), moves: item.moves, ...answerCells(item.response, locale) };
    yield ITEM_COLUMNS.map((key) => cells[key]);
  }
}

async function* historyRows({ histories, askedOf, titleOf, locale }: SheetSources) {
  for await (const { unit, key, response } of histories) {
    const asked = askedOf(key);
    if (!asked) continue;
    const cells = { ...askedCells(asked, titleOf, locale), ...unitCells(unit), ...answerCells(response, locale) };
    yield HISTORY_COLUMNS.map((column) => cells[column]);
  }
}
