import type { LooseRow } from './rules.js';

/** What a run takes, or took, out of one table of one organisation: a line of the disposal record (gallringsprotokoll). */
export interface Disposal {
  readonly organisation: string;
  readonly run: string;
  readonly at: Date;
  readonly table: string;
  /** Removed; before it is done, also what is about to be; of a rehearsal, what would be. */
  readonly rows: number;
  /** Over, and kept by a hold. */
  readonly held: number;
  /** False for what was written before the rows went: of a run that was cut off it stays the last line, and some of its rows may be there. */
  readonly isDone: boolean;
}

/** Counts what becomes of a table's rows, by organisation. */
export function createTally(about: Pick<Disposal, 'run' | 'at' | 'table'>) {
  const counts = new Map<string, { rows: number; held: number }>();
  const of = ({ organisation }: LooseRow) => {
    const name = String(organisation);
    const count = counts.get(name) ?? { rows: 0, held: 0 };
    counts.set(name, count);
    return count;
  };
  const line = (organisation: string, count: { rows: number; held: number }, isDone: boolean): Disposal => ({
    ...{ organisation, ...about, ...count, isDone },
  });
  return {
    removed: (row: LooseRow) => void (of(row).rows += 1),
    held: (row: LooseRow) => void (of(row).held += 1),
    /** What is said of each organisation before these rows go. */
    before(rows: readonly LooseRow[]): Disposal[] {
      const going = new Map<string, number>();
      for (const { organisation } of rows) going.set(String(organisation), (going.get(String(organisation)) ?? 0) + 1);
      return [...going].map(([name, more]) => {
        const { rows: gone, held } = of({ organisation: name });
        return line(name, { rows: gone + more, held }, false);
      });
    },
    done: (): Disposal[] => [...counts].map(([name, count]) => line(name, count, true)),
  };
}
