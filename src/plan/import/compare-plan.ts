import type { Plan, PlanActivity } from '../plan.js';
import type { NewPlan } from '../plan-store.js';
import { compareIndicators, type IndicatorComparison } from './compare-indicators.js';
import type { DraftActivity } from './draft.js';
import type { DraftIndicator } from './indicators.js';
import { matchActivities } from './match-activities.js';

const COMPARED = ['phase', 'area', 'goal', 'activity', 'due', 'responsible', 'resources', 'followUp'] as const;
export type ComparedField = (typeof COMPARED)[number];

export interface ActivityChange {
  readonly before: PlanActivity;
  readonly after: PlanActivity;
  readonly fields: readonly ComparedField[];
}

/** What an import would do to a stored plan. */
export interface PlanComparison {
  readonly added: readonly PlanActivity[];
  readonly changed: readonly ActivityChange[];
  readonly unchanged: readonly PlanActivity[];
  /** In the stored plan but not in the file: kept with the moment they went, since answers may name them. */
  readonly gone: readonly PlanActivity[];
  readonly indicators: IndicatorComparison;
  readonly result: NewPlan;
}

/** What is stored of the plan, when it was imported before. */
export interface Before {
  readonly plan: Plan;
  readonly activities: readonly PlanActivity[];
}

/** The plan's own data; counts and numbers follow from its activities. */
export type PlanHead = Omit<Plan, 'activities' | 'lastNumber' | 'importedAt' | 'indicators'>;

/** Compares a file's activities with the stored ones; pure. Each keeps its id where words or place tell that it is the same. */
export function comparePlan({
  head,
  drafts,
  indicators: draftIndicators = [],
  before,
  now,
}: {
  readonly head: PlanHead;
  readonly drafts: readonly DraftActivity[];
  readonly indicators?: readonly DraftIndicator[];
  readonly before: Before | undefined;
  readonly now: Date;
}): PlanComparison {
  const stored = before?.activities ?? [];
  const matched = matchActivities(stored, drafts);
  let lastNumber = before?.plan.lastNumber ?? 0;
  const added: PlanActivity[] = [];
  const changed: ActivityChange[] = [];
  const unchanged: PlanActivity[] = [];
  const current = drafts.map((draft, at) => {
    const old = matched.get(draft);
    const id = old?.id ?? String(++lastNumber);
    const activity: PlanActivity = { ...draft, organisation: head.organisation, plan: head.id, id, position: at + 1 };
    const fields = old ? COMPARED.filter((field) => textOf(old[field]) !== textOf(activity[field])) : [];
    if (!old || old.goneAt) added.push(activity);
    else if (fields.length > 0) changed.push({ before: old, after: activity, fields });
    else unchanged.push(activity);
    return activity;
  });
  const kept = new Set(matched.values());
  const left = stored.filter((activity) => !kept.has(activity));
  const past = left.map((activity, at) => ({
    ...activity,
    position: current.length + at + 1,
    goneAt: activity.goneAt ?? now,
  }));
  const indicators = compareIndicators(draftIndicators, before?.plan.indicators ?? [], lastNumber);
  const counts = { activities: current.length, lastNumber: indicators.lastNumber };
  const plan: Plan = { ...head, indicators: [...indicators.result], importedAt: now, ...counts };
  const gone = left.filter(({ goneAt }) => goneAt === undefined);
  return { added, changed, unchanged, gone, indicators, result: { plan, activities: [...current, ...past] } };
}

/** Whether importing would change what is stored. */
export function changesAnything({ added, changed, gone, indicators }: PlanComparison): boolean {
  return [added, changed, gone, indicators.added, indicators.changed, indicators.gone].some(({ length }) => length > 0);
}

function textOf(value: PlanActivity[ComparedField]): string {
  return typeof value === 'string' ? value : JSON.stringify(sorted(value ?? null));
}

/** Keys in one order: storage gives JSON back as it was written, a reader may write it otherwise. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
