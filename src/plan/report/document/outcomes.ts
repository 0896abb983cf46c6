import type { Locale } from '../../../calendar/index.js';
import type { Part } from '../../../documents/index.js';
import { answeredOf } from '../counts.js';
import { SEXES } from '../../round/index.js';
import type { Outcomes } from '../details.js';
import { median } from '../median.js';
import { reportTexts } from '../texts.js';
import { numberIn, standsIn } from '../wording.js';
import { SAID_OF_GOALS } from '../words.js';
import { commentsIn } from './activities.js';
import type { Material } from './material.js';

/** How far the goals are met, with their analysis. */
export function goalParts(material: Material): Part[] {
  const { summary, locale } = material;
  const { goals, goalsTable, none, columns } = reportTexts[locale];
  const rows = summary.spread.filter(({ asked }) => asked.kind === 'goal');
  return [
    { kind: 'heading', level: 1, text: goals },
    rows.length === 0
      ? { kind: 'paragraph', text: none.goals }
      : {
          kind: 'table',
          name: goalsTable,
          columns: [
            { heading: columns.goal, width: 0.38 },
            { heading: columns.fulfilment, width: 0.22 },
            { heading: columns.analysis, width: 0.4 },
          ],
          rows: rows.map(({ asked, counts }) => [
            asked.text,
            standsIn(locale, counts, SAID_OF_GOALS).join('\n'),
            commentsIn(material, asked.key, counts.items),
          ]),
        },
  ];
}

/** Outcome beside the targets of the year, and what changed since the units last answered. */
export function indicatorParts(material: Material): Part[] {
  const { summary, details, locale } = material;
  const { indicators, indicatorsTable, none, columns, silent } = reportTexts[locale];
  const rows = summary.spread.filter(({ asked }) => asked.kind === 'indicator');
  return [
    { kind: 'heading', level: 1, text: indicators },
    rows.length === 0
      ? { kind: 'paragraph', text: none.indicators }
      : {
          kind: 'table',
          name: indicatorsTable,
          columns: [
            { heading: columns.indicator, width: 0.24 },
            { heading: columns.outcome, width: 0.19 },
            { heading: columns.target, width: 0.12 },
            { heading: columns.cityTarget, width: 0.12 },
            { heading: columns.change, width: 0.12 },
            { heading: columns.analysis, width: 0.21 },
          ],
          rows: rows.map(({ asked, counts }) => {
            const outcomes = details.outcomes.get(asked.key);
            return [
              asked.text,
              outcomes ? outcomeLines(locale, outcomes, asked.measure ?? '', counts.items) : silent,
              asked.target ?? '',
              asked.cityTarget ?? '',
              outcomes && outcomes.changes.length > 0 ? changeIn(locale, outcomes.changes) : '',
              answeredOf(counts) === 0 ? '' : commentsIn(material, asked.key, counts.items),
            ];
          }),
        },
  ];
}

/** The outcome, and a line each of women and men where units told it. */
function outcomeLines(locale: Locale, outcomes: Outcomes, measure: string, units: number): string {
  const lines = (['women', 'men'] as const)
    .filter((sex) => outcomes[sex].length > 0)
    .map((sex) => `${SEXES[locale][sex]}: ${outcomeIn(locale, { values: outcomes[sex], texts: [] }, measure, units)}`);
  return [outcomeIn(locale, outcomes, measure, units), ...lines].join('\n');
}

/** The value of one unit; of several the median and the ends. */
function outcomeIn(
  locale: Locale,
  { values, texts }: Pick<Outcomes, 'values' | 'texts'>,
  measure: string,
  units: number,
): string {
  const text = (value: number) => numberIn(locale, value, 2);
  const unit = measure === '' ? '' : ` ${measure}`;
  const [only] = values;
  if (only === undefined) return texts.slice(0, 3).join('\n');
  if (units === 1) return `${text(only)}${unit}`;
  const ordered = [...values].sort((a, b) => a - b);
  return reportTexts[locale].spreadOf(
    `${text(median(ordered))}${unit}`,
    text(ordered[0]!),
    text(ordered.at(-1)!),
    numberIn(locale, values.length),
  );
}

function changeIn(locale: Locale, changes: readonly number[]): string {
  const change = median([...changes].sort((a, b) => a - b));
  return `${change > 0 ? '+' : ''}${numberIn(locale, change, 2)}`;
}
