import { expect } from 'vitest';
import type { AdaptiveCardJson } from '../../../../src/cards/index.js';
import {
  comparePlan,
  type DraftActivity,
  type PlanIndicator,
  type Round,
  type RoundItem,
} from '../../../../src/plan/index.js';
import { createJobs } from '../../../../src/jobs/index.js';
import { createRounds } from '../../../../src/plan/index.js';
import { createDirectory, type Person } from '../../../../src/people/index.js';
import { openJobs, openLiveCards, openPlans, openRounds, type Storage } from '../../../../src/storage/index.js';
import { INGRID, KARIN, ORGANISATION, PEOPLE } from '../../../bot/support/people.js';
import { pressButton, replaced } from '../../../bot/support/press.js';
import type { User } from '../../../support/connector/index.js';
import { AMIR, type Office, PETER } from '../../../questions/support/office.js';
import { someRound } from '../../round/some-items.js';

/** Another manager of Karin's unit, and one of another. */
export const YASMIN: Person = {
  ...KARIN,
  id: 'a0000000-0000-4000-8000-000000000011',
  name: 'Yasmin Karimzadeh',
  email: 'yasmin@ubara.example',
  function: 'Biträdande enhetschef',
};
export const ELIN: Person = {
  ...KARIN,
  id: 'a0000000-0000-4000-8000-000000000012',
  name: 'Elin Vätterborg',
  email: 'elin@ubara.example',
  unit: 'Förskolorna Fruängen',
};
export const EVERYBODY = [...PEOPLE, AMIR, PETER, YASMIN, ELIN];

const draft = (n: number): DraftActivity => ({
  phase: 'utveckla',
  area: '',
  goal: 'Fler utbildar sig',
  activity: `Erbjud studier, del ${n}`,
  due: { kind: 'period', to: '2030-06-30', as: 'våren 2030' },
  responsible: ['Enhetschef', 'Biträdande enhetschef'],
  resources: '',
  followUp: { at: ['T1'], comment: '' },
  place: { table: 'a', row: n, part: 1 },
});

export interface Wanted {
  readonly activities?: number;
  readonly indicators?: readonly PlanIndicator[];
  readonly round?: Partial<Round>;
}

/** Imports a plan and starts a round of it, which the bot's own scheduler then prepares and sends. */
export async function startRound(
  { storage }: Pick<Office, 'storage'>,
  { activities = 2, indicators = [], round: about = {} }: Wanted = {},
): Promise<Round> {
  const now = new Date();
  const head = {
    organisation: ORGANISATION,
    id: '2026-forskola',
    title: 'Plan',
    department: 'Förskola',
    year: 2026,
    file: 'a',
  };
  const drafts = Array.from({ length: activities }, (_, n) => draft(n + 1));
  const { result } = comparePlan({ head, drafts, before: undefined, now });
  await openPlans(storage).put({ ...result, plan: { ...result.plan, indicators: [...indicators] } }, undefined);
  const store = openRounds(storage);
  const round = someRound({
    organisation: ORGANISATION,
    id: store.idFor(now, 'form-1'),
    title: 'Uppföljning T1',
    createdAt: now,
    createdBy: INGRID.id,
    message: 'Svara gärna i dag.',
    deadline: new Date(now.getTime() + 20 * 24 * 3600 * 1000),
    ...about,
  });
  await serviceOf(storage).start(round);
  return round;
}

/** The rounds as HR's side of the bot has them, with nothing that sends. */
export function serviceOf(storage: Storage) {
  return createRounds({
    store: openRounds(storage),
    plans: openPlans(storage),
    directory: createDirectory(EVERYBODY),
    broadcasts: undefined as never,
    sendings: openLiveCards(storage),
    jobs: createJobs({ store: openJobs(storage), clock: () => new Date() }),
    log: { warn: () => undefined },
  });
}

export async function itemsOf(storage: Storage, round: Round): Promise<RoundItem[]> {
  const items: RoundItem[] = [];
  for await (const item of openRounds(storage).items(ORGANISATION, round.id)) items.push(item);
  return items;
}

export async function answersOf(storage: Storage, round: Round) {
  const answers = [];
  for await (const answer of openRounds(storage).histories(ORGANISATION, round.id)) answers.push(answer);
  return answers;
}

/** The card that a press leads to. */
export async function press(user: User, card: unknown, title: string, typed: object = {}): Promise<AdaptiveCardJson> {
  return replaced(await pressButton(user, card, title, typed));
}

/** What the inputs of a card hold, by id. */
export function inputsOf(card: AdaptiveCardJson): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  JSON.stringify(card, (_key, node: unknown) => {
    const { type, id, value } = (node ?? {}) as Record<string, unknown>;
    if (typeof type === 'string' && type.startsWith('Input.')) found[String(id)] = value;
    return node;
  });
  return found;
}

export function expectBytes(card: AdaptiveCardJson): void {
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
}
