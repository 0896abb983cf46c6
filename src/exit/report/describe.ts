import type { Locale } from '../../calendar/index.js';
import { tieIn } from '../learning/views.js';
import { inOneLine } from '../picture/rows.js';
import { pictureTexts } from '../picture/texts.js';
import type { ExitReport, ReportedFigure } from './exit-report.js';
import { exitReportTexts } from './texts.js';

/** One table or list of a report under its heading: what the terminal and the document are both written from. */
export interface ReportSection {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly lines: readonly string[];
}

/** The report as sections in reading order. */
export function sectionsOf(report: ExitReport, locale: Locale): readonly ReportSection[] {
  const texts = exitReportTexts[locale];
  const lines = (title: string, of: readonly string[]): ReportSection => ({ title, rows: [], lines: of });
  const table = (title: string, rows: ReportSection['rows']): ReportSection => ({ title, rows, lines: [] });
  return [
    lines(texts.why, report.why),
    table(texts.facts, report.facts),
    ...figureTables(report.figures, locale),
    ...report.process.map(({ title, rows }) => table(title, rows)),
    lines(texts.subjects, report.subjects.length === 0 ? [texts.noSubjects] : subjectLines(report, locale)),
    lines(texts.definitions, report.definitions),
  ].filter(({ rows, lines: some }) => rows.length + some.length > 0);
}

/** The report for a person at the terminal, line by line. */
export function describeExitReport(report: ExitReport, locale: Locale): readonly string[] {
  return [
    report.title,
    [report.organisation, report.department, report.period].filter((part) => part !== '').join(' · '),
    ...sectionsOf(report, locale).flatMap(({ title, rows, lines }) => [
      '',
      title,
      ...rows.map(([name, value]) => `  ${name}: ${value}`),
      ...lines.map((line) => `  ${line}`),
    ]),
  ];
}

/** A table for each question whose options are counted, and one for all statements together; what is not shown stands in one row. */
function figureTables(figures: readonly ReportedFigure[], locale: Locale): readonly ReportSection[] {
  const counted = figures.filter(({ kind }) => kind === 'count');
  const table = (title: string, of: readonly ReportedFigure[]): ReportSection => {
    const nameOf = ({ option, question }: ReportedFigure) => option ?? question;
    const known = of.filter(({ value }) => value !== undefined);
    const hidden = of.filter(({ value }) => value === undefined).map(nameOf);
    const { hidden: notShown, all } = pictureTexts[locale];
    return {
      title,
      rows: [
        ...known.map((one) => [nameOf(one), one.shown] as const),
        ...(hidden.length === 0 ? [] : [[notShown, known.length === 0 ? all : inOneLine(hidden)] as const]),
      ],
      lines: [],
    };
  };
  return [
    ...[...new Set(counted.map(({ question }) => question))].map((title) =>
      table(
        title,
        counted.filter(({ question }) => question === title),
      ),
    ),
    table(
      exitReportTexts[locale].indexes,
      figures.filter(({ kind }) => kind === 'index'),
    ),
  ];
}

function subjectLines({ subjects }: ExitReport, locale: Locale): readonly string[] {
  return subjects.flatMap(({ name, about, theme, ties }) => [
    `${name} (${about})`,
    ...(theme && theme.description !== '' ? [`  ${theme.description}`] : []),
    ...(ties.length === 0 ? [`  ${exitReportTexts[locale].untied}`] : ties.map((tie) => `  ${tieIn(tie, locale)}`)),
  ]);
}
