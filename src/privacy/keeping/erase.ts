import { randomUUID } from 'node:crypto';
import { AppError, isConflict } from '../../errors.js';
import { hashOf, namedBy } from './erased-ids.js';
import { withoutFirstName } from './first-name.js';
import { type HoldStore, readHeld } from './holds.js';
import type { KeptRow, KeptTable, Register } from './register.js';
import type { LooseRow } from './rules.js';
import { createFinder, type Finder, type Traces } from './traces.js';

/** Somebody who is to be found in all tables: an organisation's name is looked for in its own rows alone. */
export interface Subject extends Traces {
  readonly organisation: string;
}

/** An erasure: whom it is about is known only while it is under way. */
export interface Erasure {
  readonly id: string;
  readonly hash: string;
  readonly pseudonym: string;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  readonly person?: string;
  readonly email?: string;
  readonly name?: string;
  readonly of?: string;
}

/** Where erasures are kept; provided by storage/. */
export interface ErasureStore {
  list(): AsyncIterable<Erasure>;
  save(erasure: Erasure): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface EraseParts {
  readonly register: Register;
  readonly holds: Pick<HoldStore, 'list'>;
  readonly erasures: ErasureStore;
  /** Takes the person out of the directory, which is one import; nothing when it is not there. Throws `import_refused`. */
  readonly forget: (person: string, now: Date) => Promise<void>;
}

/** What an erasure does, or would do, to one table. */
export interface TableErasure {
  readonly table: string;
  readonly deleted: number;
  readonly changed: number;
}

export type EraseOutcome =
  | { readonly kind: 'erased'; readonly erasure: string; readonly tables: readonly TableErasure[] }
  | { readonly kind: 'held'; readonly cases: readonly string[] };

/** Somebody may write of the person while it is erased: it is looked for so many times. */
const MOST_PASSES = 5;
/** What an erasure itself keeps while it is under way. */
const OWN_TABLE = 'erasures';
const SHARED = new Set(['okänd', 'alla organisationer']);

/**
 * Erases one person from every table: rows go or lose the person, as each table's rule says. Noted before it begins, so that one that
 * was cut off is gone on with, under the same pseudonym; nothing in what stays leads from the pseudonym to the person.
 */
export function createErase({ register, holds, erasures, forget }: EraseParts) {
  const tables = register.tables.filter(({ name }) => name !== OWN_TABLE);

  /** Held cases in which the person stands: they are under request, so nobody is erased from them. */
  async function heldCases(finderOf: FinderOf): Promise<readonly string[]> {
    const heldBy = await readHeld(holds, register);
    const cases = new Set<string>();
    for (const table of tables)
      for await (const { row } of table.rows()) {
        const about = heldBy(row);
        if (about !== undefined && finderOf(row).isIn(row)) cases.add(about);
      }
    return [...cases];
  }

  /** The person's erasure that is under way, or else a new one, which is not kept yet. */
  async function begin(subject: Subject, now: Date): Promise<{ readonly erasure: Erasure; readonly isNew: boolean }> {
    const hash = hashOf(subject.id);
    const about = { person: subject.id, email: subject.email, name: subject.name, of: subject.organisation };
    for await (const known of erasures.list())
      if (known.hash === hash && !known.endedAt) return { erasure: { ...known, ...about }, isNew: false };
    return { erasure: { id: randomUUID(), hash, pseudonym: randomUUID(), startedAt: now, ...about }, isNew: true };
  }

  async function run(subject: Subject, now: Date): Promise<EraseOutcome> {
    const finderOf = createFinderOf(subject);
    const cases = await heldCases(finderOf);
    if (cases.length > 0) return { kind: 'held', cases };
    const { erasure, isNew } = await begin(subject, now);
    await erasures.save(erasure);
    try {
      await forget(subject.id, now);
    } catch (error) {
      // It cannot be gone on with before somebody mends the directory: nothing of a new one has begun. One that was
      // announced stays, for the nightly run.
      if (isNew && error instanceof AppError && error.code === 'import_refused') await erasures.remove(erasure.id);
      throw error;
    }
    const counts = new Map<string, TableErasure>();
    for (let pass = 1; ; pass += 1) {
      let left = 0;
      for (const table of tables)
        left += await clean(table, { subject, finderOf, pseudonym: erasure.pseudonym }, counts);
      if (left === 0) break;
      if (pass === MOST_PASSES)
        throw new AppError('storage_conflict', 'Rows of the person are written while it is erased. Run it again.');
    }
    const { id, hash, pseudonym, startedAt } = erasure;
    await erasures.save({ id, hash, pseudonym, startedAt, endedAt: now });
    return { kind: 'erased', erasure: id, tables: [...counts.values()] };
  }

  return {
    run,

    /** What `run` would do. */
    async rehearse(subject: Subject): Promise<EraseOutcome> {
      const finderOf = createFinderOf(subject);
      const cases = await heldCases(finderOf);
      if (cases.length > 0) return { kind: 'held', cases };
      const counts = new Map<string, TableErasure>();
      for (const table of tables)
        for await (const { row } of table.rows())
          if (finderOf(row).isIn(row)) count(counts, table.name, goes(table, row, subject) ? 'deleted' : 'changed');
      return { kind: 'erased', erasure: '', tables: [...counts.values()] };
    },

    /** Goes on with those that were cut off. Gives how many. One that fails keeps no other waiting; it throws in the end. */
    async goOn(now: Date, lost?: AbortSignal): Promise<number> {
      let done = 0;
      const faults: unknown[] = [];
      for await (const { endedAt, person, email, name, of } of erasures.list()) {
        if (lost?.aborted) break;
        if (endedAt || person === undefined) continue;
        try {
          const outcome = await run({ id: person, email, name, organisation: of ?? '' }, now);
          if (outcome.kind === 'erased') done += 1;
        } catch (error) {
          faults.push(error);
        }
      }
      if (faults.length > 0) throw faults[0];
      return done;
    },

    /** Notes that somebody is to be erased: the nightly run does it, if nobody does sooner. */
    announce: async (subject: Subject, now: Date): Promise<void> => erasures.save((await begin(subject, now)).erasure),

    /** Whom what is kept names though their ids have one of these hashes; see namedBy. */
    restored: (hashes: ReadonlySet<string>) => namedBy(tables, hashes),
  };
}

type FinderOf = (row: LooseRow) => Finder;

/** Names are no one's alone: in the rows of other organisations only id and e-mail are looked for. */
function createFinderOf({ organisation, ...traces }: Subject): FinderOf {
  const [own, others] = [createFinder(traces), createFinder({ id: traces.id, email: traces.email })];
  return (row) => (row.organisation === organisation || SHARED.has(String(row.organisation)) ? own : others);
}

interface Cleaning {
  readonly subject: Subject;
  readonly finderOf: FinderOf;
  readonly pseudonym: string;
}

/** One pass over a table. Gives how many rows there were to do; of those, somebody else may have written some first. */
async function clean(
  table: KeptTable,
  { subject, finderOf, pseudonym }: Cleaning,
  counts: Map<string, TableErasure>,
): Promise<number> {
  let found = 0;
  for await (const kept of table.rows()) {
    const finder = finderOf(kept.row);
    if (!finder.isIn(kept.row)) continue;
    found += 1;
    const isToGo = goes(table, kept.row, subject);
    try {
      await (isToGo
        ? table.remove(kept)
        : table.replace(kept, withoutPerson(table, kept, { subject, finder, pseudonym })));
      count(counts, table.name, isToGo ? 'deleted' : 'changed');
    } catch (error) {
      const isOvertaken = isConflict(error) || (error instanceof AppError && error.code === 'not_found');
      if (!isOvertaken) throw error;
    }
  }
  return found;
}

function goes({ onErase, personKeys }: KeptTable, row: LooseRow, subject: Subject): boolean {
  return onErase.do === 'delete' && (onErase.of ?? personKeys).some((column) => isSubject(row[column], subject));
}

/** What HR or the organisation wrote as knowledge is about nobody: a first name in it is an example's. */
const KNOWLEDGE = new Set([
  'publishedroutines',
  'publishedversions',
  'passages',
  'documents',
  'plans',
  'planactivities',
]);

function withoutPerson(
  { name: table, onErase, personKeys }: KeptTable,
  { row }: KeptRow,
  { subject, finder, pseudonym }: { readonly subject: Subject; readonly finder: Finder; readonly pseudonym: string },
): LooseRow {
  const clear = onErase.do === 'pseudonymise' ? (onErase.clear ?? []) : [];
  const isOwn = personKeys.some((column) => isSubject(row[column], subject));
  const rest = isOwn ? Object.fromEntries(Object.entries(row).filter(([column]) => !clear.includes(column))) : row;
  const cleaned = finder.without(rest, pseudonym);
  return subject.name === undefined || KNOWLEDGE.has(table) ? cleaned : withoutFirstName(cleaned, subject.name);
}

function isSubject(value: unknown, { id, email }: Subject): boolean {
  if (typeof value !== 'string') return false;
  return [id, email].some((trace) => trace !== undefined && trace.toLowerCase() === value.toLowerCase());
}

function count(counts: Map<string, TableErasure>, table: string, what: 'deleted' | 'changed'): void {
  const before = counts.get(table) ?? { table, deleted: 0, changed: 0 };
  counts.set(table, { ...before, [what]: before[what] + 1 });
}
