import { type Person, planImport } from '../../../src/people/index.js';
import { conversationsTable, openPeople, type Storage } from '../../../src/storage/index.js';
import type { Connector } from '../../support/connector/index.js';

export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
const BATCH = 100;

/** Fills storage with `count` invented people who all have a chat, and the connector with those chats. Gives person by chat. */
export async function seed(
  storage: Storage,
  connector: Connector,
  count: number,
): Promise<ReadonlyMap<string, string>> {
  await storage.prepare();
  const people = Array.from({ length: count }, (_, n) => invent(n));
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date() });
  const conversations = storage.table(conversationsTable);
  for (let from = 0; from < people.length; from += BATCH) {
    const batch = people.slice(from, from + BATCH);
    await conversations.transact(batch.map((person) => ({ insert: chatRow(person, connector.serviceUrl) })));
  }
  for (const { id, name } of people)
    connector.addChat({ id: chatOf(id), members: [{ id: `29:${id}`, aadObjectId: id, name, tenantId: 't' }] });
  return new Map(people.map(({ id }) => [chatOf(id), id]));
}

function invent(n: number): Person {
  return {
    id: `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `Person ${n}`,
    email: `person${n}@ubara.example`,
    organisation: ORGANISATION,
    department: `Avdelning ${n % 7}`,
    unit: `Enhet ${n % 90}`,
    function: 'Undersköterska',
    occupationalGroup: 'Undersköterska',
    employedFrom: '2021-08-16',
    language: n % 10 === 0 ? 'en' : 'sv',
    roles: ['medarbetare'],
  };
}

function chatOf(person: string): string {
  return `a:${person}`;
}

function chatRow({ id, organisation }: Person, serviceUrl: string) {
  const reference = {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:bot' },
    user: { id: `29:${id}`, aadObjectId: id },
    conversation: { id: chatOf(id), conversationType: 'personal', tenantId: 't' },
  };
  return {
    organisation,
    key: `person:${id}`,
    personId: id,
    reference: JSON.stringify(reference),
    context: {},
    contextAt: new Date(),
  };
}
