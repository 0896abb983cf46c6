import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '../errors.js';
import { describeFaults, parsePeopleCsv, planImport } from '../people/index.js';
import { openPeople, openStorage } from '../storage/index.js';

const DEMO_PEOPLE = fileURLToPath(new URL('./demo/people.csv', import.meta.url));

/** Puts the demo people into an empty directory; one that holds somebody is left as it is, so that tries are kept. */
export async function seedDemoPeople({
  connectionString,
  now,
}: {
  connectionString: string;
  now: Date;
}): Promise<void> {
  const storage = openStorage({ kind: 'connection-string', connectionString });
  await storage.prepare();
  const store = openPeople(storage);
  if (await store.live()) return;
  const { people, faults } = parsePeopleCsv(readFileSync(DEMO_PEOPLE, 'utf8'));
  if (faults.length > 0) throw new AppError('import_refused', describeFaults(faults));
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await store.apply(plan, { generation: undefined, now });
}
