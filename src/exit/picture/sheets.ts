import type { Locale } from '../../calendar/index.js';
import type { XlsxSheet, XlsxValue } from '../../documents/index.js';
import type { Survey } from '../survey/survey.js';
import type { Beside } from './beside/beside.js';
import { processRows } from './beside/process.js';
import { turnoverLines } from './beside/turnover.js';
import type { Look } from './look.js';
import { chosenGroup, EVERYBODY, periodIn } from './look.js';
import { type FigureRow, isToldOf, rowsOf } from './rows.js';
import { pictureTexts } from './texts.js';
import { groupOf } from './window.js';

const WIDTHS = [34, 30, 46, 34, 12, 14, 12] as const;

/** Every figure that may be shown, a row each; what is not shown is empty and says so. On a sheet of their own, how exits went. */
export function pictureSheets(look: Look, survey: Survey, locale: Locale, beside: Beside): readonly XlsxSheet[] {
  const texts = pictureTexts[locale];
  const columns = texts.columns.map((heading, at) => ({
    heading,
    width: WIDTHS[at]!,
    kind: at === 4 || at === 6 ? ('number' as const) : ('text' as const),
  }));
  const [header = [], ...process] = processRows(beside.process, look.scores, locale);
  return [
    { name: texts.sheet, columns, rows: rows(look, survey, locale, beside) },
    {
      name: texts.processSheet,
      columns: header.map((heading) => ({ heading, width: 20, kind: 'text' })),
      rows: each(process),
    },
  ];
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function* rows(
  look: Look,
  survey: Survey,
  locale: Locale,
  { turnover, organisation }: Beside,
): AsyncGenerator<readonly XlsxValue[]> {
  const texts = pictureTexts[locale];
  for (const opened of look.windows)
    for (const department of look.departments) {
      const group = chosenGroup({ window: { ...opened.window, counts: undefined } }, department.value);
      if (!group) continue;
      yield [opened.title, department.title, texts.answers, '', group.answers, '', group.answers];
      yield* rowsIn(
        opened.title,
        department.title,
        rowsOf(group, survey, locale).filter(({ kind }) => kind !== 'count'),
      );
    }
  for (const year of look.years)
    for (const department of look.departments) {
      const group = groupOf(year, department.value === EVERYBODY ? undefined : department.value);
      if (!group) continue;
      const own = rowsOf(group, survey, locale).filter(
        (row) => row.kind === 'count' && isToldOf(department.value, row),
      );
      yield* rowsIn(periodIn(locale, year.tertials), department.title, own);
    }
  for (const line of turnoverLines(turnover, organisation, locale)) yield [line, '', '', '', undefined, '', undefined];

  function rowsIn(period: string, department: string, own: readonly FigureRow[]): XlsxValue[][] {
    return own.flatMap(({ question, option, value, end, answers, kind, bands }): XlsxValue[][] => {
      const bound = value === undefined ? texts.hidden : end ? texts.bounds[end] : '';
      const names = kind === 'count' ? [] : texts.bands[kind];
      return [
        [period, department, question, option ?? texts.kinds[kind], value, bound, answers],
        ...(bands ?? []).map((count, at) => [period, department, question, names[at], count, '', answers]),
      ];
    });
  }
}
