import { AppError } from '../../errors.js';
import { tryAgain } from '../../try-again.js';
import type { CaseStore } from './case-store.js';
import type { ExitCase } from './exit-case.js';

/** What may change a case; each call reads, decides and writes anew until nobody else wrote in between. */
export interface Cases {
  /** Gives the case, and whether it is new. The same moment and name make the same case. */
  create(
    wanted: Omit<ExitCase, 'id'> & { readonly name: string },
  ): Promise<{ readonly exitCase: ExitCase; readonly isNew: boolean }>;
  find(organisation: string, id: string): Promise<ExitCase | undefined>;
  /** Newest first; with a person, those in which the person is employee or manager. */
  list(organisation: string, person?: string): AsyncIterable<ExitCase>;
  /** Those that have a case, whatever has become of it. */
  organisations(): Promise<readonly string[]>;
  /**
   * `decide` is pure and may be called more than once; undefined changes nothing. Throws `not_found` for no case. Gives the case
   * as it is now. Whoever shows it is told after a change.
   */
  change(organisation: string, id: string, decide: (exitCase: ExitCase) => ExitCase | undefined): Promise<ExitCase>;
  /** Removes a draft for good: nobody but its writer ever saw it. Any other case stays, and is given. */
  discard(organisation: string, id: string): Promise<ExitCase | undefined>;
}

export interface CasesParts {
  readonly store: CaseStore;
  /** Told of each case that has changed, once it is stored; may be told twice. */
  readonly onChanged: (exitCase: ExitCase) => Promise<void>;
}

export function createCases({ store, onChanged }: CasesParts): Cases {
  return {
    async create({ name, ...wanted }) {
      const exitCase: ExitCase = { ...wanted, id: store.idFor(wanted.createdAt, name) };
      const isNew = await store.create(exitCase);
      if (isNew) return { exitCase, isNew };
      const kept = await store.find(exitCase.organisation, exitCase.id);
      if (!kept) throw new AppError('not_found', `The case ${exitCase.id} is there and is not.`);
      return { exitCase: kept.exitCase, isNew };
    },
    find: async (organisation, id) => (await store.find(organisation, id))?.exitCase,
    list: (organisation, person) => store.list(organisation, person),
    organisations: () => store.organisations(),
    async change(organisation, id, decide) {
      const exitCase = await tryAgain(async () => {
        const stored = await store.find(organisation, id);
        if (!stored) throw new AppError('not_found', `There is no exit case ${id} in ${organisation}.`);
        const next = decide(stored.exitCase);
        return next === undefined ? stored.exitCase : (await store.update(next, stored.version)).exitCase;
      });
      // Also when it was so already: whoever changed it may have died before this line.
      await onChanged(exitCase);
      return exitCase;
    },
    discard: (organisation, id) =>
      tryAgain(async () => {
        const stored = await store.find(organisation, id);
        if (stored?.exitCase.status !== 'draft') return stored?.exitCase;
        await store.remove(stored.exitCase, stored.version);
        return undefined;
      }),
  };
}
