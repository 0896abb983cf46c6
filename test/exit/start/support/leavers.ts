import type { AdaptiveCardJson } from '../../../../src/cards/index.js';
import { type ExitCase, subjectOfCase } from '../../../../src/exit/index.js';
import type { Person } from '../../../../src/people/index.js';
import { openBroadcasts, openExitCases, openLedgerStore, openLiveCards } from '../../../../src/storage/index.js';
import type { Storage } from '../../../../src/storage/index.js';
import { DANIEL, INGRID, KARIN, ORGANISATION, SARA } from '../../../bot/support/people.js';
import { pressButton, replaced, say } from '../../../bot/support/press.js';
import { invokeBody } from '../../../bot/support/seen.js';
import { AMIR, PETER } from '../../../questions/support/office.js';
import type { BotAnswer, User } from '../../../support/connector/index.js';

/** A Wednesday at nine in Stockholm. */
export const NOW = '2026-09-02T07:00:00Z';

const id = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Karin's manager, another manager beside her, and one of another board with a report of her own. */
export const TOMAS: Person = {
  ...KARIN,
  id: id(21),
  name: 'Tomas Rönnevik',
  email: 'tomas@ubara.example',
  function: 'Avdelningschef',
  unit: 'Avdelningsledning förskola',
};
export const CHEF: Person = { ...KARIN, managerId: TOMAS.id };
export const YASMIN: Person = {
  ...KARIN,
  id: id(22),
  name: 'Yasmin Karimzadeh',
  email: 'yasmin@ubara.example',
  managerId: TOMAS.id,
};
export const LEAVER: Person = { ...SARA, managerId: KARIN.id };
export const ENGLISH: Person = { ...DANIEL, managerId: YASMIN.id };
export const AISHA: Person = {
  ...KARIN,
  id: id(23),
  name: 'Aisha Rahmanzai',
  email: 'aisha@ubara.example',
  organisation: PETER.organisation,
};
export const CECILIA: Person = {
  ...SARA,
  id: id(24),
  name: 'Cecilia Norrbygd',
  email: 'cecilia@ubara.example',
  organisation: PETER.organisation,
  managerId: AISHA.id,
};
/** Another of the same first name. */
export const SARA_TOO: Person = {
  ...SARA,
  id: id(25),
  name: 'Sara Åkerlund',
  email: 'sara.akerlund@ubara.example',
  managerId: YASMIN.id,
};
export const EVERYBODY: readonly Person[] = [
  ...[TOMAS, CHEF, YASMIN, INGRID, AMIR, PETER, LEAVER, SARA_TOO, ENGLISH, AISHA, CECILIA],
];

export const DAYS = { notice: '2026-09-01', lastWorkingDay: '2026-11-27', lastDay: '2026-11-30' };

/** The card that a press leads to. */
export async function press(user: User, card: unknown, title: string, typed: object = {}): Promise<AdaptiveCardJson> {
  return replaced(await pressButton(user, card, title, typed));
}

/** The line beside the card that a press came to nothing by. */
export function toastOf({ body }: BotAnswer): unknown {
  return invokeBody(body).value;
}

/** From "nytt avslut" to the days of a person. */
export async function toDays(user: User, typed: object = { employee: LEAVER.id }): Promise<AdaptiveCardJson> {
  return press(user, await say(user, 'nytt avslut'), 'Nästa', { kind: 'egen uppsägning', ...typed });
}

export async function toConfirmation(user: User, typed: object = {}): Promise<AdaptiveCardJson> {
  return press(user, await toDays(user), 'Granska', { ...DAYS, traits: 'konto', ...typed });
}

export const SEND = 'Medarbetaren vet om det, skicka';

/** A case of Sara's, sent: the card of whoever leads it. */
export async function sendCase(user: User, typed: object = {}): Promise<AdaptiveCardJson> {
  return press(user, await toConfirmation(user, typed), SEND);
}

export async function casesOf(storage: Storage, organisation = ORGANISATION): Promise<ExitCase[]> {
  const found: ExitCase[] = [];
  for await (const one of openExitCases(storage).list(organisation)) found.push(one);
  return found;
}

/** The broadcasts that carry the cards of a case, of one kind. */
export async function cardsOf(storage: Storage, exitCase: ExitCase, kind?: string) {
  const found = [];
  for await (const card of openLiveCards(storage).list(subjectOfCase(exitCase, kind)))
    found.push((await openBroadcasts(storage).find(exitCase.organisation, card))!.broadcast);
  return found;
}

/** Whom the ledger has a row for. */
export async function recipients(storage: Storage, organisation: string, broadcast: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { row } of openLedgerStore(storage).list(organisation, broadcast)) found.push(row.person);
  return found.sort();
}
