import { isConflict } from '../../errors.js';
import { createTally, type Disposal, type DisposalStore } from './disposal.js';
import { createGone, createIsDue, ownersFirst } from './due.js';
import { type HoldStore, readHeld } from './holds.js';
import type { KeptRow, KeptTable, Register } from './register.js';
import type { LooseRow } from './rules.js';

export interface PurgeParts {
  readonly register: Register;
  readonly holds: Pick<HoldStore, 'list'>;
  readonly disposals: Pick<DisposalStore, 'note'>;
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
const AT_ONCE = 16;

/**
 * Removes every row whose time is over by the rules of its table, and writes what it removed into the disposal record. Safe to repeat and to
 * be cut off: the next run takes what is left. Reads every row of every table once. A row that changes meanwhile stays for the next run.
 */
export function createPurge({ register, holds, disposals, isHere }: PurgeParts): Purge {
  return async ({ now, run, isRehearsal = false, lost }) => {
    const heldBy = await readHeld(holds, register);
    const gone = createGone();
    const all: Disposal[] = [];
    const note = async (lines: readonly Disposal[]) => {
      if (!isRehearsal) for (const line of lines) await disposals.note(line);
    };

    async function dispose(table: KeptTable, kept: KeptRow): Promise<'rows' | 'held' | undefined> {
      if (heldBy(kept.row) !== undefined) return 'held';
      try {
        if (!isRehearsal) await table.remove(kept);
      } catch (error) {
        if (isConflict(error)) return undefined;
        throw error;
      }
      gone.add(table.name, table.placeOf(kept.row));
      return 'rows';
    }

    for (const table of ownersFirst(register.tables)) {
      const isDue = createIsDue(table, { register, gone, now, isHere });
      if (!isDue) continue;
      const tally = createTally({ run, at: now, table: table.name });
      for await (const batch of dueRows(table, isDue)) {
        if (lost?.aborted) return all;
        await Promise.all(batch.map(async (kept) => tally.add(kept.row, await dispose(table, kept))));
        if (tally.isWorthNoting()) await note(tally.lines(false));
      }
      await note(tally.lines(true));
      all.push(...tally.lines(true));
    }
    const rows = isRehearsal ? await register.countUnreadable() : await register.emptyUnreadable();
    const unreadable: Disposal = {
      organisation: EVERYWHERE,
      run,
      at: now,
      table: UNREADABLE,
      rows,
      held: 0,
      isDone: true,
    };
    if (rows === 0) return all;
    await note([unreadable]);
    return [...all, unreadable];
  };
}

/** Rows that are due, some at a time. */
async function* dueRows(table: KeptTable, isDue: (row: LooseRow) => Promise<boolean>): AsyncGenerator<KeptRow[]> {
  let batch: KeptRow[] = [];
  for await (const kept of table.rows()) {
    if (await isDue(kept.row)) batch.push(kept);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
