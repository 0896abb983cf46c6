import type { Locale } from '../../../calendar/index.js';
import type { Part, WrittenTable } from '../../../documents/index.js';
import { type Counts, countOf } from '../counts.js';
import { DEVIATING } from '../deviation.js';
import { phasesOf, plansOf } from '../named-splits.js';
import { statusBars } from '../status-bars.js';
import { reportTexts } from '../texts.js';
import { answeredIn, numberIn, shareIn } from '../wording.js';
import { capital } from '../words.js';
import type { Material } from './material.js';

/** Counts and shares by status, and by plan, department and phase. */
export function figureParts({ summary, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  if (summary.activities.items === 0) return [];
  const { columns, statusIn } = texts;
  return [
    { kind: 'heading', level: 1, text: texts.status },
    {
      kind: 'bars',
      name: texts.statusOf,
      headings: { label: columns.status, value: columns.count, bar: columns.bar },
      bars: statusBars(summary.activities, locale).map(({ label, count, percent }) => ({
        label: capital(label),
        value: `${numberIn(locale, count)} (${percent} %)`,
        share: percent / 100,
        alt: texts.bar(label, percent),
      })),
    },
    splitTable(statusIn.phase, columns.phase, phasesOf(summary, locale), locale),
    ...(summary.byDepartment.length > 1
      ? [splitTable(statusIn.department, columns.department, summary.byDepartment, locale)]
      : []),
    ...(summary.byPlan.length > 1 ? [splitTable(statusIn.plan, columns.plan, plansOf(summary), locale)] : []),
  ];
}

function splitTable(
  name: string,
  heading: string,
  splits: readonly { readonly name: string; readonly counts: Counts }[],
  locale: Locale,
): WrittenTable {
  const { columns } = reportTexts[locale];
  return {
    kind: 'table',
    name,
    columns: [
      { heading, width: 0.34 },
      { heading: columns.answered, width: 0.24, isNumber: true },
      { heading: columns.done, width: 0.24, isNumber: true },
      { heading: columns.deviating, width: 0.18, isNumber: true },
    ],
    rows: splits.map((split) => [
      split.name,
      answeredIn(locale, split.counts),
      shareIn(locale, countOf(split.counts, 'klar'), split.counts.items),
      numberIn(locale, countOf(split.counts, ...DEVIATING)),
    ]),
  };
}
