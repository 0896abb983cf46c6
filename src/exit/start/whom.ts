import type { z } from 'zod';
import type { Turn } from '../../actions/index.js';
import type { Person } from '../../people/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import { isHr } from './access.js';
import type { Desk } from './desk.js';
import { findPeople, MOST_FOUND } from './find-people.js';
import type { nextSchema } from './forms.js';
import { type ExitStartParts, personOf } from './parts.js';
import { MOST_LISTED } from './person-view.js';
import { startTexts } from './texts.js';

/** Whom the form means: somebody, or what it shows again. */
export type Meant =
  | { readonly employee: Person }
  | { readonly error: string; readonly field: 'employee' | 'name'; readonly people?: readonly Person[] };

/** Whom the first card is about: chosen in a list, or found by a typed name. */
export function createWhom({ directory, guard }: Pick<ExitStartParts, 'directory' | 'guard'>, desk: Desk) {
  /** Whom the asker may start for, and whether there are so many that a name is typed. */
  function room(turn: Turn) {
    const person = personOf(turn);
    const people = isHr(person)
      ? directory.inOrganisation(person.organisation).filter(({ id }) => id !== person.id)
      : directory.reportsOf(person.id).filter(({ organisation }) => organisation === person.organisation);
    return { people, searches: isHr(person) || people.length > MOST_LISTED };
  }

  function meant(turn: Turn, { employee, name }: Pick<z.infer<typeof nextSchema>, 'employee' | 'name'>): Meant {
    const texts = startTexts[turn.locale];
    const { people, searches } = room(turn);
    const chosen = employee === '' ? undefined : desk.employee(turn, employee);
    if (!searches) {
      if (chosen) return { employee: chosen };
      return { field: 'employee', error: employee === '' ? texts.choosePerson : texts.notReport };
    }
    const blocked = verdictText(judge({ ...guard(name), warnings: [], contacts: [] }), turn.locale);
    if (blocked !== undefined) return { field: 'name', error: blocked };
    const found = findPeople(name, people);
    const only = found.length === 1 ? found[0] : found.find(({ id }) => id === chosen?.id);
    if (only) return { employee: only };
    if (name.trim() === '') return { field: 'name', error: texts.typePerson };
    if (found.length === 0) {
      const isOwn = findPeople(name, [personOf(turn)]).length > 0;
      return { field: 'name', error: isOwn ? texts.yourself : texts.foundNobody };
    }
    if (found.length > MOST_FOUND) return { field: 'name', error: texts.foundTooMany(found.length) };
    return { field: 'name', error: texts.foundSeveral(found.length), people: found };
  }

  return { room, meant };
}
