import { parseArgs } from 'node:util';
import { stockholmTime } from '../../calendar/index.js';
import { createBackup, type Fault, readManifest, verifyAccount, verifyFiles } from '../../backup/index.js';
import { AppError, messageOf } from '../../errors.js';
import { eraseSince, restore } from './restore.js';
import { type BackupTools, list, type Options, progress, type Run } from './tools.js';

export const BACKUP_USAGE = [
  'Användning / Usage:',
  '  npm run -s backup -- create [MAPP]      alla tabeller i en ny mapp / all tables into a new folder',
  '  npm run -s backup -- verify MAPP        antal rader och kontrollsummor / counts and hashes',
  '      --account                           jämför också med kontot i inställningarna / also against the account of the settings',
  '  npm run -s backup -- restore MAPP       in i ett tomt konto; avbruten körs den bara om / into an empty account; cut off, just run it again',
  '      --erasures MAPP                     gör om raderingar som en nyare kopia känner till; kopiorna bredvid läses alltid / also from that newer back-up',
  '  npm run -s backup -- erase-again MAPP   bara det: raderar igen dem som raderats efter kopian / only erases again who was erased since',
].join('\n');

/** `backup -- …`. Gives the exit code: 0 all is well, 1 it failed or something differs, 2 the command is not understood. */
export async function runBackupCommand(args: readonly string[], tools: BackupTools): Promise<0 | 1 | 2> {
  const read = readArguments(args);
  if (!read) {
    tools.complain(BACKUP_USAGE);
    return 2;
  }
  try {
    return await read.run(tools, read.folder, read);
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

const RUNS: Readonly<Record<string, Run>> = { create, verify, restore, 'erase-again': eraseSince };
const ERASES = ['restore', 'erase-again'];

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        account: { type: 'boolean', default: false },
        erasures: { type: 'string', multiple: true, default: [] },
      },
    });
    const [name = '', folder = '', ...rest] = positionals;
    const run = Object.hasOwn(RUNS, name) ? RUNS[name] : undefined;
    const { account, erasures } = values;
    const isComplete = folder !== '' || name === 'create';
    const isOwn = (!account || name === 'verify') && (erasures.length === 0 || ERASES.includes(name));
    return run && isComplete && isOwn && rest.length === 0 ? { run, folder, account, erasures } : undefined;
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

async function verify(tools: BackupTools, wanted: string, { account }: Options): Promise<0 | 1> {
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

function tell({ complain }: BackupTools, faults: readonly Fault[], where: string): void {
  for (const { table, kind, wanted, found } of faults)
    complain(
      kind === 'unreadable'
        ? `${where}: ${table} har rader som inte går att läsa / has rows that cannot be read`
        : `${where}: ${table} har / has ${found.rows} rader (${found.sha256.slice(0, 16)}), väntat / wanted ${wanted.rows} (${wanted.sha256.slice(0, 16)})`,
    );
}
