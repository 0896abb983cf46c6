import type { LooseRow } from './rules.js';

const NOTE_EVERY = 96;

/** What a run took out of one table of one organisation: a line of the disposal record (gallringsprotokoll). */
export interface Disposal {
  readonly organisation: string;
  readonly run: string;
  readonly at: Date;
  readonly table: string;
  /** Removed; of a rehearsal, what would be. */
  readonly rows: number;
  /** Over, and kept by a hold. */
  readonly held: number;
  /** False while the run goes on, and for ever when it was cut off: then up to a hundred rows more are gone than it says. */
  readonly isDone: boolean;
}

/** Where the disposal record is kept; provided by storage/. */
export interface DisposalStore {
  note(disposal: Disposal): Promise<void>;
  /** Of an organisation newest first, or of all. */
  list(organisation?: string): AsyncIterable<Disposal>;
}

/** Counts what becomes of a table's rows, by organisation; `undefined` for a row that changed meanwhile and stays. */
export function createTally(about: Pick<Disposal, 'run' | 'at' | 'table'>) {
  const counts = new Map<string, { rows: number; held: number }>();
  let sinceNoted = 0;
  return {
    add({ organisation }: LooseRow, became: 'rows' | 'held' | undefined): void {
      if (became === undefined) return;
      const name = String(organisation);
      const count = counts.get(name) ?? { rows: 0, held: 0 };
      counts.set(name, count);
      count[became] += 1;
      sinceNoted += 1;
    },
    isWorthNoting(): boolean {
      if (sinceNoted < NOTE_EVERY) return false;
      sinceNoted = 0;
      return true;
    },
    lines: (isDone: boolean): Disposal[] =>
      [...counts].map(([organisation, count]) => ({ organisation, ...about, ...count, isDone })),
  };
}
