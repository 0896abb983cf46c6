import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '../errors.js';
import { loadChecklist, loadPlans } from '../knowledge/index.js';
import { describeFaults, parsePeopleCsv, planImport } from '../people/index.js';
import { openExitCases, openPeople, openPlans, openStorage, type Storage } from '../storage/index.js';
import { demoCase } from './demo/exit.js';
import { demoPlans } from './demo/plans.js';

const DEMO_PEOPLE = fileURLToPath(new URL('./demo/people.csv', import.meta.url));
const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** Puts the demo people, their plans and an exit case into empty storage; what holds something is left as it is, so that tries are kept. */
export async function seedDemo({ connectionString, now }: { connectionString: string; now: Date }): Promise<void> {
  const storage = openStorage({ kind: 'connection-string', connectionString });
  await storage.prepare();
  await seedPeople(storage, now);
  await seedPlans(storage, now);
  await seedExit(storage, now);
}

async function seedPeople(storage: Storage, now: Date): Promise<void> {
  const store = openPeople(storage);
  if (await store.live()) return;
  const { people, faults } = parsePeopleCsv(readFileSync(DEMO_PEOPLE, 'utf8'));
  if (faults.length > 0) throw new AppError('import_refused', describeFaults(faults));
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await store.apply(plan, { generation: undefined, now });
}

async function seedPlans(storage: Storage, now: Date): Promise<void> {
  const store = openPlans(storage);
  for await (const _ of store.list()) return;
  for (const plan of demoPlans(loadPlans(KNOWLEDGE, now), now)) await store.put(plan, undefined);
}

async function seedExit(storage: Storage, now: Date): Promise<void> {
  const store = openExitCases(storage);
  const wanted = demoCase(loadChecklist(KNOWLEDGE), now);
  for await (const _ of store.list(wanted.organisation)) return;
  await store.create({ ...wanted, id: store.idFor(wanted.createdAt, 'demo') });
}
