import { stockholmDate } from '../../calendar/index.js';
import { readTables, type Unreadable } from '../../documents/index.js';
import { holdsPersonalNumber } from '../../privacy/index.js';
import type { PlanActivity } from '../plan.js';
import type { PlanStore, StoredPlan } from '../plan-store.js';
import { comparePlan, type PlanComparison } from './compare-plan.js';
import { departmentsIn, meansSame, yearIn } from './departments.js';
import { type ImportedPlan, importPlan } from './import-plan.js';

export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RehearsalInput {
  readonly store: Pick<PlanStore, 'find' | 'activities'>;
  readonly file: PlanFile;
  readonly organisation: string;
  /** The organisation's departments as the directory of persons names them. */
  readonly departments: readonly string[];
  /** As HR says it, '' for the whole organisation; otherwise what the file says above its table. */
  readonly department?: string;
  readonly year?: number;
  readonly now: Date;
}

export type Refusal =
  | { readonly kind: 'unreadable'; readonly because: Unreadable }
  | { readonly kind: 'file-name' }
  /** The name that HR or the file gives is none of the directory's. */
  | { readonly kind: 'department-unknown'; readonly department: string; readonly known: readonly string[] }
  | { readonly kind: 'several-departments'; readonly found: readonly string[] }
  | { readonly kind: 'no-activities'; readonly imported: ImportedPlan };

export type PlanRehearsal =
  | Refusal
  | {
      readonly kind: 'planned';
      readonly imported: ImportedPlan;
      readonly comparison: PlanComparison;
      /** What the comparison was made with: hand it to `store.put`, which refuses when another import came first. */
      readonly before: StoredPlan | undefined;
      /** Other departments whose plans the same file holds: '' is the whole organisation. */
      readonly others: readonly string[];
    };

/** Reads a plan's file and says what importing it would do. Writes nothing. */
export async function rehearsePlanImport(input: RehearsalInput): Promise<PlanRehearsal> {
  const { store, file, organisation, now } = input;
  const name = file.name.normalize('NFC');
  if (name.length > 200 || holdsPersonalNumber(name)) return { kind: 'file-name' };
  const read = await readTables(name, file.bytes);
  if (read.kind === 'unreadable') return read;
  const found = departmentsIn(read.tables);
  const chosen = chooseDepartment(found, input);
  if (chosen.kind !== 'chosen') return chosen;
  const { department } = chosen;
  const year = input.year ?? yearIn(read.tables) ?? Number(stockholmDate(now).slice(0, 4));
  const imported = importPlan(read.tables, { year, ...(department === undefined ? {} : { department }) });
  if (imported.activities.length === 0) return { kind: 'no-activities', imported };
  const head = {
    organisation,
    id: planIdOf(year, department),
    title: `Kompetensförsörjningsplan ${year}, ${department ?? organisation}`,
    year,
    file: name,
    ...(department === undefined ? {} : { department }),
  };
  const before = await store.find(organisation, head.id);
  const activities: PlanActivity[] = [];
  if (before) for await (const activity of store.activities(before)) activities.push(activity);
  const comparison = comparePlan({
    head,
    drafts: imported.activities,
    indicators: imported.indicators,
    before: before && { plan: before.plan, activities },
    now,
  });
  const others = found.filter((one) => found.length > 1 && !meansSame(one, department ?? ''));
  return { kind: 'planned', imported, comparison, before, others };
}

type Chosen = { readonly kind: 'chosen'; readonly department: string | undefined };

/** What HR says counts; else the file's own department, or the part of the whole organisation when it holds several. */
function chooseDepartment(found: readonly string[], { department, departments }: RehearsalInput): Chosen | Refusal {
  if (department === '') return { kind: 'chosen', department: undefined };
  const isWhole = found.length === 0 || found.includes('');
  if (department === undefined && isWhole) return { kind: 'chosen', department: undefined };
  if (department === undefined && found.length > 1) return { kind: 'several-departments', found };
  const wanted = department ?? found[0]!;
  const known = departments.find((one) => meansSame(one, wanted));
  if (known !== undefined) return { kind: 'chosen', department: known };
  return { kind: 'department-unknown', department: wanted, known: departments };
}

/** The same for each import of the plan: "2020-forskola", "2020-hela-forvaltningen". */
export function planIdOf(year: number, department: string | undefined): string {
  const name = (department ?? 'hela förvaltningen')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return `${year}-${name.replace(/^-+|-+$/g, '').slice(0, 70)}`;
}
