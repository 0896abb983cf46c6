/**
 * Does everybody get it, once, at the full rate, whatever happens? Workers of their own send one broadcast through Azurite to
 * the stand-in for Teams, which fails as Teams does, while workers are killed with sends in flight. Prints one JSON line.
 *
 *   npm run -s bench:broadcast [-- --recipients 10000 --workers 2 --faults standard|none --kill 3 --rate 30 --seed 1 --timeline]
 */
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ANNOUNCEMENT,
  type Announcement,
  createBroadcasts,
  createLedger,
  type Delivery,
} from '../../src/broadcast/index.js';
import { CONDUCTOR_LEASE } from '../../src/broadcast/conductor.js';
import { AppError } from '../../src/errors.js';
import { openBroadcasts, openLeases, openLedgerStore, openStorage } from '../../src/storage/index.js';
import { standardFaults, startConnector } from '../support/connector/index.js';
import { startCrew } from './broadcast/crew.js';
import { startEmulator } from './broadcast/emulator.js';
import { judge } from './broadcast/judge.js';
import { ORGANISATION, seed } from './broadcast/seed.js';
import { timeline } from './broadcast/timeline.js';
import { percentile } from './percentile.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '2' },
    faults: { type: 'string', default: 'standard' },
    kill: { type: 'string', default: '3' },
    rate: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    /** The counts on standard error, as they change. */
    verbose: { type: 'boolean', default: false },
    /** What the stand-in received in each second, on standard error. */
    timeline: { type: 'boolean', default: false },
  },
});
const whole = (name: Exclude<keyof typeof values, 'verbose' | 'timeline'>, least: number): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} ${values[name]}: a whole number from ${least} is needed.`);
  return value;
};
const recipients = whole('recipients', 1);
const rate = whole('rate', 1);
const kills = whole('kill', 0);

const announcement: Announcement = {
  sv: { title: 'Ny rutin för avslutssamtal', text: 'Från den 1 oktober håller närmaste chef samtalet.\n'.repeat(5) },
  en: {
    title: 'New routine for exit conversations',
    text: 'From 1 October the nearest manager holds them.\n'.repeat(5),
  },
  from: { function: 'HR-konsult', organisation: ORGANISATION },
  confirm: true,
};

/** Azurite that has all hands full answers late: whoever only looks on asks again, as the workers do. */
async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'storage_unavailable') throw error;
    }
  }
}

const azurite = await startEmulator();
const connector = await startConnector({ record: 'brief' });
try {
  const storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
  const personOf = await seed(storage, connector, recipients);
  const faults = values.faults === 'none' ? undefined : standardFaults({ seed: whole('seed', 0), chats: connector });
  connector.respond = faults?.rule;
  const ledger = createLedger(openLedgerStore(storage), 'bench');
  const broadcasts = createBroadcasts({ store: openBroadcasts(storage), ledger, wake: () => undefined });
  const { broadcast } = await broadcasts.create({
    organisation: ORGANISATION,
    name: 'bench',
    createdAt: new Date(),
    kind: ANNOUNCEMENT,
    title: 'Ny rutin',
    content: announcement,
    audience: {},
  });
  const leases = openLeases(storage);
  const rowsOf = async (keep: (row: Delivery) => boolean): Promise<Delivery[]> => {
    const rows: Delivery[] = [];
    for await (const { row } of ledger.list(ORGANISATION, broadcast.id)) if (keep(row)) rows.push(row);
    return rows;
  };
  const crew = await startCrew(whole('workers', 1), {
    STORAGE: 'azure',
    STORAGE_CONNECTION_STRING: azurite.connectionString,
    STORAGE_TABLE_URL: '',
    STORAGE_QUEUE_URL: '',
    SENDS_PER_SECOND: String(rate),
  });
  const started = performance.now();
  const memory: number[] = [];
  const atKill: ReadonlySet<string>[] = [];
  const killedAt: number[] = [];
  try {
    for (;;) {
      await pause(500);
      memory.push(...crew.rss());
      if (atKill.length < kills && connector.acceptedMessages.size > (recipients * (atKill.length + 1)) / (kills + 1)) {
        // Every other time the one that keeps all broadcasts going.
        const conductor = await patiently(() => leases.find(CONDUCTOR_LEASE));
        killedAt.push(Date.now());
        const dead = await crew.kill(atKill.length % 2 === 0 ? conductor?.lease.holder : undefined);
        const left = await patiently(() => rowsOf(({ state, claim }) => state === 'sending' && claim?.by === dead));
        atKill.push(new Set(left.map(({ person }) => person)));
      }
      const now = await patiently(() => broadcasts.find(ORGANISATION, broadcast.id));
      if (now?.status === 'done') break;
      if (values.verbose) console.error(JSON.stringify(await broadcasts.counts(ORGANISATION, broadcast.id)));
    }
  } finally {
    await crew.stop();
  }
  const report = faults?.report();
  const movedFrom = new Map([...(report?.moved ?? [])].map(([from, to]) => [to, from]));
  const result = judge({
    rows: await rowsOf(() => true),
    counts: await broadcasts.counts(ORGANISATION, broadcast.id),
    requests: connector.received,
    personOf: (chat) => personOf.get(movedFrom.get(chat) ?? chat),
    faults: report,
    atKill,
    rate,
  });
  if (values.timeline) {
    const course = { requests: connector.received, windows: report?.tenantWindows ?? [], kills: killedAt };
    for (const line of timeline(course)) console.error(line);
  }
  const megabytes = (share: number) => Math.round(percentile(memory, share) / 1024 ** 2);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const run = { rate, workers: whole('workers', 1), faults: values.faults, kills, seed: whole('seed', 0) };
  console.log(
    JSON.stringify({
      bench: 'broadcast',
      ...run,
      ...result,
      injected: report?.injected,
      rssMb: { p50: megabytes(0.5), p95: megabytes(0.95) },
      seconds,
    }),
  );
} finally {
  await connector.stop();
  await azurite.stop();
}
