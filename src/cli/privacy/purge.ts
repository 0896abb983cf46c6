import { stockholmDate, stockholmTime } from '../../calendar/index.js';
import { type Disposal, TABLE_TITLES } from '../../privacy/index.js';
import { AT_TERMINAL } from '../note-at-terminal.js';
import type { Run } from './run.js';
import { verifyRecord } from './verify-record.js';

/** Removes what is over, or shows what would be. */
export async function purge({ options, keeping, now, print }: Run): Promise<void> {
  const removed = options.isRehearsal ? await keeping.rehearsePurge(now) : await keeping.runPurge(now, AT_TERMINAL);
  for (const line of removed) print(describe(line));
  const rows = removed.reduce((sum, line) => sum + line.rows, 0);
  if (options.isRehearsal)
    print(`Genomgång: ${rows} rader skulle gallras; ingenting är ändrat. / Rehearsal: ${rows} rows would be removed.`);
  else print(`${rows} rader gallrade; protokollet visas med privacy -- record. / ${rows} rows removed.`);
  await verifyRecord({ keeping, now, print });
}

/** The disposal record, newest first, and whether it is whole. Of each run and table the last that was written. */
export async function showRecord({ options, keeping, now, print }: Run): Promise<void> {
  let lines = 0;
  const shown = new Set<string>();
  for await (const line of keeping.disposals.list(options.organisation)) {
    const about = `${line.organisation}\n${line.run}\n${line.table}`;
    if (shown.has(about)) continue;
    shown.add(about);
    print(`${stockholmDate(line.at)} ${stockholmTime(line.at)}  ${describe(line)}`);
    lines += 1;
  }
  if (lines === 0) print('Ingenting har gallrats. / Nothing has been removed.');
  await verifyRecord({ keeping, now, print });
}

function describe({ organisation, table, rows, held, isDone }: Disposal): string {
  const title = TABLE_TITLES[table]?.sv;
  const what = title === undefined ? table : `${table} (${title})`;
  const kept = held > 0 ? `, ${held} undantagna / held` : '';
  return `${organisation}: ${what}: ${rows}${kept}${isDone ? '' : ', avbruten: högst så många / cut off: at most so many'}`;
}
