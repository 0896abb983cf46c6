import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Limits } from '../survey/settings.js';
import type { Survey } from '../survey/survey.js';
import type { Beside } from './beside/beside.js';
import { processFacts } from './beside/process.js';
import { turnoverLines } from './beside/turnover.js';
import { factsOf } from './facts.js';
import type { FigureId, Release } from './figures.js';
import { chosenGroup, EVERYBODY, type Look, periodIn } from './look.js';
import { type FigureRow, inOneLine, isToldOf, rowsOf, shownIn } from './rows.js';
import { pictureTexts } from './texts.js';
import { type Line, type Trend, trendOf } from './trend.js';

export interface ViewAbout extends Beside {
  readonly survey: Survey;
  readonly limits: Limits;
  readonly locale: Locale;
  readonly chosen: { readonly period: string; readonly department: string };
  readonly hasTexts: boolean;
}

/** So many bars stand in one chart of a card: the most frequent. */
const MOST_BARS = 8;
/** Three a year: what is older than eight years stands in the file. */
const MOST_PERIODS = 24;
/** What stands on the card; the file has the rest. */
const CHARTS: readonly FigureId[] = ['Q1main', 'Q1', 'Q11', 'Q13'];

/** The picture of one window and group as a card. `look` has at least one window. */
export function pictureView(look: Look, about: ViewAbout): View {
  const { locale, limits, chosen, survey } = about;
  const texts = pictureTexts[locale];
  const opened = look.windows.find(({ value }) => value === chosen.period) ?? look.windows[0]!;
  const department = look.departments.some(({ value }) => value === chosen.department) ? chosen.department : EVERYBODY;
  const group = chosenGroup(opened, department);
  const rows = group ? rowsOf(group, survey, locale).filter((row) => isToldOf(department, row)) : [];
  const { releases, tertials } = opened.window;
  const answered = releases.reduce((sum, { whole: { answers = 0 } }) => sum + answers, 0);
  const isWhole = department === EVERYBODY;
  const of = { survey, locale, ...(!isWhole && { department }) };
  return {
    template: 'exit/picture',
    data: {
      title: texts.title,
      scope: `${opened.title} · ${look.departments.find(({ value }) => value === department)!.title}`,
      note: group ? '' : answered === 0 ? texts.nobody : texts.noDepartment(limits.group),
      waiting: waitingText(look, about, opened.window.counts !== undefined),
      facts: factsOf(opened.window, group, { rows, isWhole, locale }).map(([title, value]) => ({ title, value })),
      charts: group ? chartsOf(rows, locale, opened.window.counts) : [],
      ...trendPart(trendOf(look.scores, of), locale),
      process: processFacts(about.process, { ...of, tertials }).map(({ title, facts }) => ({
        title: texts.process(title),
        facts,
      })),
      turnover: turnoverLines(about.turnover, about.organisation, locale).map((line) => ({ line })),
      rule: texts.limits(limits.group, limits.breakdown, limits.cell),
      periods: look.windows.slice(0, MOST_PERIODS).map(({ value, title }) => ({ value, title })),
      period: opened.value,
      departments: look.departments,
      department,
      hasTexts: about.hasTexts,
    },
  };
}

function trendPart(trend: Trend | undefined, locale: Locale) {
  const texts = pictureTexts[locale];
  const chartOf = (title: string, lines: readonly Line[]) => ({
    title,
    lines: lines.map(({ question, points }) => ({ legend: question, points })),
    facts: lines.map(({ question, words }) => ({ label: question, value: words })),
  });
  const parts = trend
    ? [
        chartOf(texts.overTime(trend.periods), trend.statements),
        chartOf(texts.enpsOverTime(trend.periods), trend.recommend),
      ]
    : [];
  return { trends: parts.filter(({ facts }) => facts.length > 0) };
}

function waitingText(look: Look, { locale, limits }: ViewAbout, hasCounts: boolean): string {
  const texts = pictureTexts[locale];
  return [
    ...(look.waiting.length > 0 ? [texts.waiting(periodIn(locale, look.waiting), limits.group)] : []),
    ...(!hasCounts && look.nextCounts ? [texts.countsNext(look.nextCounts)] : []),
  ].join('\n\n');
}

/** Scores of the window, and counts with the year that they are of, since that is another period. */
function chartsOf(rows: readonly FigureRow[], locale: Locale, counts: Release | undefined) {
  const scales = rows.filter(({ kind }) => kind === 'index');
  const year = counts ? periodIn(locale, counts.tertials) : '';
  const counted = CHARTS.map((id) => rows.filter((row) => counts && row.id === id)).map((own) =>
    chartOf(`${own[0]?.question ?? ''} (${year})`, own, locale),
  );
  const charts = [
    ...counted.slice(0, 2),
    chartOf(pictureTexts[locale].figures.scales!, scales, locale),
    ...counted.slice(2),
  ];
  return charts.filter(({ facts }) => facts.length > 0);
}

/** Bars of what is shown, most frequent first where options are counted; below them all of it in words. */
function chartOf(title: string, rows: readonly FigureRow[], locale: Locale) {
  const texts = pictureTexts[locale];
  const labelOf = ({ option, question }: FigureRow) => option ?? question;
  const known = rows.filter(({ value }) => value !== undefined);
  const isCounted = rows.some(({ kind }) => kind === 'count');
  const sorted = isCounted ? [...known].sort((a, b) => b.value! - a.value!) : known;
  const hidden = rows.filter(({ value }) => value === undefined).map(labelOf);
  const facts = sorted.map((row) => ({ label: labelOf(row), value: shownIn(locale, row) }));
  return {
    title,
    bars: sorted.slice(0, MOST_BARS).map((row) => ({ label: labelOf(row), value: row.value! })),
    facts: [
      ...facts,
      ...(hidden.length > 0 ? [{ label: texts.hidden, value: known.length > 0 ? inOneLine(hidden) : texts.all }] : []),
    ],
  };
}
