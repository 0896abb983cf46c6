import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOCAL_TENANT_ID, type Persona, PERSONAS } from '../../src/local/personas.js';
import { personalChatId, playgroundConfig, teamsUserId } from '../../src/local/playground-config.js';
import { portState } from '../../src/local/ports.js';
import { PORT_SETTINGS, readSettings, type Settings } from '../../src/local/settings.js';
import { startWorld, type World } from '../../src/local/world.js';
import { otherAddresses, tryToConnect } from './support/other-addresses.js';
import { worldOf } from './support/processes.js';
import { environmentOf } from './support/settings.js';

const botEntry = 'test/local/support/stand-in-bot.ts';
const folder = mkdtempSync(join(tmpdir(), 'ubara-world-'));
const log: string[] = [];
let seededWith = '';
let settings: Settings;
let world: World;

beforeAll(async () => {
  settings = readSettings(await environmentOf(folder), '/');
  world = await startWorld({
    settings,
    botEntry,
    log: (line) => log.push(line.replace(/\d+,\d s$/, 'N s')),
    seed: async ({ connectionString }) => {
      // Azurite is up and the bot is not yet.
      seededWith = `${connectionString} ${await portState(settings.ports.BOT_PORT)}`;
    },
  });
}, 60_000);

afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a local world', () => {
  it('tells how long each of its steps took', () => {
    expect([...log].sort()).toEqual(
      [
        'Agents Playground för Karin Lindqvist',
        'Agents Playground för Amir Haddad',
        'Agents Playground för Sara Ekman',
        'Lagring (Azurite)',
        'Demodata',
        'Boten',
      ]
        .map((name) => `  ${name.padEnd(40)}   N s`)
        .sort(),
    );
  });

  it('seeds Azurite before the bot starts', () => {
    const { connectionString } = world.addresses;
    expect(connectionString).toContain(`TableEndpoint=http://127.0.0.1:${settings.ports.AZURITE_TABLE_PORT}/`);
    expect(seededWith).toBe(`${connectionString} free`);
  });

  it('can be reached on 127.0.0.1, and refuses every other address of this machine', async () => {
    const others = otherAddresses();
    expect(others.length).toBeGreaterThan(0);
    for (const setting of PORT_SETTINGS) {
      const port = settings.ports[setting];
      expect([setting, await tryToConnect(port, '127.0.0.1')]).toEqual([setting, 'connected']);
      for (const host of others)
        expect([setting, host, await tryToConnect(port, host)]).toEqual([setting, host, 'ECONNREFUSED']);
    }
  });

  it.each(PERSONAS)("has each persona's configuration accepted by the Playground: $key", async (persona) => {
    const response = await fetch(`${world.addresses.playgrounds[persona.key]}/_internal/v1/testConfig`);
    const { config, internalConfig } = (await response.json()) as { config: object; internalConfig: object };
    const { currentUser, users, tenantId, bot } = playgroundConfig(persona);
    expect(config).toMatchObject({ currentUser, users, tenantId, bot, personalChat: { id: personalChatId(persona) } });
    expect(internalConfig).toMatchObject({ channelId: 'msteams', localTimezone: 'Europe/Stockholm' });
  });

  it.each(PERSONAS)('brings what $key writes to the bot, with who and where', async (persona) => {
    await say(persona, `Hej från ${persona.givenName}`);
    const url = world.addresses.playgrounds[persona.key];
    await vi.waitFor(async () => {
      expect(await received()).toContainEqual(
        expect.objectContaining({
          type: 'message',
          text: `Hej från ${persona.givenName}`,
          from: { id: teamsUserId(persona), name: playgroundConfig(persona).currentUser.name, aadObjectId: persona.id },
          conversation: { conversationType: 'personal', tenantId: LOCAL_TENANT_ID, id: personalChatId(persona) },
          serviceUrl: `${url}/_connector`,
          channelId: 'msteams',
        }),
      );
    });
  });

  // Last, since it ends the world.
  it('stops everything and says why when one of them dies', async () => {
    const { bot } = world.addresses;
    await expect(fetch(`${bot}/crash`)).rejects.toThrowError();
    const reason = await world.failed;
    expect(reason.code).toBe('child_failed');
    expect(reason.message).toBe(
      [
        'bot slutade oväntat / ended unexpectedly (exit code 7)',
        '  the stand-in was told to crash',
        `  Loggen / The log: ${join(folder, 'logs', 'bot.log')}`,
      ].join('\n'),
    );
    expect(worldOf(process.pid)).toEqual([]);
    for (const setting of PORT_SETTINGS) expect(await portState(settings.ports[setting])).toBe('free');
  });
});

async function say(persona: Persona, text: string): Promise<void> {
  const chat = encodeURIComponent(personalChatId(persona));
  const url = `${world.addresses.playgrounds[persona.key]}/_conversation/v1/conversations/${chat}/messages`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: { id: teamsUserId(persona) }, text, textFormat: 'plain' }),
  });
  expect(response.status).toBe(200);
}

async function received(): Promise<unknown> {
  return (await fetch(`${world.addresses.bot}/received`)).json();
}
