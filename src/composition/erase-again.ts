import { AppError } from '../errors.js';
import type { Person } from '../people/index.js';
import { type Subject, subjectOf } from '../privacy/index.js';
import type { Keeping } from './keeping.js';

/** What became of those whom a restored back-up named though they were erased. */
export interface ErasedAgain {
  readonly erased: number;
  /** Why others are not: ids of held cases, or what refused it. Their erasures are noted and tried again each night. */
  readonly waiting: readonly string[];
}

/**
 * Erases again whoever is named by what is kept and whose id has one of these hashes. All of them are noted before the first begins, so
 * that the nightly run goes on with them if this is cut off. `by` stands in the audit.
 */
export async function eraseAgain(
  { erase, people, noted }: Pick<Keeping, 'erase' | 'people' | 'noted'>,
  { hashes, now, by }: { readonly hashes: ReadonlySet<string>; readonly now: Date; readonly by: string },
): Promise<ErasedAgain> {
  if (hashes.size === 0) return { erased: 0, waiting: [] };
  const everybody: Person[] = [];
  for await (const person of people.list()) everybody.push(person);
  const subjects: Subject[] = [];
  for (const [id, organisation] of await erase.restored(hashes)) {
    const person = everybody.find((one) => one.id === id);
    const colleagues = everybody.filter((one) => one.organisation === person?.organisation);
    subjects.push(person ? subjectOf(person, colleagues).subject : { id, organisation });
  }
  for (const subject of subjects) await erase.announce(subject, now);
  let erased = 0;
  const waiting: string[] = [];
  for (const subject of subjects)
    try {
      const outcome = await erase.run(subject, now);
      if (outcome.kind === 'held') waiting.push(outcome.cases.join(', '));
      else {
        erased += 1;
        const about = { organisation: subject.organisation, subject: { erasure: outcome.erasure } };
        await noted({ at: now, personId: by, action: 'privacy.erase', ...about });
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'import_refused') throw error;
      waiting.push(error.message);
    }
  return { erased, waiting };
}
