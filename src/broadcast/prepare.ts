import type { Locale } from '../calendar/index.js';
import type { Person } from '../people/index.js';
import type { Broadcast } from './broadcast.js';
import type { Delivery } from './delivery.js';
import type { Ledger } from './ledger.js';
import type { Reach, Reaches } from './reach.js';
import { type AudienceDirectory, resolveAudience } from './resolve.js';

export interface PrepareParts {
  readonly ledger: Ledger;
  readonly reaches: Reaches;
  readonly directory: AudienceDirectory;
}

/** Up to so many people are looked up one by one; for more, all chats of the organisation are read. */
const FEW = 40;
/** Rows that are made at a time: about as many as fill one transaction in each lane. */
const AT_ONCE = 3000;

/**
 * Makes one row a recipient: pending, notInstalled for those without a chat, unresolved for what names nobody. Safe to repeat
 * after a crash: rows that are there already stay as they are.
 */
export async function prepare(broadcast: Broadcast, { ledger, reaches, directory }: PrepareParts): Promise<void> {
  const { organisation, id, audience } = broadcast;
  const { people, unresolved, conversation } = resolveAudience(audience, organisation, directory);
  const there = new Set<string>();
  for await (const { row } of ledger.list(organisation, id)) there.add(row.person);
  const missing = people.filter((person) => !there.has(person.id));
  const reachOf = await reachesOf(organisation, missing, reaches);
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE);
    const made = some.map((person) => newDelivery(broadcast, person, reachOf.get(person.id)));
    await ledger.insert(organisation, id, made);
  }
  const rows = unresolved
    .filter((written) => !there.has(written))
    .map((written) => unresolvedDelivery(broadcast, written));
  if (conversation !== undefined && !there.has(conversation))
    rows.push(newDelivery(broadcast, { id: conversation }, await reaches.find(organisation, conversation)));
  await ledger.insert(organisation, id, rows);
}

/** Where the people can be reached now, by person. */
export async function reachesOf(
  organisation: string,
  people: readonly Person[],
  reaches: Reaches,
): Promise<ReadonlyMap<string, Reach>> {
  if (people.length <= FEW) {
    const found = await Promise.all(people.map(({ id }) => reaches.find(organisation, id)));
    return new Map(found.flatMap((reach) => (reach ? [[reach.person, reach]] : [])));
  }
  const wanted = new Set(people.map(({ id }) => id));
  const all = new Map<string, Reach>();
  for await (const reach of reaches.list(organisation)) if (wanted.has(reach.person)) all.set(reach.person, reach);
  return all;
}

function newDelivery(
  broadcast: Broadcast,
  person: { readonly id: string; readonly language?: Locale },
  reach: Reach | undefined,
): Delivery {
  return {
    ...blank(broadcast, person.id),
    state: reach ? 'pending' : 'notInstalled',
    locale: reach?.locale ?? person.language ?? 'sv',
    reference: reach?.reference,
  };
}

function unresolvedDelivery(broadcast: Broadcast, written: string): Delivery {
  return { ...blank(broadcast, written), state: 'unresolved', locale: 'sv' };
}

function blank({ organisation, id, createdAt }: Broadcast, person: string): Omit<Delivery, 'state' | 'locale'> {
  return {
    organisation,
    broadcast: id,
    person,
    attempt: 1,
    tries: 0,
    ambiguous: 0,
    edition: 0,
    history: [],
    createdAt,
  };
}
