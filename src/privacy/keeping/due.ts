import type { KeptTable, Register } from './register.js';
import { createIsOver, type LooseRow, type Owner, type Retention } from './rules.js';

/** Which rows' owners this run has removed: in a rehearsal they are still there. */
export interface Gone {
  /** Asks for the place only where it matters. */
  add(table: string, place: () => Owner): void;
  has(table: string, place: Owner): boolean;
}

/** `owners`: the tables whose rows others go with; of the rest nothing is remembered. */
export function createGone(owners: ReadonlySet<string>): Gone {
  const places = new Set<string>();
  return {
    add: (table, place) => void (owners.has(table) && places.add(placeIn(table, place()))),
    has: (table, place) => places.has(placeIn(table, place)),
  };
}

export interface DueParts {
  readonly register: Register;
  readonly gone: Gone;
  readonly now: Date;
  readonly isHere: (person: string) => boolean;
}

/** Tells of a table's rows whether their time is over. Undefined for a table from which nothing is ever purged. */
export function createIsDue(
  { retentions }: KeptTable,
  { register, gone, now, isHere }: DueParts,
): ((row: LooseRow) => Promise<boolean>) | undefined {
  const rules = retentions.filter(({ keep }) => keep !== 'always' && keep !== 'while-current');
  if (rules.length === 0) return undefined;
  const overs = rules.flatMap((rule) => ('count' in rule ? [createIsOver(rule, { now, isHere })] : []));
  const owned = rules.flatMap((rule) => (rule.keep === 'with' ? [rule] : []));
  const asked = new Map<string, Promise<boolean>>();

  function isOwnerThere(rule: Extract<Retention, { keep: 'with' }>, row: LooseRow): Promise<boolean> {
    const owner = rule.owner({ ...row });
    if (!owner) return Promise.resolve(true);
    if (gone.has(rule.table, owner)) return Promise.resolve(false);
    const place = placeIn(rule.table, owner);
    const answer = asked.get(place) ?? tableNamed(register.tables, rule.table).has(owner.partition, owner.row);
    asked.set(place, answer);
    return answer;
  }

  return async (row) => {
    if (overs.some((isOver) => isOver(row))) return true;
    for (const rule of owned) if (!(await isOwnerThere(rule, row))) return true;
    return false;
  };
}

/** The tables whose rows others go with. */
export function ownersOf(tables: readonly KeptTable[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ retentions }) => retentions.flatMap((rule) => (rule.keep === 'with' ? [rule.table] : []))),
  );
}

/** A table whose rows go with those of another comes after it. Throws RangeError for a rule that names no table. */
export function ownersFirst(tables: readonly KeptTable[]): readonly KeptTable[] {
  const sorted = new Set<KeptTable>();
  const visit = (table: KeptTable) => {
    if (sorted.has(table)) return;
    for (const rule of table.retentions) if (rule.keep === 'with') visit(tableNamed(tables, rule.table));
    sorted.add(table);
  };
  tables.forEach(visit);
  return [...sorted];
}

function tableNamed(tables: readonly KeptTable[], wanted: string): KeptTable {
  const found = tables.find(({ name }) => name === wanted);
  if (!found) throw new RangeError(`Rows go with those of ${wanted}, which is no table.`);
  return found;
}

function placeIn(table: string, { partition, row }: Owner): string {
  return JSON.stringify([table, partition, row]);
}
