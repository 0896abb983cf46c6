import type { Locale } from '../../calendar/index.js';
import type { XlsxSheet, XlsxValue } from '../../documents/index.js';
import type { Survey } from '../survey/survey.js';
import type { Look } from './look.js';
import { chosenGroup, EVERYBODY, periodIn } from './look.js';
import { type FigureRow, rowsOf } from './rows.js';
import { pictureTexts } from './texts.js';

const WIDTHS = [34, 30, 46, 34, 12, 14, 12] as const;

/** Every figure that may be shown, a row each; what is not shown is empty and says so. */
export function pictureSheets(look: Look, survey: Survey, locale: Locale): readonly XlsxSheet[] {
  const texts = pictureTexts[locale];
  const columns = texts.columns.map((heading, at) => ({
    heading,
    width: WIDTHS[at]!,
    kind: at === 4 || at === 6 ? ('number' as const) : ('text' as const),
  }));
  return [{ name: texts.sheet, columns, rows: rows(look, survey, locale) }];
}

async function* rows(look: Look, survey: Survey, locale: Locale): AsyncGenerator<readonly XlsxValue[]> {
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
      const group = department.value === EVERYBODY ? year.whole : year.departments[department.value];
      if (!group) continue;
      const own = rowsOf(group, survey, locale).filter(({ kind }) => kind === 'count');
      yield* rowsIn(periodIn(locale, year.tertials), department.title, own);
    }
  yield [texts.turnover, '', '', '', undefined, '', undefined];

  function rowsIn(period: string, department: string, own: readonly FigureRow[]): XlsxValue[][] {
    return own.map(({ question, option, value, end, answers, kind }) => {
      const bound = value === undefined ? texts.hidden : end ? texts.bounds[end] : '';
      return [period, department, question, option ?? texts.kinds[kind], value, bound, answers];
    });
  }
}
