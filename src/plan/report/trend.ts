import type { Round, UnitDigest } from '../round/index.js';
import type { Counts } from './counts.js';
import { concernsDepartment, type ReportFilter } from './filter.js';
import { parseItemKey } from './item-key.js';

/** How the activities stood in one round. */
export interface TrendPoint {
  readonly round: string;
  readonly title: string;
  readonly counts: Counts;
}

/** So many rounds before this one are compared with. */
export const MOST_EARLIER = 4;

/** The rounds that came before `round` and asked about at least one of its plans, newest first; `all` are newest first, too. */
export function earlierRounds(round: Round, all: readonly Round[]): Round[] {
  const plans = new Set(round.plans);
  return all
    .filter(
      (other) =>
        other.id !== round.id &&
        other.state !== 'preparing' &&
        other.createdAt < round.createdAt &&
        other.plans.some((plan) => plans.has(plan)),
    )
    .slice(0, MOST_EARLIER);
}

/**
 * Counts the activities of an earlier round that can be compared with `round`: of its plans, in the departments that it asks, within
 * the filter. Of a phase only activities that `round` asks about too are known to belong to it.
 */
export function createTrendTally(round: Round, filter: ReportFilter, isInPhase: (key: string) => boolean) {
  const plans = new Set(filter.plan === undefined ? round.plans : [filter.plan]);
  const departments = new Set(round.departments);
  const said: Record<string, number> = {};
  let items = 0;
  return {
    add({ department, items: digests }: Pick<UnitDigest, 'department' | 'items'>): void {
      if (departments.size > 0 && !departments.has(department)) return;
      if (!concernsDepartment(filter, department)) return;
      for (const [key, digest] of Object.entries(digests)) {
        const { plan, kind } = parseItemKey(key);
        if (kind !== 'activity' || !plans.has(plan)) continue;
        if (filter.phase !== undefined && !isInPhase(key)) continue;
        items += 1;
        if (digest.said !== '') said[digest.said] = (said[digest.said] ?? 0) + 1;
      }
    },
    result: (): Counts => ({ items, said }),
  };
}
