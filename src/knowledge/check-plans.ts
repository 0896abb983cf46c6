import { dueOf, parseDue, type PlanRow } from '../plan/index.js';
import type { Fault } from './fault.js';
import type { Known } from './known.js';
import { faultAt, type Placed } from './placed.js';

/** What all activities of one row of the document share, and what all rows of one plan do. */
const OF_A_ROW = ['phase', 'goal', 'due', 'responsible', 'resources', 'followUp', 'section'] as const;
const OF_A_PLAN = ['organisation', 'department', 'year', 'source'] as const;

/** Activities of plans that name what is not there, whose dates contradict themselves, or whose rows do not fit together. */
export function checkPlans(rows: readonly Placed<PlanRow>[], known: Known): Fault[] {
  return rows.flatMap((entry, at) => {
    const before = rows[at - 1];
    const follows = before?.file === entry.file ? checkOrder(entry, before.value) : [];
    return [...checkReferences(entry, known), ...checkDue(entry), ...follows];
  });
}

function checkReferences(entry: Placed<PlanRow>, known: Known): Fault[] {
  const { value: row } = entry;
  const faults: Fault[] = [];
  const refuse = (key: keyof PlanRow, message: string) => void faults.push(faultAt(entry, key, message));
  for (const key of ['organisation', 'department'] as const)
    if (row[key] !== '' && !known.populations(row[key])) refuse(key, `no population ${row[key]}`);
  if (!known.sources(row.source)) refuse('source', `no source ${row.source} in sources.yml`);
  else if (!known.sections(row.source, row.section))
    refuse('section', `source ${row.source} has no section "${row.section}"`);
  else if (row.section.split(' › ').at(-1)!.toLowerCase() !== row.phase)
    refuse('phase', `the section "${row.section}" is about another phase than ${row.phase}`);
  if (entry.file !== `plans/${row.plan}.csv`) refuse('plan', `the file must be called ${row.plan}.csv`);
  if (!row.id.startsWith(`${row.plan}-`)) refuse('id', `must begin with ${row.plan}-`);
  return faults;
}

function checkDue(entry: Placed<PlanRow>): Fault[] {
  const { value: row } = entry;
  const typed = dueOf(row);
  if (!typed) return [faultAt(entry, 'dueKind', 'kind, first and last day do not go together with what is written')];
  const read = parseDue(row.due, row.year);
  if (JSON.stringify(sorted(read)) === JSON.stringify(sorted(typed))) return [];
  return [faultAt(entry, 'due', `"${row.due}" is read as ${shown(read)}, not ${shown(typed)}`)];
}

function sorted(due: object): [string, unknown][] {
  return Object.entries(due).sort(([a], [b]) => a.localeCompare(b));
}

function shown(due: ReturnType<typeof parseDue>): string {
  const from = 'from' in due ? due.from : undefined;
  const to = 'to' in due ? due.to : undefined;
  return [due.kind, from, to && `to ${to}`].filter(Boolean).join(' ');
}

function checkOrder(entry: Placed<PlanRow>, before: PlanRow): Fault[] {
  const { value: row } = entry;
  const differs = OF_A_PLAN.find((key) => row[key] !== before[key]);
  if (differs) return [faultAt(entry, differs, `another ${differs} than the row before of the same plan`)];
  if (row.row < before.row) return [faultAt(entry, 'row', `comes after row ${before.row} of the document`)];
  if (row.line < before.line) return [faultAt(entry, 'line', `comes after line ${before.line} of the document`)];
  const unlike = row.row === before.row ? OF_A_ROW.find((key) => row[key] !== before[key]) : undefined;
  return unlike ? [faultAt(entry, unlike, `another ${unlike} than the activity before of the same row`)] : [];
}
