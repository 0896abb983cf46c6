import { AppError } from '../../src/errors.js';
import type { DirectoryGeneration, ImportPlan, PeopleStore, Person } from '../../src/people/index.js';

export interface MemoryPeopleStore extends PeopleStore {
  /** Lets this many writes through (a person's row or the pointer), then every write throws. */
  crashAfter(writes: number): void;
  /** Rows of all generations, to see what a crash left. */
  readonly rows: ReadonlyMap<string, readonly Person[]>;
}

/** The protocol of PeopleStore in memory, row by row, with a switch that cuts the power. */
export function memoryPeopleStore(): MemoryPeopleStore {
  const rows = new Map<string, Person[]>();
  let pointer: { live: DirectoryGeneration; previous: string | undefined } | undefined;
  let left = Infinity;
  let imports = 0;
  const write = (act: () => void) => {
    if (left-- <= 0) throw new AppError('storage_unavailable', 'The power is cut.');
    act();
  };
  return {
    rows,
    crashAfter: (writes) => (left = writes),
    live: async () => pointer?.live,
    async *list(generation = pointer?.live) {
      for (const person of (generation && rows.get(generation.id)) ?? []) {
        await Promise.resolve();
        yield person;
      }
    },
    async apply(plan: ImportPlan, { generation, now }) {
      if (plan.refusals.length > 0) throw new AppError('import_refused', 'The plan has refusals.');
      const next = { id: `g${++imports}`, people: plan.result.length, importedAt: now };
      const staged: Person[] = [];
      rows.set(next.id, staged);
      for (const person of plan.result) {
        write(() => void staged.push(person));
        await Promise.resolve();
      }
      if (pointer?.live.id !== generation?.id)
        throw new AppError('storage_conflict', 'Another import came in between.');
      write(() => (pointer = { live: next, previous: generation?.id }));
      for (const id of [...rows.keys()]) if (id !== next.id && id !== generation?.id) rows.delete(id);
      return next;
    },
  };
}
