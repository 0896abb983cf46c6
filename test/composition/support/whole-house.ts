import type { Turn } from '../../../src/actions/index.js';
import { createDispatcher } from '../../../src/bot/index.js';
import { createLog } from '../../../src/log.js';
import { type Asker, type Person, planImport } from '../../../src/people/index.js';
import { openAudit, openPeople, openStorage } from '../../../src/storage/index.js';
import { testConfig } from '../../bot/support/stage.js';
import { buildHouse } from '../../support/start.js';

export type WholeHouse = Awaited<ReturnType<typeof buildWholeHouse>>;

/** Every feature as the program composes it, over storage in memory, and the one dispatcher; nothing runs by itself. */
export async function buildWholeHouse(people: readonly Person[], env: NodeJS.ProcessEnv = {}) {
  const storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
  const house = await buildHouse(testConfig(env), createLog('silent'), storage);
  const { registry, answer, loop, clock } = house;
  return {
    house,
    storage,
    dispatcher: createDispatcher({ registry, audit: openAudit(storage), answer, loop }),
    /** A turn of somebody in their own chat. */
    turnOf: (asker: Asker | Person): Turn => ({
      asker: 'kind' in asker ? asker : { kind: 'person', id: asker.id, person: asker },
      ...{ locale: 'sv', now: clock(), conversation: 'personal', context: {} },
    }),
  };
}
