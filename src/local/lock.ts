import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.js';

export interface Lock {
  release(): void;
}

/**
 * Keeps a second local world away from the same data folder, which Azurite cannot share. Throws `storage_conflict`
 * naming the process that has it. The lock of a dead process is taken over.
 */
export function takeLock(dataDir: string): Lock {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'world.lock');
  const own = `${process.pid} ${startOf(process.pid)}`;
  if (!create(file, own)) {
    const holder = read(file);
    if (isHeld(holder)) throw held(file, dataDir, holder);
    rmSync(file, { force: true });
    // Somebody else may take over the same dead lock at the same moment: only one of us creates the file.
    if (!create(file, own)) throw held(file, dataDir, read(file));
  }
  const release = () => {
    process.off('exit', release);
    if (read(file) === own) rmSync(file, { force: true });
  };
  // An exit nobody planned (an exception, a broken terminal) must not leave the lock behind.
  process.on('exit', release);
  return { release };
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** A process number comes back after a restart, so a holder counts only when it also started at the noted moment. */
function isHeld(holder: string): boolean {
  const [pid = NaN, start = ''] = holder.split(' ').map((part, index) => (index === 0 ? Number(part) : part)) as [
    number,
    string,
  ];
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return false;
  return start === startOf(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in clock ticks since the machine did (field 22 of Linux' stat); elsewhere nothing. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function held(file: string, dataDir: string, holder: string): AppError {
  const pid = holder.split(' ')[0] ?? '';
  return new AppError(
    'storage_conflict',
    [
      `UBARA-assistenten kör redan på ${dataDir} (process ${pid}). Stoppa den med Ctrl-C i dess fönster, eller välj en annan mapp: DATA_DIR=.data2 npm start`,
      `  UBARA-assistenten already runs on this folder (process ${pid}). Stop it with Ctrl-C in its window, or choose another DATA_DIR.`,
      `  Är det fel, ta bort filen / If that is wrong, delete the file: ${file}`,
    ].join('\n'),
    { facts: { pid } },
  );
}
