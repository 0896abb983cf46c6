import type { Due } from '../due/due.js';
import { parseDue } from '../due/parse-due.js';
import { parseResponsible } from '../functions/parse-responsible.js';
import type { PlanActivity } from '../plan.js';
import { readFollowUp } from './follow-up.js';
import type { Area } from './phases.js';
import { splitActions } from './split-actions.js';

/** An activity as the file has it, before it is told which of the stored ones it is. */
export type DraftActivity = Omit<PlanActivity, 'organisation' | 'plan' | 'id' | 'position' | 'goneAt'>;

/** What the cells of one row say; `goal` may come from a row above. */
export interface RowTexts {
  readonly goal: string;
  readonly activity: string;
  readonly start: string;
  readonly due: string;
  readonly responsible: string;
  readonly resources: string;
  readonly followUp: string;
}

export interface RowOrigin {
  readonly table: string;
  readonly row: number;
  readonly area: Area | undefined;
  /** The plan's year, for dates without one. */
  readonly year: number;
}

/** The activities of one row, none when its activity cell has no word. `sharesDates`: there are several dates, and it is open whose they are. */
export function draftsOf(texts: RowTexts, origin: RowOrigin): { drafts: DraftActivity[]; sharesDates: boolean } {
  const actions = splitActions(texts.activity);
  const { dues, sharesDates } = duesOf(texts, { count: actions.length, year: origin.year });
  const responsible = parseResponsible(texts.responsible);
  const followUp = readFollowUp(texts.followUp);
  const drafts = actions.map((activity, at) => ({
    phase: origin.area?.phase,
    area: origin.area?.area ?? '',
    goal: texts.goal.replace(/\s+/gu, ' '),
    activity,
    due: dues[at]!,
    responsible,
    resources: texts.resources,
    followUp,
    place: { table: origin.table, row: origin.row, part: at + 1 },
  }));
  return { drafts, sharesDates };
}

/**
 * A date a line and as many lines as activities: each has its own. Otherwise all have what the whole cell says, since nothing tells which
 * date belongs to which.
 */
function duesOf(
  { start, due }: Pick<RowTexts, 'start' | 'due'>,
  { count, year }: { count: number; year: number },
): { dues: Due[]; sharesDates: boolean } {
  const lines = due.split('\n').filter((line) => parseDue(line, year).kind !== 'none');
  const isDated = (line: string) => parseDue(line, year).kind !== 'unclear';
  const isApart = lines.length > 1 && lines.every(isDated);
  if (isApart && lines.length === count && start === '')
    return { dues: lines.map((line) => parseDue(line, year)), sharesDates: false };
  const whole = parseDue([start, due].filter((text) => text.trim() !== '').join(start === '' ? ' ' : ' – '), year);
  return { dues: Array.from({ length: count }, () => whole), sharesDates: isApart && count > 1 };
}
