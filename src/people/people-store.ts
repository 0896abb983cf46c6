import type { ImportPlan } from './import/plan-import.js';
import type { Person } from './person.js';

/**
 * One whole directory at one moment. An import never edits people in place: it writes the next generation beside the live
 * one and then makes that the live one.
 */
export interface DirectoryGeneration {
  /** Unique and never used again, so that two imports at once do not write into each other's rows. */
  readonly id: string;
  /** How many people it holds: a reader that counts fewer has read rows that were being swept, and reads again. */
  readonly people: number;
  readonly importedAt: Date;
}

/**
 * Where the directory is kept. Named here, provided by storage/.
 *
 * What holds. The people of one organisation lie in one partition, and Azure Tables writes at most 100 rows of one partition
 * at once, so a directory of thousands in several organisations cannot be written in one transaction. Therefore:
 *   1. `apply` writes every person of `plan.result` as rows of a new generation; the live one is untouched and still read.
 *   2. When all rows are there it flips the one pointer row to the new generation, on condition (ETag) that the pointer is
 *      the one that the plan was made from. This single write is the whole import: before it all is old, after it all is new.
 *   3. Generations older than the one before the live one are swept afterwards. The one before is kept until the next import,
 *      so that a reader that began on it before the flip can finish.
 * A crash in 1 leaves unreferenced rows, which a later sweep removes; a crash in 3 leaves old rows, likewise. A sweep must spare
 * a generation that another process is staging now: it removes unreferenced rows only when staging began over a day ago.
 */
export interface PeopleStore {
  /** The generation that the pointer names; undefined before the first import. One storage call. */
  live(): Promise<DirectoryGeneration | undefined>;
  /** The people of a generation, page by page; of the live one when none is named. */
  list(generation?: DirectoryGeneration): AsyncIterable<Person>;
  /**
   * Makes `plan.result` the live directory, all or nothing, and gives its generation.
   * Throws `import_refused` for a plan with refusals and `storage_conflict` when another import came in between: then the
   * plan must be made anew. A failed sweep afterwards is no failure of the import.
   */
  apply(plan: ImportPlan, basis: ImportBasis): Promise<DirectoryGeneration>;
}

/** What a plan was made from: undefined when there was no directory yet. */
export interface ImportBasis {
  readonly generation: DirectoryGeneration | undefined;
  readonly now: Date;
}
