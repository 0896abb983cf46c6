import type { Part } from '../../../documents/index.js';
import { learnedRows } from '../learned.js';
import { reportTexts } from '../texts.js';
import type { Material } from './material.js';

/** What is done about why people leave; nothing where no activity is tied to a reason. */
export function learnedParts({ summary, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  const rows = learnedRows(summary, locale);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: texts.learned },
    {
      kind: 'table',
      name: texts.learnedTable,
      columns: [
        { heading: texts.columns.leaving, width: 0.3 },
        { heading: texts.columns.activity, width: 0.45 },
        { heading: texts.columns.spread, width: 0.25 },
      ],
      rows: rows.map(({ reason, activity, stands }) => [reason, activity, stands]),
    },
  ];
}
