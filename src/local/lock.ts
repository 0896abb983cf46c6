import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.js';

export interface Lock {
  release(): void;
}

/** The files that this very process holds. */
const heldHere = new Set<string>();

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
    if (isHeld(file, holder)) throw held(file, dataDir, holder);
    // Somebody else may take over the same dead lock at the same moment: only one of us creates the file.
    if (!removeDead(file, holder) || !create(file, own)) throw held(file, dataDir, read(file));
  }
  heldHere.add(file);
  let isReleased = false;
  const release = () => {
    // Again would take the lock of whoever came after.
    if (isReleased) return;
    isReleased = true;
    process.off('exit', release);
    heldHere.delete(file);
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

/** Removes the lock when it is still the dead holder's: moved aside first, since a check and a removal are two steps. */
function removeDead(file: string, holder: string): boolean {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    // Somebody else was quicker to remove it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  const isDead = read(aside) === holder;
  if (isDead) rmSync(aside);
  else renameSync(aside, file);
  return isDead;
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
function isHeld(file: string, holder: string): boolean {
  const [number = '', start = ''] = holder.split(' ');
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return heldHere.has(file);
  return isAlive(pid) && start === startOf(pid);
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
