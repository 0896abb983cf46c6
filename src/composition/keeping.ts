import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../actions/index.js';
import { stockholmDate } from '../calendar/index.js';
import { AppError } from '../errors.js';
import type { JobHandler, Jobs } from '../jobs/index.js';
import { planImport, type PeopleDirectory, type PeopleStore } from '../people/index.js';
import { createDisposalRecord, createErase, createPurge, type Disposal, type Verified } from '../privacy/index.js';
import {
  openAudit,
  openAuditReader,
  openDisposals,
  openErasures,
  openHolds,
  openPeople,
  openRegister,
  type Storage,
} from '../storage/index.js';

/** The daily job that removes what is over and goes on with erasures that were cut off. */
export const PURGE_JOB = 'privacy.purge';
/** So far back the audit's lines are held against the disposal record. */
const ANCHORED_MS = 62 * 24 * 3_600_000;
const EVERYBODY = 'alla organisationer';
/** Nobody works then, and the day's reminders are not made yet. */
const DAILY = { daily: '02:30' } as const;
/** In the audit, in the place of a person: nobody pressed anything. */
const BY_ITSELF = 'scheduler';

export type Keeping = ReturnType<typeof makeKeeping>;

/** What is kept, for how long, and for whom: over all tables of this storage. */
export function makeKeeping({
  storage,
  directory,
  recordKeys = [],
}: {
  readonly storage: Storage;
  /** What the disposal record is sealed with, the newest first. */
  readonly recordKeys?: readonly Uint8Array[];
  readonly directory: Pick<PeopleDirectory, 'find' | 'size'>;
}) {
  const [register, holds, disposals, audit] = [
    openRegister(storage),
    openHolds(storage),
    createDisposalRecord({ store: openDisposals(storage), keys: recordKeys }),
    openAudit(storage),
  ];
  const [people, auditLines] = [openPeople(storage), openAuditReader(storage)];
  const purge = createPurge({
    ...{ register, holds, disposals },
    isHere: (person) => directory.size === 0 || directory.find(person) !== undefined,
  });
  const erase = createErase({
    ...{ register, holds },
    erasures: openErasures(storage),
    forget: (person, now) => forget(people, person, now),
  });
  const noted = (entry: Omit<AuditEntry, 'permission' | 'outcome'>) =>
    audit.append({ ...entry, permission: 'privacy', outcome: 'done' });

  /** One run, recorded table by table and as a whole. */
  async function runPurge(now: Date, personId: string, lost?: AbortSignal): Promise<readonly Disposal[]> {
    const run = randomUUID();
    const removed = await purge({ now, run, ...(lost && { lost }) });
    for (const organisation of new Set(removed.map((line) => line.organisation))) {
      const record = await disposals.head(organisation);
      await noted({ at: now, organisation, personId, action: PURGE_JOB, subject: { run, ...(record && { record }) } });
    }
    return removed;
  }

  /**
   * Holds the disposal record against itself, and against the seals that the audit's lines of the last two months name, so that its end
   * cannot be cut away unseen.
   */
  async function verifyRecord(now: Date): Promise<readonly Verified[]> {
    const organisations = new Set([EVERYBODY]);
    for await (const { organisation } of people.list()) organisations.add(organisation);
    const anchors = new Map<string, string[]>();
    const [from, to] = [stockholmDate(new Date(now.getTime() - ANCHORED_MS)), stockholmDate(now)];
    for (const organisation of organisations)
      for await (const { action, subject } of auditLines.list({ organisation, from, to }))
        if (action === PURGE_JOB && subject?.record !== undefined)
          anchors.set(organisation, [...(anchors.get(organisation) ?? []), subject.record]);
    return disposals.verify(anchors);
  }

  const jobs: Record<string, JobHandler> = {
    [PURGE_JOB]: async (_, now, lost) => {
      // First: whatever the purge meets, an erasure that was cut off is gone on with.
      await erase.goOn(now, lost);
      await runPurge(now, BY_ITSELF, lost);
    },
  };
  return {
    ...{ register, holds, disposals, people, erase, noted, jobs, runPurge },
    auditLines,
    verifyRecord,
    rehearsePurge: (now: Date) => purge({ now, run: 'rehearsal', isRehearsal: true }),
    /** Asks for the daily run; as often as one likes. */
    schedule: async ({ reschedule }: Pick<Jobs, 'reschedule'>) =>
      void (await reschedule({ organisation: EVERYBODY, id: PURGE_JOB, kind: PURGE_JOB, every: DAILY })),
  };
}

/** An import of the directory without the person, whose people have no manager then. Throws `import_refused` for one that may not be. */
async function forget(people: PeopleStore, person: string, now: Date): Promise<void> {
  const generation = await people.live();
  if (!generation) return;
  const current = [];
  for await (const one of people.list(generation)) current.push(one);
  if (!current.some(({ id }) => id === person)) return;
  const incoming = current
    .filter(({ id }) => id !== person)
    .map(({ managerId, ...one }) => (managerId === undefined || managerId === person ? one : { ...one, managerId }));
  const plan = planImport({ current, incoming, removeMissing: true });
  if (plan.refusals.length > 0)
    throw new AppError('import_refused', `The directory cannot be without the person: ${plan.refusals[0]!.kind}.`);
  await people.apply(plan, { generation, now });
}
