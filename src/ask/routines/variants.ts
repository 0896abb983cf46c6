import type { Routine } from '../knowledge.js';
import type { Home } from '../statistics/choose-places.js';

/** The routine that answers, and those by which other departments of its organisation do the same thing otherwise. */
export interface Variant {
  readonly routine: Routine;
  readonly others: readonly Routine[];
}

/** What decides between places: those that the question names, or else where the asker works. */
export interface Where {
  readonly named: readonly string[];
  readonly home: Home;
  /** The conversation is about one place of this subject already, and the question names no other. */
  readonly goesOn: boolean;
}

/** Picks among the routines of one subject. Built once. */
export type ChooseVariant = (found: Routine, where: Where) => Variant;

export function createChooseVariant(routines: readonly Routine[]): ChooseVariant {
  const bySubject = new Map<string, Routine[]>();
  for (const routine of routines)
    if (routine.subject !== undefined)
      bySubject.set(routine.subject, [...(bySubject.get(routine.subject) ?? []), routine]);

  return (found, { named, home, goesOn }) => {
    const variants = bySubject.get(found.subject ?? '') ?? [found];
    const own = goesOn || named.length > 0 ? [] : variants.filter((variant) => isOf(variant, home));
    const routine = namedOf(found, variants, named) ?? ownOf(own, home) ?? found;
    const organisation = own.length > 0 ? home.organisation : routine.organisation;
    const others = variants.filter(
      (variant) => variant !== routine && variant.organisation === organisation && variant.department !== undefined,
    );
    return { routine, others };
  };
}

/** The routine of a department that the question names; the one found, where it is one of several such. */
function namedOf(found: Routine, variants: readonly Routine[], named: readonly string[]): Routine | undefined {
  const isNamed = ({ department }: Routine) => department !== undefined && named.includes(department);
  return isNamed(found)
    ? found
    : variants.find((variant) => variant.organisation === found.organisation && isNamed(variant));
}

function isOf({ organisation }: Routine, home: Home): boolean {
  return organisation !== undefined && organisation === home.organisation;
}

/** The asker's department's own routine, else that of their whole organisation. */
function ownOf(own: readonly Routine[], { department }: Home): Routine | undefined {
  return (
    own.find((variant) => variant.department !== undefined && variant.department === department) ??
    own.find((variant) => variant.department === undefined)
  );
}
