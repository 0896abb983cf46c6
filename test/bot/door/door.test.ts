import { AppCredentials } from 'botframework-connector';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningBot } from '../../../src/composition/bot.js';
import { openStorage } from '../../../src/storage/index.js';
import { composeQuery, message } from '../../support/connector/incoming.js';
import { type Connector, type JsonObject, startConnector, type User } from '../../support/connector/index.js';
import {
  confuseToken,
  makeKey,
  signToken,
  startTokenIssuer,
  type TokenIssuer,
  unsignedToken,
} from '../../support/token-issuer.js';
import { envelopeOf } from '../support/envelope.js';
import { createLogLines } from '../support/log-lines.js';
import { KARIN, OTHER_TENANT, TENANT } from '../support/people.js';
import { seen } from '../support/seen.js';
import { createTestUser, seedPeople, testConfig } from '../support/stage.js';
import { startBot } from '../../support/start.js';

const APP = '00000000-0000-4000-8000-0000000000b0';
const ISSUER = 'https://api.botframework.com';
const key = makeKey('teams-1');
const forWebChat = makeKey('webchat-1');
const stranger = makeKey('stranger-1');

const storage = openStorage({ kind: 'memory' });
const log = createLogLines();
let connector: Connector;
let issuer: TokenIssuer;
let bot: RunningBot;
let karin: User;
// Only the login service is not there to be asked for the bot's own token.
const getToken = vi.spyOn(AppCredentials.prototype, 'getToken').mockResolvedValue('own-token');
/** What the SDK writes to the console about refused tokens. */
const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  connector = await startConnector();
  issuer = await startTokenIssuer([
    { key, endorsements: ['msteams', 'skype'] },
    { key: forWebChat, endorsements: ['webchat'] },
  ]);
  await seedPeople(storage);
  const config = testConfig({ BOT_APP_ID: APP, BOT_APP_PASSWORD: 'x', SERVICE_HOSTS: '127.0.0.1' });
  const { openIdMetadata } = issuer;
  bot = await startBot({ ...config, bot: { ...config.bot, openIdMetadata } }, log.log, storage);
  karin = createTestUser(connector, `http://127.0.0.1:${bot.port}`, KARIN);
});
beforeEach(() => {
  connector.reset();
  log.clear();
});
afterAll(async () => {
  getToken.mockRestore();
  quiet.mockRestore();
  await Promise.all([bot.stop(), connector.stop(), issuer.stop()]);
});

const now = () => Math.floor(Date.now() / 1000);
/** The claims of the token that Teams sends. */
const claims = (about: JsonObject = {}): JsonObject => ({
  iss: ISSUER,
  aud: APP,
  nbf: now() - 60,
  exp: now() + 3600,
  serviceurl: connector.serviceUrl,
  ...about,
});
const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name));
const help = (about: JsonObject = {}): JsonObject => ({ ...message(envelopeOf(connector, karin), 'hjälp'), ...about });
const send = (header: string | undefined, activity: JsonObject = help()) =>
  karin.raw(activity, header === undefined ? {} : { authorization: header });
const bearer = (token: string) => `Bearer ${token}`;

/** What the refused sender is told; and that nothing was done: no storage call, so no line in the audit, and nothing sent. */
async function refused(header: string | undefined, activity?: JsonObject): Promise<string> {
  const calls = storage.calls();
  const { status, body, replies } = await send(header, activity);
  expect(storage.calls() - calls).toBe(0);
  expect([replies, connector.received]).toEqual([[], []]);
  expect(log.lines('turn').map(({ kind }) => kind)).toEqual(['activity']);
  expect(log.text()).not.toMatch(/eyJ|Karin/);
  return `${status} ${(body as { error: { code: string } }).error.code}`;
}

describe('without a sound token nobody gets in', () => {
  const other = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
  it.each<[string, () => string | undefined]>([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['another scheme', () => `Basic ${signToken(claims(), key)}`],
    ['no token', () => 'Bearer '],
    ['no JWT', () => bearer('a.b.c')],
    ['two tokens', () => `Bearer ${signToken(claims(), key)} ${signToken(claims(), key)}`],
    ['the algorithm none', () => bearer(unsignedToken(claims(), key.kid))],
    ['the algorithm none and something for a signature', () => bearer(unsignedToken(claims(), key.kid, 'AAAA'))],
    ['the public key for a secret', () => bearer(confuseToken(claims(), key))],
    ['a key that nobody knows', () => bearer(signToken(claims(), stranger))],
    ["a foreign key under the right one's name", () => bearer(signToken(claims(), { ...stranger, kid: key.kid }))],
    ['a key for another channel', () => bearer(signToken(claims(), forWebChat))],
    [
      'changed claims',
      () => {
        const [head, , signature] = signToken(claims({ aud: 'x' }), key).split('.');
        return bearer([head, Buffer.from(JSON.stringify(claims())).toString('base64url'), signature].join('.'));
      },
    ],
    ['another bot for its audience', () => bearer(signToken(claims({ aud: TENANT }), key))],
    ['no audience', () => bearer(signToken(without('aud'), key))],
    ['another issuer', () => bearer(signToken(claims({ iss: 'https://evil.example' }), key))],
    ['no issuer', () => bearer(signToken(without('iss'), key))],
    ['an end six minutes ago', () => bearer(signToken(claims({ exp: now() - 360 }), key))],
    ['no end', () => bearer(signToken(without('exp'), key))],
    ['a beginning in six minutes', () => bearer(signToken(claims({ nbf: now() + 360 }), key))],
    ["the emulator's claims", () => bearer(signToken(claims({ iss: other, ver: '1.0', appid: APP }), key))],
    [
      "the bot's own token for Teams",
      () => bearer(signToken(claims({ iss: other, aud: ISSUER, ver: '1.0', appid: APP, tid: TENANT }), key)),
    ],
    ["a skill's claims", () => bearer(signToken(claims({ ver: '1.0', appid: TENANT }), stranger))],
    [
      'another serviceUrl than the activity',
      () => bearer(signToken(claims({ serviceurl: 'http://127.0.0.1:1/' }), key)),
    ],
    ['no serviceUrl', () => bearer(signToken(without('serviceurl'), key))],
  ])('%s', async (_, header) => {
    expect(await refused(header())).toBe('401 not_authenticated');
  });

  it('and nobody learns what is wrong with the activity either', async () => {
    expect(await refused(undefined, { type: 'message' })).toBe('401 not_authenticated');
  });
});

describe('with a sound token', () => {
  const sound = () => bearer(signToken(claims(), key));

  it('a message is answered, with the token of the bot', async () => {
    const { status, replies } = await send(sound());
    expect(status).toBe(200);
    expect(seen(replies[0])).toContain('Det här kan du fråga');
  });

  it('a search is answered in the response', async () => {
    const { status, body } = await send(sound(), composeQuery(envelopeOf(connector, karin), {}));
    expect(status).toBe(200);
    expect(body).toHaveProperty('composeExtension');
  });

  it('that ended less than five minutes ago clocks may differ', async () => {
    expect((await send(bearer(signToken(claims({ exp: now() - 200 }), key)))).status).toBe(200);
  });

  const inTenant = (conversation: unknown, data: unknown): JsonObject => {
    const base = help();
    return {
      conversation: { ...(base.conversation as object), tenantId: conversation },
      channelData: data === undefined ? {} : { tenant: { id: data } },
    };
  };
  it.each<[string, unknown, unknown]>([
    ['another tenant', OTHER_TENANT, OTHER_TENANT],
    ['another tenant by its conversation', OTHER_TENANT, TENANT],
    ['another tenant by its channel data', TENANT, OTHER_TENANT],
    ['no tenant', undefined, undefined],
  ])('%s is not served', async (_, conversation, data) => {
    expect(await refused(sound(), help(inTenant(conversation, data)))).toBe('403 tenant_not_served');
  });

  it('the own tenant is, whichever of the two names it', async () => {
    expect((await send(sound(), help(inTenant(TENANT.toUpperCase(), undefined)))).status).toBe(200);
  });

  it.each(['webchat', 'emulator', 'directline', 'AseChannel'])('the channel %s is not served', async (channelId) => {
    expect(await refused(sound(), help({ channelId }))).toBe('403 channel_not_served');
  });

  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'http://localhost:1/',
    'https://169.254.169.254/',
    'file:///etc/passwd',
  ])('nothing is sent to %s, although the token names it', async (serviceUrl) => {
    const header = bearer(signToken(claims({ serviceurl: serviceUrl }), key));
    expect(await refused(header, help({ serviceUrl }))).toBe('403 service_not_allowed');
  });

  it('a malformed activity is told by its fields', async () => {
    expect(await send(sound(), { type: 'message' })).toMatchObject({ status: 400, replies: [] });
  });
});
