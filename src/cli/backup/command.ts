import { parseArgs } from 'node:util';
import { type Clock, stockholmTime } from '../../calendar/index.js';
import {
  createBackup,
  type Fault,
  type Manifest,
  type OnProgress,
  type RawTables,
  readManifest,
  restoreBackup,
  verifyAccount,
  verifyFiles,
} from '../../backup/index.js';
import { AppError, messageOf } from '../../errors.js';
import { bar } from '../bar.js';

export const BACKUP_USAGE = [
  'Användning / Usage:',
  '  npm run -s backup -- create [MAPP]      alla tabeller i en ny mapp / all tables into a new folder',
  '  npm run -s backup -- verify MAPP        antal rader och kontrollsummor / counts and hashes',
  '      --account                           jämför också med kontot i inställningarna / also against the account of the settings',
  '  npm run -s backup -- restore MAPP       in i ett tomt konto; avbruten körs den bara om / into an empty account; cut off, just run it again',
].join('\n');

export interface BackupTools {
  /** The tables of the account that the settings name. */
  readonly open: () => RawTables;
  /** Where a path of the command line is meant. */
  readonly pathOf: (path: string) => string;
  readonly clock: Clock;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Overwrites the last line on a terminal; undefined when there is none. */
  readonly draw?: (line: string) => void;
}

/** `backup -- …`. Gives the exit code: 0 all is well, 1 it failed or something differs, 2 the command is not understood. */
export async function runBackupCommand(args: readonly string[], tools: BackupTools): Promise<0 | 1 | 2> {
  const read = readArguments(args);
  if (!read) {
    tools.complain(BACKUP_USAGE);
    return 2;
  }
  try {
    return await read.run(tools, read.folder, read.account);
  } catch (error) {
    tools.draw?.('');
    tools.complain(
      error instanceof AppError && error.code === 'storage_unavailable'
        ? `Lagringen svarar inte; kör kommandot igen. / Storage does not answer; run the command again.\n${error.message}`
        : messageOf(error),
    );
    return 1;
  }
}

type Run = (tools: BackupTools, folder: string, account: boolean) => Promise<0 | 1>;
const RUNS: Readonly<Record<string, Run>> = { create, verify, restore };

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { account: { type: 'boolean', default: false } },
    });
    const [name = '', folder = '', ...rest] = positionals;
    const run = Object.hasOwn(RUNS, name) ? RUNS[name] : undefined;
    const isComplete = (folder !== '' || name === 'create') && (!values.account || name === 'verify');
    return run && isComplete && rest.length === 0 ? { run, folder, account: values.account } : undefined;
  } catch {
    return undefined;
  }
}

async function create(tools: BackupTools, wanted: string): Promise<0> {
  const now = tools.clock();
  const folder = tools.pathOf(wanted || `backup-${stockholmTime(now).replace(/\D/g, '')}`);
  const manifest = await createBackup(tools.open(), folder, { now, onProgress: progress(tools) });
  tools.draw?.('');
  list(tools, manifest);
  tools.print(`Säkerhetskopian är klar / the back-up is ready: ${folder}`);
  return 0;
}

async function verify(tools: BackupTools, wanted: string, account: boolean): Promise<0 | 1> {
  const folder = tools.pathOf(wanted);
  const manifest = await readManifest(folder);
  const faults = await verifyFiles(folder, manifest);
  tell(tools, faults, 'kopian / back-up');
  const differing = account ? await verifyAccount(tools.open(), manifest) : [];
  tell(tools, differing, 'kontot / account');
  if (faults.length + differing.length > 0) return 1;
  list(tools, manifest);
  tools.print(
    account
      ? 'Kopian är hel, och kontot håller samma sak. / The back-up is whole, and the account holds the same.'
      : 'Kopian är hel. / The back-up is whole.',
  );
  return 0;
}

async function restore(tools: BackupTools, wanted: string): Promise<0> {
  const folder = tools.pathOf(wanted);
  const manifest = await readManifest(folder);
  await restoreBackup(tools.open(), { folder, manifest }, progress(tools, manifest));
  tools.draw?.('');
  list(tools, manifest);
  tools.print(
    [
      'Allt är återläst och kontrollerat rad för rad. / All is restored and verified row by row.',
      'Gör om de raderingar av personer som gjorts sedan kopian togs. / Do again what was erased since: docs/backup.md.',
    ].join('\n'),
  );
  return 0;
}

/** A line that says how far a table has come; with a bar where it is known how much there is. */
function progress({ draw }: BackupTools, manifest?: Manifest): OnProgress {
  const rowsOf = new Map(manifest?.tables.map(({ name, rows }) => [name, rows]));
  return (table, rows) => {
    const all = rowsOf.get(table);
    draw?.(all === undefined ? `${table}: ${rows} rader` : `${bar(rows, all)} ${table}`);
  };
}

function list({ print }: BackupTools, { createdAt, tables }: Manifest): void {
  const filled = tables.filter(({ rows }) => rows > 0);
  for (const { name, rows, sha256 } of filled)
    print(`  ${name.padEnd(22)} ${String(rows).padStart(8)}  ${sha256.slice(0, 16)}`);
  const all = filled.reduce((sum, { rows }) => sum + rows, 0);
  print(`${all} rader i ${filled.length} av ${tables.length} tabeller / rows in tables, ${createdAt}`);
}

function tell({ complain }: BackupTools, faults: readonly Fault[], where: string): void {
  for (const { table, kind, wanted, found } of faults)
    complain(
      kind === 'unreadable'
        ? `${where}: ${table} har rader som inte går att läsa / has rows that cannot be read`
        : `${where}: ${table} har / has ${found.rows} rader (${found.sha256.slice(0, 16)}), väntat / wanted ${wanted.rows} (${wanted.sha256.slice(0, 16)})`,
    );
}
