import { expect } from 'vitest';
import { startBot } from '../../../src/composition/bot.js';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import { openPeople, openStorage } from '../../../src/storage/index.js';
import { planImport, type Person } from '../../../src/people/index.js';
import { openTelemetry } from '../../../src/telemetry/index.js';
import { breakable } from '../../bot/support/breakable-storage.js';
import { createLogLines } from '../../bot/support/log-lines.js';
import { read } from '../../bot/support/press.js';
import { cardOf } from '../../bot/support/seen.js';
import { createTestUser, testConfig } from '../../bot/support/stage.js';
import { startConnector, type User } from '../../support/connector/index.js';
import { eventually } from '../../support/eventually.js';
import { startIngestion } from '../../support/ingestion.js';

export type WatchedBot = Awaited<ReturnType<typeof startWatchedBot>>;

/** The whole bot with its sender, telling the stand-in for Application Insights through the real exporter. */
export async function startWatchedBot(env: NodeJS.ProcessEnv, people: readonly Person[], sampling = 100) {
  const [connector, ingestion] = await Promise.all([startConnector(), startIngestion()]);
  const { connectionString } = ingestion;
  const log = createLogLines();
  const telemetry = await openTelemetry({ connectionString, sampling, role: 'ubara-bot', log: log.log });
  const storage = breakable(openStorage({ kind: 'memory' }));
  await storage.prepare();
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
  const config = testConfig({ SENDS: 'true', SENDS_PER_SECOND: '50', ...env });
  const bot = await startBot(config, log.log, { storage, telemetry });
  return {
    ...{ connector, ingestion, log, storage },
    user: (person: Person) =>
      createTestUser(connector, `http://127.0.0.1:${bot.port}`, person, { conversationId: `a:${person.id}` }),
    /** The card of this person that reads so; waits for it. */
    async card(user: User, pattern: RegExp): Promise<AdaptiveCardJson> {
      const cards = () =>
        connector
          .current(user.conversationId)
          .filter(({ attachments = [] }) => attachments.length > 0)
          .map((activity) => cardOf(activity));
      await eventually(() => expect(cards().map(read).join('\n---\n')).toMatch(pattern));
      return cards().find((card) => pattern.test(read(card)))!;
    },
    /** Ends the bot and sends what is left, as a stop does. */
    async stop(): Promise<void> {
      await bot.stop();
      await telemetry.stop();
      await Promise.all([connector.stop(), ingestion.stop()]);
    },
  };
}
