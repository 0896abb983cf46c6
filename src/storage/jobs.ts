import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { Job, JobStore, StoredJob } from '../jobs/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { oldestFirst } from './keys.js';
import type { Change, Storage, Table } from './table.js';

/** Of the job itself: `write` is the random name of its last write, by which a write whose receipt was lost is known again. */
const jobRow = z.object({
  row: z.literal('job'),
  organisation: z.string(),
  id: z.string(),
  kind: z.string(),
  data: jsonColumn(z.record(z.unknown())),
  every: jsonColumn(z.union([z.object({ ms: z.number() }), z.object({ daily: z.string() })])).optional(),
  dueAt: dateColumn,
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  startAfter: dateColumn,
  attempts: z.number().int(),
  claim: jsonColumn(z.object({ id: z.string(), holder: z.string(), until: dateColumn })).optional(),
  revision: z.number().int(),
  lastError: z.string().optional(),
  failedAt: dateColumn.optional(),
  endedAt: dateColumn.optional(),
  write: z.string(),
});
type JobRow = z.infer<typeof jobRow>;

/** Of the list of times: one row for each job that waits, in the job's own partition, so that both change in one write. */
const dueRow = z.object({
  row: z.literal('due'),
  organisation: z.string(),
  id: z.string(),
  kind: z.string(),
  startAfter: dateColumn,
  endedAt: z.undefined(),
});
type DueRow = z.infer<typeof dueRow>;

const schema = z.discriminatedUnion('row', [jobRow, dueRow]);
type Row = z.infer<typeof schema>;

const DUE = 'due';
const JOB = 'job';

/** In Azurite a tick takes 7 to 12 ms, be there no job that is over or 30,000. */
export const jobsTable = defineTable<Row>({
  name: 'jobs',
  schema,
  keys: {
    serves:
      'one job by its id; and, by the rows of the list of times, whose key is that time, what is due now in all organisations: one ' +
      'range of row keys. That query names no partition, so storage passes over the other rows, too; they are few, since what is ' +
      'over is purged after 30 days',
    partition: (row) => [row.organisation],
    row: (row) => (row.row === DUE ? [DUE, oldestFirst(row.startAfter), row.id] : [JOB, row.id]),
  },
  personKeys: [],
  retention: { keep: 'days', count: 30, from: 'endedAt' },
  onErase: { do: 'keep', reason: 'names rounds, cases and broadcasts, no person' },
});

export function openJobs(storage: Storage): JobStore {
  const table = storage.table(jobsTable);

  async function find(organisation: string, id: string): Promise<Found | undefined> {
    const found = await table.find([organisation], [JOB, id]);
    return found?.row.row === JOB ? toFound(found.row, found.version) : undefined;
  }

  /** Runs a write; when it is refused, looks whether it was carried out before and only its receipt was lost. */
  async function written(job: Job, change: (row: JobRow) => Promise<unknown>): Promise<StoredJob | undefined> {
    const row: JobRow = { ...job, row: JOB, write: randomUUID() };
    try {
      await change(row);
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError && ['storage_conflict', 'not_found'].includes(error.code))) throw error;
      const found = await find(job.organisation, job.id);
      if (found?.write === row.write) return found;
      throw error.code === 'storage_conflict' ? error : overtaken(error);
    }
  }

  return {
    find,
    async insert(job) {
      await written(job, (row) => table.transact([{ insert: row }, ...moveDue(undefined, job)]));
    },
    async save(job, before) {
      await written(job, (row) =>
        table.transact([{ update: row, version: before.version }, ...moveDue(before.job, job)]),
      );
    },
    async hold(job, before) {
      let version = '';
      const found = await written(job, async (row) => (version = await table.update(row, before.version)));
      return found ?? { job, version };
    },
    async *due(now) {
      // Up to `now` itself: its millisecond is part of the range.
      const rowBefore = [DUE, oldestFirst(new Date(now.getTime() + 1))];
      for await (const { row } of table.list({ rowPrefix: [DUE], rowBefore })) {
        const { organisation, id, kind } = row;
        yield { organisation, id, kind };
      }
    },
    list: (organisation) => listJobs(table, organisation),
  };
}

async function* listJobs(table: Table<Row>, organisation: string | undefined): AsyncGenerator<Job> {
  const partition = organisation === undefined ? {} : { partition: [organisation] };
  for await (const { row, version } of table.list({ ...partition, rowPrefix: [JOB] }))
    if (row.row === JOB) yield toFound(row, version).job;
}

type Found = StoredJob & { readonly write: string };

function toFound({ row: _, write, ...job }: JobRow, version: string): Found {
  return { job, version, write };
}

/** Where the job stands in the list of times, before and after. */
function moveDue(before: Job | undefined, after: Job): Change<Row>[] {
  const [from, to] = [before && dueRowOf(before), dueRowOf(after)];
  const isSame = from?.startAfter.getTime() === to?.startAfter.getTime();
  return [...(from && !isSame ? [{ remove: from }] : []), ...(to ? [{ upsert: to }] : [])];
}

function dueRowOf({ organisation, id, kind, state, startAfter }: Job): DueRow | undefined {
  return state === 'waiting' ? { row: DUE, organisation, id, kind, startAfter } : undefined;
}

function overtaken(cause: AppError): AppError {
  return new AppError('storage_conflict', 'A job was written by somebody else first.', { cause });
}
