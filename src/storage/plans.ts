import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError, isConflict } from '../errors.js';
import { planActivitySchema, planSchema, type PlanStore, type StoredPlan } from '../plan/index.js';
import { insertAll, isSwept, removeAll } from './batches.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const KEPT = {
  keep: 'always',
  reason: 'plans and their follow-up are kept (bevaras) until the board has a disposal decision: domain page 4.3',
} as const;

const planRow = planSchema.extend({
  importedAt: dateColumn,
  indicators: jsonColumn(planSchema.shape.indicators),
  /** Which of the stored versions is live. */
  version: z.string(),
});
type Row = z.infer<typeof planRow>;

export const plansTable = defineTable<Row>({
  name: 'plans',
  schema: planRow,
  keys: {
    serves: 'one plan, and the list of the plans of an organisation, newest year first',
    partition: ({ organisation }) => [organisation],
    row: ({ year, id }) => rowOf(year, id),
  },
  personKeys: [],
  retention: KEPT,
  onErase: { do: 'keep', reason: 'names functions and departments, not persons' },
});

const activityRow = z.object({
  ...planActivitySchema.shape,
  due: jsonColumn(planActivitySchema.shape.due),
  responsible: jsonColumn(planActivitySchema.shape.responsible),
  followUp: jsonColumn(planActivitySchema.shape.followUp),
  place: jsonColumn(planActivitySchema.shape.place),
  goneAt: dateColumn.optional(),
  version: z.string(),
});
type ActivityRow = z.infer<typeof activityRow>;

export const planActivitiesTable = defineTable<ActivityRow>({
  name: 'planactivities',
  schema: activityRow,
  keys: {
    serves: 'reading one version of a plan in its order, and sweeping the versions that are no longer live',
    partition: ({ organisation, plan }) => [organisation, plan],
    row: ({ version, position }) => [version, String(position).padStart(6, '0')],
  },
  personKeys: [],
  mentions: ['activity', 'responsible', 'followUp'],
  retention: KEPT,
  onErase: { do: 'keep', reason: 'names functions, not persons; rows with personnummer are refused at import' },
});

const LAST_YEAR = 9999;

/** The year counted down, so that the newest comes first. The id begins with the year, so it finds its row. */
function rowOf(year: number, id: string): readonly string[] {
  return [String(LAST_YEAR - year).padStart(4, '0'), id];
}

/** Plans in storage; see PlanStore for what holds when an import is cut off. */
export function openPlans(storage: Storage): PlanStore {
  const plans = storage.table(plansTable);
  const activities = storage.table(planActivitiesTable);
  const findRow = (organisation: string, id: string) =>
    plans.find([organisation], rowOf(Number.parseInt(id, 10) || 0, id));
  return {
    async *list(organisation) {
      for await (const { row } of plans.list(organisation === undefined ? {} : { partition: [organisation] }))
        yield toStored(row);
    },
    async find(organisation, id) {
      const found = await findRow(organisation, id);
      return found && toStored(found.row);
    },
    async *activities({ plan: { organisation, id }, version }) {
      const rows = activities.list({ partition: [organisation, id], rowPrefix: [version] });
      for await (const { row } of rows) {
        const { version: _, ...activity } = row;
        yield activity;
      }
    },
    async put({ plan, activities: all }, before) {
      const live = await findRow(plan.organisation, plan.id);
      if (live?.row.version !== before?.version) throw overtaken(plan.id);
      const version = `${plan.importedAt.getTime()}-${randomBytes(4).toString('hex')}`;
      await insertAll(
        activities,
        all.map((activity) => ({ ...activity, version })),
      );
      const row: Row = { ...plan, version };
      await (live ? plans.update(row, live.version) : plans.insert(row)).catch((error: unknown) => {
        throw isConflict(error) ? overtaken(plan.id, error) : error;
      });
      // The import is done; whatever the sweep leaves, the next import's sweep takes.
      const versions = { live: version, replaced: before?.version, now: plan.importedAt };
      await removeAll(activities, [plan.organisation, plan.id], (old) => isSwept(old.version, versions)).catch(
        () => undefined,
      );
      return toStored(row);
    },
  };
}

function toStored({ version, ...plan }: Row): StoredPlan {
  return { plan, version };
}

function overtaken(plan: string, cause?: unknown): AppError {
  return new AppError(
    'storage_conflict',
    `The plan ${plan} was imported by somebody else meanwhile. Run the rehearsal again.`,
    { cause },
  );
}
