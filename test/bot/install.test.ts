import { describe, expect, it } from 'vitest';
import { conversationsTable } from '../../src/storage/index.js';
import { installationUpdate, membersAdded } from '../support/connector/incoming.js';
import type { JsonObject, User } from '../support/connector/index.js';
import { envelopeOf } from './support/envelope.js';
import { DANIEL, INGRID, KARIN, OTHER_TENANT, SARA, STRANGER, TENANT } from './support/people.js';
import { buttonsOf, cardOf, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();

/** An event of the user's personal chat, before it is sent. */
function event(user: User, make: typeof membersAdded): JsonObject {
  return make(envelopeOf(stage.connector, user));
}
const installed = (user: User) => event(user, (envelope) => installationUpdate(envelope, 'add'));

describe('installing the app', () => {
  it.each([
    [KARIN, 'Hej Karin', 'Som chef kan du fråga om din avdelnings siffror'],
    [INGRID, 'Hej Ingrid', 'Du som arbetar med HR kan fråga om siffror för alla avdelningar'],
    [SARA, 'Hej Sara', 'Som medarbetare kan du fråga hur det går till'],
    [DANIEL, 'Hello Daniel', 'As an employee you can ask what happens'],
    [STRANGER, 'Hej', 'Jag hittar dig inte i personalkatalogen än.'],
  ])('welcomes %o by role and language', async (person, hello, role) => {
    const [install, join] = await stage.user(person).install();
    expect([install.status, join.status]).toEqual([200, 200]);
    expect(install.replies).toHaveLength(1);
    expect(join.replies).toHaveLength(0);
    expect(seen(install.replies[0]).split('\n')[0]?.trim()).toBe(hello);
    expect(seen(install.replies[0])).toContain(role);
    expect(buttonsOf(cardOf(install.replies[0]))).toHaveLength(3);
  });

  it('keeps where to reach the person, under the organisation, without names', async () => {
    const karin = stage.user(KARIN);
    await karin.install();
    const rows = await stage.conversations();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      organisation: KARIN.organisation,
      key: `person:${KARIN.id}`,
      personId: KARIN.id,
      context: {},
    });
    expect(JSON.parse(rows[0]!.reference)).toEqual({
      channelId: 'msteams',
      serviceUrl: stage.connector.serviceUrl,
      bot: { id: '28:ubara-assistenten' },
      user: { id: `29:${KARIN.id}`, aadObjectId: KARIN.id },
      conversation: { id: karin.conversationId, conversationType: 'personal', tenantId: TENANT },
    });
  });

  it('delivered twice leaves one row, with language and conversation as they were', async () => {
    const karin = stage.user(KARIN);
    const activity = installed(karin);
    await karin.raw(activity);
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    await karin.say('english');
    const { status } = await karin.raw(activity);
    expect(status).toBe(200);
    expect(await stage.conversations()).toMatchObject([
      { locale: 'en', context: { ask: { population: 'ha-forskola' } } },
    ]);
  });

  it('costs no write the second time', async () => {
    const karin = stage.user(KARIN);
    await karin.install();
    const before = stage.storage.calls();
    await karin.raw(installed(karin));
    expect(stage.storage.calls() - before).toBe(1);
  });

  it('in another tenant is passed over in silence', async () => {
    const [install, join] = await stage.user(KARIN, { tenantId: OTHER_TENANT }).install();
    expect([...install.replies, ...join.replies]).toEqual([]);
    expect(await stage.conversations()).toEqual([]);
  });
});

describe('a new version of the app', () => {
  it('forgets nothing and greets nobody', async () => {
    const karin = stage.user(KARIN);
    await karin.install();
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    for (const action of ['add-upgrade', 'remove-upgrade']) {
      const { status, replies } = await karin.raw({ ...installed(karin), action });
      expect([status, replies]).toEqual([200, []]);
    }
    expect(await stage.conversations()).toMatchObject([{ context: { ask: { population: 'ha-forskola' } } }]);
  });

  it('makes a person reachable who was not yet', async () => {
    const karin = stage.user(KARIN);
    await karin.raw({ ...installed(karin), action: 'add-upgrade' });
    expect(await stage.conversations()).toMatchObject([{ key: `person:${KARIN.id}` }]);
  });
});

describe('joining', () => {
  it('keeps where to reach the person and says nothing', async () => {
    const karin = stage.user(KARIN);
    const { status, replies } = await karin.raw(event(karin, membersAdded));
    expect([status, replies]).toEqual([200, []]);
    expect(await stage.conversations()).toMatchObject([{ key: `person:${KARIN.id}` }]);
  });

  it('is not what happens when the bot is taken out', async () => {
    const karin = stage.user(KARIN);
    const { membersAdded: bothOfUs, ...left } = event(karin, membersAdded);
    await karin.raw({ ...left, membersRemoved: bothOfUs });
    expect(await stage.conversations()).toEqual([]);
  });
});

describe('uninstalling the app', () => {
  it('removes what was kept of the conversation', async () => {
    const karin = stage.user(KARIN);
    await karin.install();
    const { status } = await karin.uninstall();
    expect(status).toBe(200);
    expect(await stage.conversations()).toEqual([]);
  });

  it('removes also what was kept before the directory knew the person', async () => {
    const karin = stage.user(KARIN);
    await karin.install();
    const [kept] = await stage.conversations();
    await stage.storage.table(conversationsTable).insert({ ...kept!, organisation: 'okänd' });
    await karin.uninstall();
    expect(await stage.conversations()).toEqual([]);
  });

  it('of an app that was never kept is no fault', async () => {
    const { status } = await stage.user(SARA).uninstall();
    expect(status).toBe(200);
    expect(stage.log.lines('turn failed')).toEqual([]);
  });
});
