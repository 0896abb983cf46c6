import { createHash } from 'node:crypto';
import type { Turn } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { mayLead, mayStartFor } from './access.js';
import { type ExitStartParts, personOf } from './parts.js';
import { startTexts } from './texts.js';

/** Finds cases and people by what a button says: only within the asker's own board, and only what the asker may lead now. */
export function createDesk({ cases, directory }: Pick<ExitStartParts, 'cases' | 'directory'>) {
  return {
    /** Somebody whom the asker may start a case for. */
    employee(turn: Turn, id: string): Person | undefined {
      const employee = directory.find(id);
      return employee && mayStartFor(directory, personOf(turn), employee) ? employee : undefined;
    },
    /** A draft of the asker's own; nobody else ever sees it. */
    async ownDraft(turn: Turn, id: string): Promise<ExitCase | undefined> {
      const person = personOf(turn);
      const found = id === '' ? undefined : await cases.find(person.organisation, id);
      return found?.status === 'draft' && found.startedBy === person.id ? found : undefined;
    },
    /** A case that was sent, whatever has become of it. */
    async led(turn: Turn, id: string): Promise<ExitCase | undefined> {
      const person = personOf(turn);
      const found = await cases.find(person.organisation, id);
      return found && found.status !== 'draft' && mayLead(directory, person, found) ? found : undefined;
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** The name of a case's person as the directory has it now, and where they work. */
export function namesOf(
  directory: Pick<PeopleDirectory, 'find'>,
  id: string,
  locale: Locale,
): { readonly name: string; readonly title: string; readonly place: string } {
  const person = directory.find(id);
  return {
    name: person?.name ?? startTexts[locale].nobody,
    title: person?.function ?? '',
    place: person ? person.unit || person.department : '',
  };
}

/** "Sara Ekman, Barnskötare, Förskolorna Solberga" */
export function whoIn(directory: Pick<PeopleDirectory, 'find'>, id: string, locale: Locale): string {
  const { name, title, place } = namesOf(directory, id, locale);
  return [name, title, place].filter((part) => part !== '').join(', ');
}

/** The same for the same person, kind, traits and days: what was confirmed is what is sent, and what was opened is what is changed. */
export function versionOf({ employee, kind, traits, notice, lastWorkingDay, lastDay }: ExitCase): string {
  return createHash('sha256')
    .update(JSON.stringify([employee, kind, [...traits].sort(), notice, lastWorkingDay, lastDay]))
    .digest('hex')
    .slice(0, 16);
}
