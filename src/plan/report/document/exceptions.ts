import type { Locale } from '../../../calendar/index.js';
import type { Part } from '../../../documents/index.js';
import type { RoundItem } from '../../round/index.js';
import { countOf } from '../counts.js';
import { DEVIATING } from '../deviation.js';
import { reportTexts } from '../texts.js';
import { dueIn, numberIn, unitIn } from '../wording.js';
import { saidIn } from '../words.js';
import type { Material } from './material.js';

/** So many deviations, and as many moved dates, are written out; what is more is in the Excel file. */
export const MOST_WRITTEN = 200;

/** Deviations with cause, action and new date, those that need a decision first. */
export function deviationParts({ summary, exceptions: { deviations }, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  const { columns } = texts;
  const all = countOf(summary.activities, ...DEVIATING);
  if (deviations.length === 0) return section(texts.deviations, [{ kind: 'paragraph', text: texts.none.deviations }]);
  return section(texts.deviations, [
    {
      kind: 'table',
      name: texts.deviationsTable,
      columns: [
        { heading: columns.activity, width: 0.23 },
        { heading: columns.unit, width: 0.17 },
        { heading: columns.status, width: 0.11 },
        { heading: columns.cause, width: 0.18 },
        { heading: columns.action, width: 0.18 },
        { heading: columns.newDue, width: 0.13 },
      ],
      rows: deviations.map((item) => [
        item.text,
        saidBy(item),
        item.response?.status === undefined ? '' : saidIn(locale, item.response.status),
        item.response?.reason ?? '',
        item.response?.comment ?? '',
        item.response?.newDue ?? '',
      ]),
    },
    ...more(all - deviations.length, locale),
  ]);
}

/** Activities whose target date was moved, those that were moved most first. */
export function movedParts({ summary, exceptions: { moved }, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  const { columns } = texts;
  if (moved.length === 0) return section(texts.movedDates, [{ kind: 'paragraph', text: texts.none.moved }]);
  return section(texts.movedDates, [
    {
      kind: 'table',
      name: texts.movedTable,
      columns: [
        { heading: columns.activity, width: 0.38 },
        { heading: columns.unit, width: 0.24 },
        { heading: columns.due, width: 0.14 },
        { heading: columns.newDue, width: 0.13 },
        { heading: columns.moves, width: 0.11, isNumber: true },
      ],
      rows: moved.map((item) => [
        item.text,
        saidBy(item),
        dueIn(item.due),
        item.response?.newDue ?? item.previous?.response.newDue ?? '',
        texts.times(item.moves, numberIn(locale, item.moves)),
      ]),
    },
    ...more(summary.moved.items - moved.length, locale),
  ]);
}

/** The unit, and in which function it was said. */
function saidBy(item: RoundItem): string {
  const unit = unitIn(item);
  return item.response && item.response.function !== '' ? `${unit}\n${item.response.function}` : unit;
}

function section(heading: string, parts: readonly Part[]): Part[] {
  return [{ kind: 'heading', level: 1, text: heading }, ...parts];
}

function more(count: number, locale: Locale): Part[] {
  return count > 0 ? [{ kind: 'paragraph', text: reportTexts[locale].more(numberIn(locale, count)) }] : [];
}
