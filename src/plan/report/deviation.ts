import type { ActivityStatus, RoundItem } from '../round/index.js';
import { byPlace } from './asked.js';
import { concernsAsked, concernsDepartment, type ReportFilter } from './filter.js';
import { createTop } from './top.js';

/** Statuses that a report lists one by one, those that need a decision first. */
export const DEVIATING = ['avbruten', 'avvikelse', 'försenad'] as const satisfies readonly ActivityStatus[];

/** The items of a round that say something else than "as planned": the worst first, and those whose target date was moved most. */
export interface Exceptions {
  readonly deviations: readonly RoundItem[];
  readonly moved: readonly RoundItem[];
}

/** Keeps the `most` first of each while it reads, however many there are. */
export async function readExceptions(
  items: AsyncIterable<RoundItem>,
  filter: ReportFilter,
  most: { readonly deviations: number; readonly moved: number },
): Promise<Exceptions> {
  const deviations = createTop(most.deviations, bySeverity);
  const moved = createTop(most.moved, byMoves);
  for await (const item of items) {
    if (!concernsDepartment(filter, item.department) || !concernsAsked(filter, item)) continue;
    if (severityOf(item) >= 0) deviations.add(item);
    if (item.moves > 0) moved.add(item);
  }
  return { deviations: deviations.items(), moved: moved.items() };
}

function severityOf({ response }: RoundItem): number {
  return (DEVIATING as readonly (string | undefined)[]).indexOf(response?.status);
}

function bySeverity(a: RoundItem, b: RoundItem): number {
  return severityOf(a) - severityOf(b) || inOrder(a, b);
}

function byMoves(a: RoundItem, b: RoundItem): number {
  return b.moves - a.moves || inOrder(a, b);
}

function inOrder(a: RoundItem, b: RoundItem): number {
  return byPlace(a, b) || compare(a.department, b.department) || compare(a.unit, b.unit);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
