import type { Locale } from '../../calendar/index.js';
import type { XlsxSheet, XlsxValue } from '../../documents/index.js';
import type { Survey } from '../survey/survey.js';
import type { Look } from './look.js';
import { chosenGroup } from './look.js';
import { rowsOf } from './rows.js';
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
      const group = chosenGroup(opened, department.value);
      if (!group) continue;
      yield [opened.title, department.title, texts.answers, '', group.answers, '', group.answers];
      for (const { question, option, value, end, answers, kind } of rowsOf(group, survey, locale)) {
        const bound = value === undefined ? texts.hidden : end ? texts.bounds[end] : '';
        yield [opened.title, department.title, question, option ?? texts.kinds[kind], value, bound, answers];
      }
    }
  yield [texts.turnover, '', '', '', undefined, '', undefined];
}
