import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLLEAGUES, nameOf, PERSONAS } from '../../src/local/personas.js';
import { playgroundConfig } from '../../src/local/playground-config.js';

const configs = PERSONAS.map(playgroundConfig);
const chatsOf = (config: (typeof configs)[number]) => [
  config.personalChat.id,
  config.groupChat.id,
  config.team.id,
  ...config.team.channels.map(({ id }) => id),
];

describe.each(PERSONAS)('the Playground of $key', (persona) => {
  const config = playgroundConfig(persona);

  it('has the persona as current user, with the Entra id', () => {
    expect(config.currentUser).toEqual({
      id: `29:${persona.id}`,
      name: `${persona.givenName} ${persona.surname}`,
      userPrincipleName: persona.email,
      aadObjectId: persona.id,
      givenName: persona.givenName,
      surname: persona.surname,
      email: persona.email,
    });
  });

  it('has exactly five other users, no id twice', () => {
    expect(config.users).toHaveLength(5);
    expect(new Set([config.currentUser, ...config.users].map(({ id }) => id)).size).toBe(6);
  });

  it('keeps the limits of the names and of the channels', () => {
    expect(config.bot.name.length).toBeLessThanOrEqual(42);
    expect(config.team.channels.length).toBeLessThanOrEqual(1);
  });
});

describe('the Playgrounds together', () => {
  it('share no conversation, so that the bot reaches the right one', () => {
    const ids = configs.flatMap(chatsOf);
    expect(new Set(ids).size).toBe(12);
  });

  it('keep the ids of the personal chats from start to start', () => {
    expect(configs.map((config) => config.personalChat.id)).toEqual([
      'a:personlig-manager',
      'a:personlig-hr',
      'a:personlig-employee',
    ]);
  });

  it('show only people of the demo directory', () => {
    const rows = readFileSync(new URL('../../src/local/demo/people.csv', import.meta.url), 'utf8').split('\n');
    const beginnings = rows.map((row) => row.split(';').slice(0, 3).join(';'));
    for (const user of [...PERSONAS, ...COLLEAGUES])
      expect(beginnings).toContain(`${user.id};${nameOf(user)};${user.email}`);
  });
});
