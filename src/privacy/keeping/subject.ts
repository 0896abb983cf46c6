import type { Subject } from './erase.js';

/** What the directory says of somebody, as far as it is needed to find them. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/** Whom to look for. Where somebody else of the organisation has the same name it is left out: it would be found in their texts. */
export function subjectOf(
  { id, email, name, organisation }: Known,
  colleagues: Iterable<Known>,
): { readonly subject: Subject; readonly hasNamesake: boolean } {
  const same = (text: string) => text.normalize('NFC').toLowerCase();
  let hasNamesake = false;
  for (const other of colleagues) hasNamesake ||= other.id !== id && same(other.name) === same(name);
  return { subject: { id, email, organisation, ...(hasNamesake ? {} : { name }) }, hasNamesake };
}
