import { expect } from 'vitest';
import type { AdaptiveCardJson } from '../../../../src/cards/index.js';
import { createBoxes, createOffer, createSeal, type ExitCase, type Limits } from '../../../../src/exit/index.js';
import { createJobs } from '../../../../src/jobs/index.js';
import type { Person } from '../../../../src/people/index.js';
import { LOCAL_SURVEY_KEY } from '../../../../src/config.js';
import { openBoxes, openExitCases, openJobs, type Storage } from '../../../../src/storage/index.js';
import { ORGANISATION, PEOPLE, SARA } from '../../../bot/support/people.js';
import { pressButton, replaced } from '../../../bot/support/press.js';
import type { User } from '../../../support/connector/index.js';
import type { Office } from '../../../questions/support/office.js';
import { someCase } from '../../case/some-case.js';

/** A Tuesday at half past nine in Stockholm, ten days before the last day at work of those who leave. */
export const NOW = '2026-11-10T08:30:00Z';
export const LAST = '2026-11-20';
export const TERTIAL = '2026-3';
export const LIMITS: Limits = { group: 5, breakdown: 10, cell: 3 };
export const TITLE = 'Enkät till dig som slutar';

export const leaver = (n: number, about: Partial<Person> = {}): Person => ({
  ...SARA,
  id: `a0000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
  name: `Slutar ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n - 1]!}sson`,
  email: `slutar${n}@ubara.example`,
  ...about,
});

export async function openCase(storage: Storage, person: Person, changes: Partial<ExitCase> = {}): Promise<ExitCase> {
  const exitCase = someCase({
    organisation: ORGANISATION,
    id: `case-${person.id.slice(-3)}`,
    employee: person.id,
    manager: PEOPLE[0]!.id,
    lastWorkingDay: LAST,
    lastDay: '2026-11-30',
    ...changes,
  });
  await openExitCases(storage).create(exitCase);
  return exitCase;
}

/** Asks for the survey as the opening of a case does; the bot's own scheduler carries it out. */
export async function offer(storage: Storage, exitCase: ExitCase, now = new Date(NOW)): Promise<void> {
  const jobs = createJobs({ store: openJobs(storage), clock: () => now });
  await createOffer({ jobs, clock: () => now } as never).offerSurvey(exitCase);
}

/** Somebody who leaves and has the survey's card. */
export async function invited(office: Office, person: Person, changes: Partial<ExitCase> = {}) {
  const user = await office.met(person);
  const exitCase = await openCase(office.storage, person, changes);
  await offer(office.storage, exitCase);
  return { user, exitCase, card: await office.card(user, person.language === 'en' ? 'Survey for you' : TITLE) };
}

export type Typed = Readonly<Record<string, string>>;

export async function press(user: User, card: unknown, title: string, typed: Typed = {}): Promise<AdaptiveCardJson> {
  return replaced(await pressButton(user, card, title, typed));
}

/** From the first card to the last page. */
export async function walk(user: User, cover: unknown, answers: Typed = {}): Promise<AdaptiveCardJson> {
  let card = await press(user, cover, 'Öppna enkäten');
  for (let page = 1; page < 6; page++) card = await press(user, card, 'Nästa sida', onCard(card, answers));
  return card;
}

export async function answer(user: User, cover: unknown, answers: Typed): Promise<AdaptiveCardJson> {
  const last = await walk(user, cover, answers);
  return press(user, last, 'Skicka svaret', onCard(last, answers));
}

/** What a client sends of a card: the inputs that stand on it, as the person left them. */
export function onCard(card: AdaptiveCardJson, answers: Typed = {}): Typed {
  const held: Record<string, string> = {};
  JSON.stringify(card, (_key, node: unknown) => {
    const { type, id, value = '' } = (node ?? {}) as Record<string, unknown>;
    if (typeof type === 'string' && type.startsWith('Input.')) held[String(id)] = String(value);
    return node;
  });
  return Object.fromEntries(Object.entries(held).map(([id, value]) => [id, answers[id] ?? value]));
}

/** What lies in the box, read with the key that no copy of storage has. */
export function answersIn(storage: Storage, tertial = TERTIAL) {
  const seal = createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]);
  return createBoxes({ store: openBoxes(storage), seal }).read(ORGANISATION, tertial);
}

export function expectBytes(card: AdaptiveCardJson): void {
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
}
