import { tokenise } from '../../ask/index.js';
import type { Person } from '../../people/index.js';

/** The parts of the names of an organisation's people, folded: "sara", "ekman". */
export type NameParts = ReadonlySet<string>;

export function namePartsOf(people: readonly Pick<Person, 'name'>[]): NameParts {
  return new Set(people.flatMap(({ name }) => partsOf(name)));
}

/** The part of a name that a word is, also in the genitive ("saras" -> "sara", "elias" -> "elias"); undefined for any other word. */
export function namePartIn(folded: string, parts: NameParts): string | undefined {
  if (parts.has(folded)) return folded;
  const without = folded.replace(/'?s$/, '');
  return without !== folded && parts.has(without) ? without : undefined;
}

/** Whether all the parts are of this one name. */
export function isCalled(name: string, parts: readonly string[]): boolean {
  const own = partsOf(name);
  return parts.every((part) => own.includes(part));
}

function partsOf(name: string): string[] {
  return tokenise(name)
    .map(({ folded }) => folded)
    .filter((part) => part.length > 1);
}
