import type { Reach, Reaches } from '../broadcast/index.js';
import { conversationsTable } from './conversations.js';
import type { Storage } from './table.js';

/** A personal chat is kept under its person (actions/conversation), so that an unasked message finds it. */
const PERSONAL = 'person:';
const SHARED = 'conversation:';

export function openReaches(storage: Storage): Reaches {
  const table = storage.table(conversationsTable);
  return {
    async find(organisation, person) {
      const found = await table.find([organisation], [person.startsWith(SHARED) ? person : PERSONAL + person]);
      return found && { person, reference: found.row.reference, locale: found.row.locale };
    },
    async *list(organisation): AsyncGenerator<Reach> {
      for await (const { row } of table.list({ partition: [organisation] }))
        if (row.key.startsWith(PERSONAL))
          yield { person: row.key.slice(PERSONAL.length), reference: row.reference, locale: row.locale };
    },
  };
}
