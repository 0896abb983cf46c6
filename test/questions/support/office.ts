import { expect } from 'vitest';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import { type RunningBot } from '../../../src/composition/bot.js';
import { openPeople, type Storage } from '../../../src/storage/index.js';
import { planImport, type Person } from '../../../src/people/index.js';
import { createLogLines, type LogLines } from '../../bot/support/log-lines.js';
import { INGRID, PEOPLE } from '../../bot/support/people.js';
import { pressButton, read, replaced, say } from '../../bot/support/press.js';
import { cardOf } from '../../bot/support/seen.js';
import { createTestUser, testConfig } from '../../bot/support/stage.js';
import { type Connector, startConnector, type User } from '../../support/connector/index.js';
import { testStorage } from '../../support/test-storage.js';
import { startBot } from '../../support/start.js';

export { ORGANISATION } from '../../bot/support/people.js';

/** Another officer of the same HR, and one of another board. */
export const AMIR: Person = {
  ...INGRID,
  id: 'a0000000-0000-4000-8000-000000000005',
  name: 'Amir Haddad',
  email: 'amir@ubara.example',
};
export const PETER: Person = {
  ...INGRID,
  id: 'a0000000-0000-4000-8000-000000000006',
  name: 'Peter Hästö',
  email: 'peter@ubara.example',
  organisation: 'Norra innerstaden stadsdelsförvaltning',
};
const EVERYBODY = [...PEOPLE, AMIR, PETER];

export interface Office {
  readonly connector: Connector;
  readonly storage: Storage;
  user(person: Person): User;
  /** Somebody who has said hello, so that the bot can write to them. */
  met(person: Person): Promise<User>;
  /** What the bot has logged in this test. */
  readonly log: LogLines;
  /** Ends the bot as a deployment does, and starts another over the same storage, with other settings where some are given. */
  restart(env?: NodeJS.ProcessEnv): Promise<void>;
  /** The one card that this person has whose text holds all of these; waits for it. */
  card(user: User, ...texts: readonly (string | RegExp)[]): Promise<AdaptiveCardJson>;
  /** Puts other people into the directory. */
  people(everybody: readonly Person[]): Promise<void>;
}

/** The whole bot with its sender over real storage, and the stand-in for Teams; each test has tables and chats of its own. */
export function useOffice(env: NodeJS.ProcessEnv = {}, everybody: readonly Person[] = EVERYBODY): Office {
  let connector: Connector;
  let storage: Storage;
  let bot: RunningBot | undefined;
  const log = createLogLines();
  const start = async (more: NodeJS.ProcessEnv = {}) =>
    (bot = await startBot(
      testConfig({ SENDS: 'true', DIRECTORY_REFRESH_SECONDS: '1', ...env, ...more }),
      log.log,
      storage,
    ));
  const importPeople = async (people: readonly Person[]) => {
    const store = openPeople(storage);
    const live = await store.live();
    const current: Person[] = [];
    if (live) for await (const person of store.list()) current.push(person);
    const plan = planImport({ current, incoming: people, removeMissing: true });
    await store.apply(plan, { generation: live, now: new Date('2026-01-01T08:00:00Z') });
  };
  beforeAll(async () => {
    connector = await startConnector();
  });
  beforeEach(async () => {
    connector.reset();
    log.clear();
    storage = await testStorage();
    await importPeople(everybody);
    await start();
  });
  afterEach(async () => {
    await bot?.stop();
    bot = undefined;
  });
  afterAll(() => connector.stop());

  const office: Office = {
    get connector() {
      return connector;
    },
    get storage() {
      return storage;
    },
    user: (person) =>
      createTestUser(connector, `http://127.0.0.1:${bot!.port}`, person, { conversationId: `a:${person.id}` }),
    async met(person) {
      const user = office.user(person);
      await user.say('hej');
      return user;
    },
    log,
    async restart(more) {
      await bot?.stop();
      await start(more);
    },
    async card(user, ...texts) {
      let found: AdaptiveCardJson | undefined;
      await expect
        .poll(
          () => {
            const cards = connector
              .current(user.conversationId)
              .filter(({ attachments = [] }) =>
                attachments.some(({ contentType }) => contentType.endsWith('card.adaptive')),
              )
              .map((activity) => cardOf(activity));
            const fitting = cards.filter((card) =>
              texts.every((text) => (typeof text === 'string' ? read(card).includes(text) : text.test(read(card)))),
            );
            found = fitting.at(-1);
            return fitting.length > 0 ? 'there' : cards.map((card) => read(card)).join('\n---\n');
          },
          { timeout: 30_000 },
        )
        .toBe('there');
      return found!;
    },
    people: importPeople,
  };
  return office;
}

export const QUESTION = 'Vilken färg har månen över förvaltningen?';

/** Asks what the bot does not know and sends it to HR. */
export async function sendToHr(user: User, question = QUESTION): Promise<void> {
  const { replies } = await pressButton(user, await say(user, question), 'Skicka frågan till HR');
  const sent = replaced(await pressButton(user, cardOf(replies[0]), 'Skicka', { question }));
  expect(read(sent)).toContain('Frågan är skickad till HR');
}
