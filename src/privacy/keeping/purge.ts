import { isConflict } from '../../errors.js';
import { createTally, type Disposal } from './disposal.js';
import type { DisposalRecord } from './disposal-record.js';
import { createGone, createIsDue, ownersFirst, ownersOf } from './due.js';
import { type HoldStore, readHeld } from './holds.js';
import type { KeptRow, KeptTable, Register } from './register.js';
import type { LooseRow } from './rules.js';

export interface PurgeParts {
  readonly register: Register;
  readonly holds: Pick<HoldStore, 'list'>;
  readonly disposals: Pick<DisposalRecord, 'note'>;
  /** Whether the directory has the person. An empty directory is to have everybody: nobody is thrown out because an import is missing. */
  readonly isHere: (person: string) => boolean;
}

export interface PurgeRun {
  readonly now: Date;
  /** Names the run in the record. */
  readonly run: string;
  /** Counts, and removes and records nothing. */
  readonly isRehearsal?: boolean;
  /** Aborted when another process may have taken the run over: it stops. */
  readonly lost?: AbortSignal;
}

export type Purge = (run: PurgeRun) => Promise<readonly Disposal[]>;

/** What the messages that nobody could read are called in the record; they are no organisation's. */
const UNREADABLE = 'deliveries-unreadable';
const EVERYWHERE = 'alla organisationer';
/** Rows of one line of the record, and of them how many are removed at a time. */
const PAGE = 96;
const AT_ONCE = 16;

/**
 * Removes every row whose time is over by the rules of its table. What is about to go is in the disposal record before it goes. Safe to
 * repeat and to be cut off: the next run takes what is left. Reads every row of every table once. A row that changes meanwhile stays
 * for the next run.
 */
export function createPurge({ register, holds, disposals, isHere }: PurgeParts): Purge {
  return async ({ now, run, isRehearsal = false, lost }) => {
    const heldBy = await readHeld(holds, register);
    const gone = createGone(ownersOf(register.tables));
    const all: Disposal[] = [];
    const note = async (lines: readonly Disposal[]) => {
      if (!isRehearsal) for (const line of lines) await disposals.note(line);
    };

    /** False for a row that somebody wrote meanwhile. */
    async function dispose(table: KeptTable, kept: KeptRow): Promise<boolean> {
      try {
        if (!isRehearsal) await table.remove(kept);
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
      gone.add(table.name, () => table.placeOf(kept.row));
      return true;
    }

    for (const table of ownersFirst(register.tables)) {
      const isDue = createIsDue(table, { register, gone, now, isHere });
      if (!isDue) continue;
      const tally = createTally({ run, at: now, table: table.name });
      for await (const page of dueRows(table, isDue)) {
        const going: KeptRow[] = [];
        for (const kept of page)
          if (heldBy(kept.row) === undefined) going.push(kept);
          else tally.held(kept.row);
        await note(tally.before(going.map(({ row }) => row)));
        for (let from = 0; from < going.length; from += AT_ONCE) {
          if (lost?.aborted) return all;
          const some = going.slice(from, from + AT_ONCE);
          await Promise.all(some.map(async (kept) => void ((await dispose(table, kept)) && tally.removed(kept.row))));
        }
      }
      await note(tally.done());
      all.push(...tally.done());
    }
    const waiting = await register.countUnreadable();
    if (waiting === 0) return all;
    const about = { organisation: EVERYWHERE, run, at: now, table: UNREADABLE, held: 0 };
    await note([{ ...about, rows: waiting, isDone: false }]);
    const rows = isRehearsal ? waiting : await register.emptyUnreadable();
    const unreadable: Disposal = { ...about, rows, isDone: true };
    await note([unreadable]);
    return [...all, unreadable];
  };
}

/** Rows that are due, a page at a time. */
async function* dueRows(table: KeptTable, isDue: (row: LooseRow) => Promise<boolean>): AsyncGenerator<KeptRow[]> {
  let batch: KeptRow[] = [];
  for await (const kept of table.rows()) {
    if (await isDue(kept.row)) batch.push(kept);
    if (batch.length < PAGE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
