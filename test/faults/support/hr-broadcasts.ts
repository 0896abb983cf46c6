import type { Broadcast, Delivery } from '../../../src/broadcast/index.js';
import { openBroadcasts } from '../../../src/storage/index.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import type { House } from './hr-house.js';
import { FORM, NOW, rest, type Scenario } from './hr-scenario.js';

const { organisation, id: createdBy } = INGRID;
const words = { title: 'Nya scheman', text: 'De gäller från måndag.' };
const DONE = { status: 'done' } as const;
const PRESS = { press: NOW.toISOString() };
const CREATED = new Date(NOW.getTime() - 3_600_000);

/** A message to two, under way or done, with the card that shows HR how it goes. */
async function sent(house: House, about: Partial<Broadcast> = {}, state: Delivery['state'] = 'delivered') {
  const { engine, liveCards } = house.sending;
  const store = openBroadcasts(house.storage);
  const content = { sv: words, from: { function: 'HR-konsult', organisation }, confirm: true };
  const { broadcast } = await engine.broadcasts.create({
    ...{ organisation, createdBy, content, name: FORM, createdAt: CREATED, kind: 'announcement', title: words.title },
    audience: { persons: [KARIN.id, SARA.id] },
  });
  const { version } = (await store.find(organisation, broadcast.id))!;
  await store.update({ ...broadcast, status: 'sending', startedAt: CREATED, ...about }, version);
  const row = {
    organisation,
    broadcast: broadcast.id,
    locale: 'sv',
    attempt: 1,
    tries: 1,
    ambiguous: 0,
    edition: 0,
  } as const;
  const rows = [KARIN, SARA].map(({ id: person }): Delivery => ({
    ...row,
    person,
    state,
    deliveredAt: CREATED,
    history: [],
    createdAt: CREATED,
  }));
  await engine.ledger.insert(organisation, broadcast.id, rows);
  await liveCards.show({ organisation, kind: 'broadcast.progress', id: broadcast.id }, [createdBy], {
    ...{ title: 'Så går det', name: 'progress', at: CREATED },
  });
  await rest(house);
  return { broadcast: broadcast.id };
}

const pressed = (
  verb: string,
  about: Partial<Broadcast> = {},
  more: object = {},
  state?: Delivery['state'],
): Scenario => ({
  before: (house) => sent(house, about, state),
  act: (house, { broadcast }) => house.press(INGRID, verb, { broadcast, ...more }),
  hasCards: true,
  tells: 'announcement',
});

/** What HR presses about messages to many. */
export const BROADCASTS: Readonly<Record<string, Scenario>> = {
  'a message that is sent': {
    async before(house) {
      const about = { form: FORM, openedAt: CREATED.toISOString(), roles: 'alla', ...words, confirm: 'true' };
      const reply = await house.press(INGRID, 'broadcast.rehearse', { ...about, deadline: '2026-05-20' });
      return { version: (reply.replace!.data as { version: string }).version };
    },
    act: (house, { version }) => house.press(INGRID, 'broadcast.send', { form: FORM, version }),
    tells: 'announcement',
  },
  'a message that is paused': pressed('broadcast.pause'),
  'a message that goes on': pressed('broadcast.resume', { status: 'paused' }),
  'a message that is cancelled': pressed('broadcast.cancel-yes'),
  'a message that is recalled': pressed('broadcast.recall-yes', DONE),
  'a message that is corrected': pressed('broadcast.correct-save', DONE, {
    ...words,
    edition: 0,
    text: 'De gäller från tisdag.',
  }),
  'a message that is sent again to whom it did not reach': pressed('broadcast.resend', DONE, PRESS, 'failed'),
  'a message of which nobody knows whether it came, sent again,': pressed(
    'broadcast.resend-uncertain',
    DONE,
    PRESS,
    'uncertain',
  ),
  'a message of which nobody knows whether it came, taken as delivered,': pressed(
    'broadcast.accept-uncertain',
    DONE,
    PRESS,
    'uncertain',
  ),
  'a reminder of a message': pressed('broadcast.remind', DONE),
};
