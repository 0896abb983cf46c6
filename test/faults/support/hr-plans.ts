import type { Delivery } from '../../../src/broadcast/index.js';
import { openBroadcasts, openPlans, openRounds } from '../../../src/storage/index.js';
import { INGRID, KARIN } from '../../bot/support/people.js';
import { makeXlsx } from '../../documents/tables/make-tables.js';
import { someActivity, somePlan } from '../../plan/round/some-plan.js';
import type { House } from './hr-house.js';
import { FORM, NOW, rest, type Scenario } from './hr-scenario.js';
import { all } from './hr-seen.js';

const { organisation } = INGRID;
const PLAN = '2026-forskola';
const OPENED = new Date(NOW.getTime() - 3_600_000);
type About = Readonly<Record<string, string>>;

async function rehearsed(house: House): Promise<{ version: string }> {
  const plan = somePlan({ organisation, id: PLAN, activities: 2, lastNumber: 2 });
  const activities = [1, 2].map((n) => someActivity(n, { organisation, responsible: ['Enhetschef'] }));
  await openPlans(house.storage).put({ plan, activities }, undefined);
  const reply = await house.press(INGRID, 'plan.round.rehearse', {
    ...{ form: FORM, openedAt: OPENED.toISOString(), shown: '', plans: PLAN, period: 'T1', year: '2026' },
    ...{ title: 'T1 2026', deadline: '2026-05-19', reminds: 'true' },
  });
  return { version: (reply.replace!.data as { version: string }).version };
}

const send = (house: House, { version }: About) => house.press(INGRID, 'plan.round.send', { form: FORM, version });

/** A round that is sent, and whose cards everybody has. */
async function open(house: House, state: Delivery['state'] = 'delivered'): Promise<{ round: string }> {
  await send(house, await rehearsed(house));
  await house.takeOver(organisation);
  const [round] = await all(openRounds(house.storage).list(organisation));
  const { engine } = house.sending;
  const row = {
    organisation,
    broadcast: round!.broadcast!,
    person: KARIN.id,
    state,
    locale: 'sv',
  } as const;
  const delivery: Delivery = { ...row, attempt: 1, tries: 1, ambiguous: 0, edition: 0, history: [], createdAt: OPENED };
  await engine.ledger.insert(organisation, round!.broadcast!, [delivery]);
  const store = openBroadcasts(house.storage);
  const { broadcast, version } = (await store.find(organisation, round!.broadcast!))!;
  await store.update({ ...broadcast, status: 'done' }, version);
  await rest(house);
  return { round: round!.id };
}

async function answered(house: House): Promise<About> {
  const about = await open(house);
  const [item] = await all(openRounds(house.storage).items(organisation, about.round));
  await house.sending.rounds.respond({
    ...{ item: item!, seen: 0, by: KARIN.id, at: NOW },
    said: { status: 'pågår', comment: 'Halvvägs', reason: '', resources: '' },
  });
  // One unit of one department alone: the steps to it are passed over.
  const card = await house.press(INGRID, 'plan.round.reopen', { round: about.round });
  const { department, unit } = card.post![0]!.card!.data as Record<string, string>;
  await rest(house);
  return { ...about, department: department!, unit: unit!, choice: item!.key };
}

async function closed(house: House): Promise<About> {
  const about = await open(house);
  await house.sending.rounds.close(organisation, about.round, INGRID.id, NOW);
  await rest(house);
  return about;
}

/** A file that waits for HR's decision, with a row an activity. */
async function dropped(house: House, activities: readonly string[]): Promise<About> {
  const heading = ['Avdelning/Enhet: Avdelningen för förskola', '', 'Datum: 2026-01-08'];
  const columns = ['Vad ska vi uppnå?', 'Aktivitet', 'Måldatum', 'Ansvarig (Funktion)', 'Resurser', 'Uppföljning'];
  const rows = activities.map((one) => ['Fler kan mer', one, 'våren 2026', 'Enhetschef', '', 'Tertialer samt VB']);
  const file = await makeXlsx({ Plan: [heading, columns, ['Utveckla'], ...rows] });
  const card = (await house.drop(INGRID, 'plan.xlsx', file)).post![0]!.card!;
  const { file: token, basis } = card.data as Record<string, string>;
  return { file: token!, basis: basis! };
}

const importing = (house: House, about: About) => house.press(INGRID, 'plan.import.save', about);

const pressed = (verb: string, before: Scenario['before'], more: object = {}): Scenario => ({
  before,
  act: (house, { round }) => house.press(INGRID, verb, { round, ...more }),
  hasCards: true,
});

/** What HR presses about plans and their follow-up. */
export const PLANS: Readonly<Record<string, Scenario>> = {
  'a plan that is imported': {
    before: (house) => dropped(house, ['• Utbilda\n• Följ upp']),
    act: importing,
    // "Planen är redan inläst precis så här".
    alsoSays: 'plan-rehearsed',
  },
  'a plan that is imported anew': {
    async before(house) {
      await importing(house, await dropped(house, ['Utbilda', 'Följ upp']));
      return dropped(house, ['Utbilda', 'Granska']);
    },
    act: importing,
    alsoSays: 'plan-rehearsed',
  },
  'a round that is sent': { before: rehearsed, act: send, tells: 'plan.round' },
  'a round that is closed': pressed('plan.round.close-yes', open),
  'a round that is opened again': pressed('plan.round.open-again', closed),
  'a round whose last day is moved': pressed('plan.round.extend-save', open, { deadline: '2026-05-28' }),
  'a reminder of a round': pressed('plan.round.remind', open),
  'a round that is sent again to whom it did not reach': {
    before: (house) => open(house, 'failed'),
    act: (house, { round }) => house.press(INGRID, 'plan.round.resend', { round, press: NOW.toISOString() }),
  },
  'an item that is opened again': {
    before: answered,
    act: (house, { round, department, unit, choice }) =>
      house.press(INGRID, 'plan.round.reopen-item', { round, department, unit, choice, page: 1 }),
    hasCards: true,
  },
};
