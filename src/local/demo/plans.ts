import { stockholmDate } from '../../calendar/index.js';
import { comparePlan, draftOfRow, type NewPlan, parseDue, planIdOf, type PlanRow } from '../../plan/index.js';

const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
/** The plans of 2019 are about 2020 and the years after. */
const ABOUT = 2020;
/** Where the demo people have two departments for what was one in 2019. */
const DISABILITY = /LSS|socialpsykiatri|funktionsnedsättning|service- och gruppbost/i;

/**
 * The plans of 2019 for the demo people: their organisation and departments, their titles, and years moved so that 2020 is this year. Some
 * dates have passed then and some are to come, as in any plan under way. Pure.
 */
export function demoPlans(rows: readonly PlanRow[], now: Date): NewPlan[] {
  const year = Number(stockholmDate(now).slice(0, 4));
  const byDepartment = new Map<string | undefined, PlanRow[]>();
  for (const row of rows) {
    const department = departmentOf(row);
    byDepartment.set(department, [...(byDepartment.get(department) ?? []), moved(row, year - ABOUT)]);
  }
  return [...byDepartment].map(([department, own]) => {
    const head = {
      organisation: ORGANISATION,
      id: planIdOf(year, department),
      title: `Kompetensförsörjningsplan ${year}, ${department ?? ORGANISATION}`,
      year,
      file: `${own[0]!.plan}.csv`,
      ...(department === undefined ? {} : { department }),
    };
    return comparePlan({ head, drafts: own.map(draftOfRow), before: undefined, now }).result;
  });
}

function departmentOf({ department, goal, activity }: PlanRow): string | undefined {
  if (department === '') return undefined;
  if (department === 'hl-forskola') return 'Förskola';
  if (department === 'hl-aldreomsorg') return 'Äldreomsorg';
  return DISABILITY.test(`${goal} ${activity}`)
    ? 'Funktionsnedsättning och socialpsykiatri'
    : 'Individ- och familjeomsorg';
}

function moved(row: PlanRow, years: number): PlanRow {
  const later = (text: string) => text.replace(/\b20\d\d\b/g, (year) => String(Number(year) + years));
  const due = parseDue(later(row.due), row.year + years);
  return {
    ...row,
    year: row.year + years,
    due: later(row.due),
    dueKind: due.kind === 'none' ? '' : due.kind,
    dueFrom: ('from' in due && due.from) || '',
    dueTo: ('to' in due && due.to) || '',
    // The demo's preschools have heads of both titles.
    responsible: row.responsible.replace('Förskolechefer', 'Enhetschefer och rektorer'),
  };
}
