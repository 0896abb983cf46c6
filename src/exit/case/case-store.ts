import type { ExitCase } from './exit-case.js';

export interface StoredCase {
  readonly exitCase: ExitCase;
  readonly version: string;
}

/** Where exit cases are kept; provided by storage/. Writes throw `storage_conflict` when somebody else wrote first. */
export interface CaseStore {
  /** An id that sorts newest first; the same for the same moment and name, so that a form that is sent twice makes one case. */
  idFor(createdAt: Date, name: string): string;
  /** Gives false when the id is taken: then it was created before. */
  create(exitCase: ExitCase): Promise<boolean>;
  find(organisation: string, id: string): Promise<StoredCase | undefined>;
  update(exitCase: ExitCase, version: string): Promise<StoredCase>;
  /** One that is gone already counts as removed. */
  remove(exitCase: Pick<ExitCase, 'organisation' | 'id'>, version: string): Promise<void>;
  /** Of an organisation, newest first; only those in which the person is employee or manager, when one is named. */
  list(organisation: string, person?: string): AsyncIterable<ExitCase>;
  /** Those that have a case, whatever has become of it. */
  organisations(): Promise<readonly string[]>;
}
