import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type RunningBot } from '../../../../src/composition/bot.js';
import { openPeople, type Storage } from '../../../../src/storage/index.js';
import { type Person, planImport } from '../../../../src/people/index.js';
import { type AdaptiveCardJson } from '../../../../src/cards/index.js';
import { INGRID, KARIN, PEOPLE } from '../../../bot/support/people.js';
import { createLogLines, type LogLines } from '../../../bot/support/log-lines.js';
import { read } from '../../../bot/support/press.js';
import { cardOf } from '../../../bot/support/seen.js';
import { createTestUser, testConfig } from '../../../bot/support/stage.js';
import { type Connector, startConnector, type User } from '../../../support/connector/index.js';
import { testStorage } from '../../../support/test-storage.js';
import { startBot } from '../../../support/start.js';

export const OTHER_BOARD = 'Norra innerstadens stadsdelsförvaltning';
/** HR of another board. */
export const PETRA: Person = {
  ...INGRID,
  id: 'a0000000-0000-4000-8000-000000000055',
  name: 'Petra Norén',
  email: 'petra.noren@ubara.example',
  organisation: OTHER_BOARD,
};

export interface HrStage {
  readonly connector: Connector;
  readonly storage: Storage;
  readonly log: LogLines;
  /** Somebody who has a chat with the bot. */
  arrive(person: Person): Promise<User>;
  /** What a person reads of the newest message with a card, as it is now. */
  newest(user: User): AdaptiveCardJson;
  /** Waits until some message of the person's chat reads so, and gives its card as it is now. */
  shows(user: User, pattern: RegExp): Promise<AdaptiveCardJson>;
}

/** The bot as it runs, sending included, over real storage of each test's own. */
export function useHrStage(env: NodeJS.ProcessEnv = {}): HrStage {
  let connector: Connector;
  let storage: Storage;
  let bot: RunningBot;
  let log: LogLines;
  beforeAll(async () => {
    connector = await startConnector();
  });
  beforeEach(async () => {
    connector.reset();
    storage = await testStorage();
    const plan = planImport({ current: [], incoming: [...PEOPLE, PETRA], removeMissing: false });
    await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
    log = createLogLines();
    bot = await startBot(testConfig({ SENDS: 'true', SENDS_PER_SECOND: '50', ...env }), log.log, storage);
  });
  afterEach(() => bot.stop());
  afterAll(() => connector.stop());

  const cardsOf = (user: User) =>
    connector
      .current(user.conversationId)
      .filter(({ attachments }) => (attachments ?? []).length > 0)
      .map((activity) => cardOf(activity));

  return {
    get connector() {
      return connector;
    },
    get storage() {
      return storage;
    },
    get log() {
      return log;
    },
    async arrive(person) {
      const user = createTestUser(connector, `http://127.0.0.1:${bot.port}`, person);
      await user.say('hjälp');
      return user;
    },
    newest: (user) => cardsOf(user).at(-1)!,
    async shows(user, pattern) {
      await expect.poll(() => cardsOf(user).map(read).join('\n---\n'), { interval: 20 }).toMatch(pattern);
      return cardsOf(user).find((card) => pattern.test(read(card)))!;
    },
  };
}

export const MESSAGE = {
  roles: 'chef',
  title: 'Ny rutin',
  text: 'Läs rutinen.\n\n*Viktigt* före fredag.',
  confirm: 'true',
};
export { INGRID, KARIN };
