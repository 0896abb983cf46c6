import type { Plan, PlanActivity } from './plan.js';

/** A plan with its activities as an import would leave it. */
export interface NewPlan {
  readonly plan: Plan;
  /** In the order of the plan; those that it no longer has come last, with the moment they went. */
  readonly activities: readonly PlanActivity[];
}

/** A plan as it is stored. `version` changes with each import. */
export interface StoredPlan {
  readonly plan: Plan;
  readonly version: string;
}

/**
 * Where plans are kept. Named here, provided by storage/.
 *
 * What holds. `put` writes the activities of a new version first and then, in one write on condition that nobody came in between, makes
 * that version the live one: a reader sees the whole old plan or the whole new one. Versions that are no longer live are swept.
 */
export interface PlanStore {
  /** Of one organisation, or of all: newest year first, then by id. */
  list(organisation?: string): AsyncIterable<StoredPlan>;
  find(organisation: string, id: string): Promise<StoredPlan | undefined>;
  /** In the order of the plan, page by page, gone ones last. */
  activities(stored: StoredPlan): AsyncIterable<PlanActivity>;
  /** Throws `storage_conflict` when the stored plan is another one than `before`: then the rehearsal must be made anew. */
  put(plan: NewPlan, before: StoredPlan | undefined): Promise<StoredPlan>;
}
