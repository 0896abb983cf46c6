import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { Due } from '../due/due.js';
import type { Round, RoundItem } from '../round/index.js';
import { answeredOf, type Counts, countOf, percentOf, silentOf } from './counts.js';
import { reportTexts } from './texts.js';
import { saidIn } from './words.js';

export function numberIn(locale: Locale, value: number, digits = 0): string {
  return new Intl.NumberFormat(reportTexts[locale].language, { maximumFractionDigits: digits }).format(value);
}

/** "12 av 30 (40 %)" */
export function shareIn(locale: Locale, part: number, whole: number): string {
  return reportTexts[locale].of(numberIn(locale, part), numberIn(locale, whole), percentOf(part, whole));
}

/** The target date as the plan writes it. */
export function dueIn(due: Due): string {
  return due.kind === 'none' ? '' : due.as;
}

/**
 * How one thing stands: the status where one unit answers, else how many units say what ("klar 12", "pågår 3", "inget svar 2"), in
 * the order of `said`.
 */
export function standsIn(locale: Locale, counts: Counts, said: readonly Parameters<typeof saidIn>[1][]): string[] {
  const { silent: nothing } = reportTexts[locale];
  const there = said.filter((one) => countOf(counts, one) > 0);
  if (counts.items === 1) return [there[0] === undefined ? nothing : saidIn(locale, there[0])];
  const silent = silentOf(counts);
  return [
    ...there.map((one) => `${saidIn(locale, one)} ${numberIn(locale, countOf(counts, one))}`),
    ...(silent > 0 ? [`${nothing} ${numberIn(locale, silent)}`] : []),
  ];
}

export function answeredIn(locale: Locale, counts: Counts): string {
  return shareIn(locale, answeredOf(counts), counts.items);
}

/** "Preliminär: …" or "Slutlig: …". */
export function versionIn(locale: Locale, { state, closedAt }: Round): string {
  const { head } = reportTexts[locale];
  if (state === 'closed') return head.closed(closedAt ? stockholmDate(closedAt) : '');
  return state === 'open' ? head.open : head.preparing;
}

/** Department and unit, of a department itself the department alone. */
export function unitIn({ department, unit }: Pick<RoundItem, 'department' | 'unit'>): string {
  return unit === '' || unit === department ? department : `${unit}, ${department}`;
}
