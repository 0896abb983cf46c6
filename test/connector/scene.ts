import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Connector, createUser, startConnector, type User } from '../support/connector/index.js';
import { startTinyBot, type TinyBot } from './tiny-bot.js';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const CHAT = 'a:1-maja-lindqvist';

export interface Scene {
  readonly connector: Connector;
  readonly bot: TinyBot;
  readonly user: User;
}

/** One connector, one tiny bot and one person for a test file; each test starts with nothing sent and no faults. */
export function useScene(): Scene {
  let connector: Connector;
  let bot: TinyBot;
  let user: User;
  beforeAll(async () => {
    connector = await startConnector();
    bot = await startTinyBot();
    user = createUser({
      botUrl: bot.url,
      connector,
      id: '29:1maja',
      aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001',
      name: 'Maja Lindqvist',
      tenantId: TENANT,
      conversationId: CHAT,
    });
  });
  beforeEach(() => connector.reset());
  afterAll(async () => {
    await bot.stop();
    await connector.stop();
  });
  return {
    get connector() {
      return connector;
    },
    get bot() {
      return bot;
    },
    get user() {
      return user;
    },
  };
}
