import { type Locale, stockholmDate } from '../../calendar/index.js';
import { keyOf } from '../hr/process.js';
import { aboutIn } from '../learning/views.js';
import type { SeenSubject } from '../learning/lookup.js';
import type { Beside } from '../picture/beside/beside.js';
import { processFacts } from '../picture/beside/process.js';
import { turnoverLines } from '../picture/beside/turnover.js';
import { factsOf } from '../picture/facts.js';
import { chosenGroup, EVERYBODY, type Look, periodIn } from '../picture/look.js';
import { type FigureRow, isToldOf, rowsOf, shownIn } from '../picture/rows.js';
import { pictureTexts } from '../picture/texts.js';
import type { Limits } from '../survey/settings.js';
import type { Survey } from '../survey/survey.js';
import { lastDayOf, tertialKey } from '../survey/tertial.js';
import { exitReportTexts } from './texts.js';

/** How exits of a tertial went, as names and values. */
export interface ReportedProcess {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

export interface ReportedFigure extends FigureRow {
  /** As a person reads it: "4 av 14 (29 %)", "visas inte". */
  readonly shown: string;
}

/** Why people leave an organisation, in one period and of one department or everybody. All that HR's picture shows, and nothing more. */
export interface ExitReport {
  readonly organisation: string;
  readonly title: string;
  /** '' where there are no figures at all. */
  readonly period: string;
  readonly department: string;
  /** Why figures are not shown, in sentences; empty when they are. */
  readonly why: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  readonly figures: readonly ReportedFigure[];
  readonly process: readonly ReportedProcess[];
  readonly definitions: readonly string[];
  /** Themes, and the reasons that are tied. */
  readonly subjects: readonly (SeenSubject & { readonly about: string })[];
}

export interface ExitReportAbout {
  readonly organisation: string;
  readonly look: Look;
  /** A value of the look's windows and departments; '' and EVERYBODY for the newest of all. */
  readonly chosen: { readonly period: string; readonly department: string };
  readonly subjects: readonly SeenSubject[];
  /** What stands beside the survey: turnover by the city's definition, how exits went. */
  readonly beside: Beside;
  readonly survey: Survey;
  readonly limits: Limits;
  readonly locale: Locale;
  readonly now: Date;
}

/** Pure over releases and what HR made of them. */
export function exitReport(about: ExitReportAbout): ExitReport {
  const { organisation, look, chosen, subjects, beside, limits, survey, locale } = about;
  const texts = pictureTexts[locale];
  const opened = look.windows.find(({ value }) => value === chosen.period) ?? look.windows[0];
  const group = opened && chosenGroup(opened, chosen.department);
  const isWhole = chosen.department === EVERYBODY;
  const counts = opened?.window.counts;
  const told = group ? rowsOf(group, survey, locale).filter((row) => isToldOf(chosen.department, row)) : [];
  // Counts are of a year, which is not the window's time; before there is one, nothing is hidden: it is not counted yet.
  const rows = told.flatMap((row): FigureRow[] => {
    if (row.kind !== 'count') return [row];
    return counts ? [{ ...row, question: `${row.question} (${periodIn(locale, counts.tertials)})` }] : [];
  });
  const process = processFacts(beside.process, {
    tertials: opened?.window.tertials ?? beside.process.map(({ tertial }) => keyOf(tertial)),
    ...{ locale, ...(!isWhole && { department: chosen.department }) },
  });
  return {
    organisation,
    title: texts.title,
    period: opened?.title ?? '',
    department: look.departments.find(({ value }) => value === chosen.department)?.title ?? '',
    why: group ? [] : whyNothing(about, opened !== undefined),
    facts: opened ? factsOf(opened.window, group, { rows, isWhole, locale }) : [],
    figures: rows.map((row) => ({ ...row, shown: shownIn(locale, row) })),
    process: process.map(({ title, facts }) => ({
      title: texts.process(title),
      rows: facts.map((fact) => [fact.title, fact.value] as const),
    })),
    definitions: [
      ...(opened && !counts && look.nextCounts ? [texts.countsNext(look.nextCounts)] : []),
      ...turnoverLines(beside.turnover, organisation, locale),
      texts.limits(limits.group, limits.breakdown, limits.cell),
    ],
    subjects: subjects
      .filter(({ kind, ties }) => kind === 'theme' || ties.length > 0)
      .map((one) => ({ ...one, about: aboutIn(one, locale) })),
  };
}

/** Why there is nothing: no tertial is over, too few answered so far, nobody did, or the department is too small. */
function whyNothing({ look, chosen, limits, locale, now }: ExitReportAbout, hasWindow: boolean): readonly string[] {
  const texts = pictureTexts[locale];
  if (hasWindow) return [chosen.department === EVERYBODY ? texts.nobody : texts.noDepartment(limits.group)];
  const own = exitReportTexts[locale];
  return [
    ...(look.waiting.length > 0
      ? [texts.waiting(periodIn(locale, look.waiting), limits.group), own.tiny(limits.group)]
      : [own.nobodyYet]),
    texts.none(lastDayOf(tertialKey(stockholmDate(now)))),
  ];
}
