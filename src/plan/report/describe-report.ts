import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { RoundItem } from '../round/index.js';
import { clip } from '../../clip.js';
import { type Counts, countOf } from './counts.js';
import { DEVIATING } from './deviation.js';
import { fiveLines } from './five-lines.js';
import { learnedRows } from './learned.js';
import { phasesOf, plansOf } from './named-splits.js';
import { statusBars } from './status-bars.js';
import type { RoundSummary } from './summary.js';
import { reportTexts } from './texts.js';
import { answeredIn, numberIn, shareIn, unitIn, versionIn } from './wording.js';
import { capital, saidIn } from './words.js';

const MOST_OF_A_TEXT = 90;

/** The report in short for a person at the terminal, line by line. */
export function describeReport(
  summary: RoundSummary,
  deviations: readonly RoundItem[],
  { organisation, locale }: { readonly organisation: string; readonly locale: Locale },
): readonly string[] {
  const texts = reportTexts[locale];
  const { round, activities, trend, silence, filter } = summary;
  const deviating = countOf(activities, ...DEVIATING);
  const left = deviating - deviations.length;
  const about = [organisation, filter.department].filter((part) => part !== undefined).join(', ');
  return [
    texts.title(round.title),
    `${about} · ${texts.head.deadline} ${stockholmDate(round.deadline)} · ${versionIn(locale, round)}`,
    ...section(texts.summary, fiveLines(summary, locale)),
    ...section(
      texts.statusOf,
      statusBars(activities, locale).map(
        ({ label, count, percent }) => `${capital(label)}: ${numberIn(locale, count)} (${percent} %)`,
      ),
    ),
    ...splits(texts.statusIn.phase, phasesOf(summary, locale), locale),
    ...splits(texts.statusIn.department, summary.byDepartment, locale),
    ...splits(texts.statusIn.plan, plansOf(summary), locale),
    ...section(
      texts.deviations,
      deviations.length === 0
        ? [texts.none.deviations]
        : [
            ...deviations.map((item) => {
              const { status, reason = '' } = item.response ?? {};
              const said = status === undefined ? '' : capital(saidIn(locale, status));
              return `${said}: ${oneLine(item.text)} (${unitIn(item)})${reason === '' ? '' : ` – ${oneLine(reason)}`}`;
            }),
            ...(left > 0 ? [texts.moreInReport(numberIn(locale, left))] : []),
          ],
    ),
    ...learnedLines(summary, locale),
    ...section(
      texts.silenceTable,
      silence.map(
        ({ department, items, answered, silentUnits, unitNames }) =>
          `${department}: ${shareIn(locale, items - answered, items)} · ${texts.columns.silentUnits}: ` +
          texts.unitsAnswered(numberIn(locale, silentUnits.length), numberIn(locale, unitNames.length)),
      ),
    ),
    ...splits(
      texts.trend,
      trend.map(({ title, counts }) => ({ name: title, counts })),
      locale,
    ),
  ];
}

function learnedLines(summary: RoundSummary, locale: Locale): readonly string[] {
  const rows = learnedRows(summary, locale);
  if (rows.length === 0) return [];
  return section(
    reportTexts[locale].learnedTable,
    rows.map(({ reason, activity, stands }) => `${reason}: ${oneLine(activity)} – ${stands}`),
  );
}

function splits(
  title: string,
  rows: readonly { readonly name: string; readonly counts: Counts }[],
  locale: Locale,
): readonly string[] {
  const { columns } = reportTexts[locale];
  return section(
    title,
    rows.map(
      ({ name, counts }) =>
        `${name}: ${columns.answered.toLowerCase()} ${answeredIn(locale, counts)}, ` +
        `${columns.done.toLowerCase()} ${shareIn(locale, countOf(counts, 'klar'), counts.items)}, ` +
        `${columns.deviating.toLowerCase()} ${numberIn(locale, countOf(counts, ...DEVIATING))}`,
    ),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', title, ...lines.map((line) => `  ${line}`)];
}

/** So that nobody's line breaks look like lines of the report. */
function oneLine(text: string): string {
  return clip(text.replace(/\s+/g, ' '), MOST_OF_A_TEXT);
}
