import { type ActivityStatus, inCodeOrder, inPlanOrder, type RoundItem } from '../round/index.js';
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
    if (isDeviating(item.response?.status)) deviations.add(item);
    if (item.moves > 0) moved.add(item);
  }
  return { deviations: deviations.items(), moved: moved.items() };
}

function severityOf(status: string | undefined): number {
  return (DEVIATING as readonly (string | undefined)[]).indexOf(status);
}

export function isDeviating(status: string | undefined): boolean {
  return severityOf(status) >= 0;
}

function bySeverity(a: RoundItem, b: RoundItem): number {
  return severityOf(a.response?.status) - severityOf(b.response?.status) || inOrder(a, b);
}

function byMoves(a: RoundItem, b: RoundItem): number {
  return b.moves - a.moves || inOrder(a, b);
}

/** Where a deviation is said and of what, as a digest tells it. */
export interface DeviationPlace extends Placed {
  readonly said: string;
}

/** In the same order as the deviations of a report. */
export function byPlaceOfDeviation(a: DeviationPlace, b: DeviationPlace): number {
  return severityOf(a.said) - severityOf(b.said) || inOrder(a, b);
}

type Placed = Pick<RoundItem, 'plan' | 'position' | 'key' | 'department' | 'unit'>;

function inOrder(a: Placed, b: Placed): number {
  return inPlanOrder(a, b) || inCodeOrder(a.department, b.department) || inCodeOrder(a.unit, b.unit);
}
