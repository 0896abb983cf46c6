import { parseResponsible } from '../functions/parse-responsible.js';
import type { DraftActivity } from '../import/draft.js';
import { readFollowUp } from '../import/follow-up.js';
import { dueOf, type PlanRow } from './plan-row.js';

/** A row of knowledge/plans as an activity that could be stored; its place is the row of the document's tables. */
export function draftOfRow(row: PlanRow): DraftActivity {
  return {
    phase: row.phase,
    area: '',
    goal: row.goal,
    activity: row.activity,
    due: dueOf(row) ?? { kind: 'unclear', as: row.due },
    responsible: parseResponsible(row.responsible),
    resources: row.resources,
    followUp: readFollowUp(row.followUp),
    place: { table: row.section, row: row.row, part: Number(row.id.split('-').at(-1)) || 1 },
  };
}
