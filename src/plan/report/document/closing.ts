import type { Part } from '../../../documents/index.js';
import { countOf } from '../counts.js';
import { DEVIATING } from '../deviation.js';
import { reportTexts } from '../texts.js';
import { answeredIn, numberIn, shareIn } from '../wording.js';
import type { Material } from './material.js';

/** Of a department's silent units so many are named. */
const MOST_UNITS = 12;

/** Who has not answered, by department. */
export function silenceParts({ summary, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  const { columns } = texts;
  const named = (units: readonly string[]) =>
    [
      ...units.slice(0, MOST_UNITS).map(texts.department),
      ...(units.length > MOST_UNITS ? [texts.moreUnits(numberIn(locale, units.length - MOST_UNITS))] : []),
    ].join(', ');
  return [
    { kind: 'heading', level: 1, text: texts.silence },
    {
      kind: 'table',
      name: texts.silenceTable,
      columns: [
        { heading: columns.department, width: 0.25 },
        { heading: columns.units, width: 0.1, isNumber: true },
        { heading: columns.silentItems, width: 0.2, isNumber: true },
        { heading: columns.silentUnits, width: 0.45 },
      ],
      rows: summary.silence.map(({ department, unitNames, silentUnits, items, answered }) => [
        department,
        numberIn(locale, unitNames.length),
        shareIn(locale, items - answered, items),
        silentUnits.length === 0 ? '–' : `${numberIn(locale, silentUnits.length)}: ${named(silentUnits)}`,
      ]),
    },
  ];
}

/** This round beside those before it. */
export function trendParts({ summary, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  const { columns } = texts;
  return [
    { kind: 'heading', level: 1, text: texts.trend },
    {
      kind: 'table',
      name: texts.trendTable,
      columns: [
        { heading: columns.round, width: 0.28 },
        { heading: columns.answered, width: 0.26, isNumber: true },
        { heading: columns.done, width: 0.26, isNumber: true },
        { heading: columns.deviating, width: 0.2, isNumber: true },
      ],
      rows: summary.trend.map(({ title, counts }) => [
        title,
        answeredIn(locale, counts),
        shareIn(locale, countOf(counts, 'klar'), counts.items),
        numberIn(locale, countOf(counts, ...DEVIATING)),
      ]),
    },
  ];
}

export function definitionParts({ locale }: Material): Part[] {
  const texts = reportTexts[locale];
  return [
    { kind: 'heading', level: 1, text: texts.definitions },
    {
      kind: 'table',
      name: texts.definitionsTable,
      columns: [
        { heading: texts.columns.term, width: 0.2 },
        { heading: texts.columns.meaning, width: 0.8 },
      ],
      rows: texts.definitionsOf,
    },
  ];
}
