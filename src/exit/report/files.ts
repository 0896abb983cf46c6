import type { Locale } from '../../calendar/index.js';
import type { Part, WrittenDocument, XlsxSheet, XlsxValue } from '../../documents/index.js';
import { periodOf } from '../learning/learning.js';
import { sectionsOf } from './describe.js';
import type { ExitReport } from './exit-report.js';
import { exitReportTexts } from './texts.js';

/** The report as it goes to the case system. */
export function exitReportDocument(report: ExitReport, locale: Locale): WrittenDocument {
  const { language, words, author, subject, columns } = exitReportTexts[locale];
  const place = [report.organisation, report.department, report.period].filter((part) => part !== '').join(' · ');
  return {
    ...{ title: report.title, language, words, author, subject },
    parts: [
      { kind: 'title', text: report.title },
      { kind: 'paragraph', text: place },
      ...sectionsOf(report, locale).flatMap(({ title, rows, lines }): Part[] => [
        { kind: 'heading', level: 1, text: title },
        ...(rows.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                name: title,
                columns: [
                  { heading: columns.about, width: 0.65 },
                  { heading: columns.value, width: 0.35 },
                ],
                rows: rows.map((row) => [...row]),
              },
            ]),
        ...lines.map((text) => ({ kind: 'paragraph' as const, text: text.trim() })),
      ]),
    ],
  };
}

const WIDTHS = [12, 30, 18, 50, 10, 10, 60, 40, 16] as const;
const NUMBERS: readonly number[] = [4, 5];

/** Themes and ties as a sheet beside the picture's own, a row a tie. */
export function learningSheet({ subjects }: Pick<ExitReport, 'subjects'>, locale: Locale): XlsxSheet {
  const texts = exitReportTexts[locale];
  const columns = texts.sheetColumns.map((heading, at) => ({
    ...{ heading, width: WIDTHS[at]! },
    kind: NUMBERS.includes(at) ? ('number' as const) : ('text' as const),
  }));
  async function* rows(): AsyncGenerator<readonly XlsxValue[]> {
    for (const { kind, name, tertials, theme, ties } of subjects) {
      const about = [
        texts.kinds[kind],
        name,
        periodOf(tertials),
        theme?.description ?? '',
        theme?.support,
        theme?.texts,
      ];
      if (ties.length === 0) yield [...about, '', '', ''];
      for (const { words, planTitle, isLost } of ties)
        yield [...about, words, planTitle, isLost ? texts.no : texts.yes];
    }
  }
  return { name: texts.sheet, columns, rows: rows() };
}
