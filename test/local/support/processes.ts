import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes that a process started and that are still there. */
export function childrenOf(parent: number): number[] {
  return living()
    .filter((process) => process.parent === parent)
    .map(({ pid }) => pid);
}

/** Those of them that belong to a local world; the compiler that tsx keeps beside it does not. */
export function worldOf(parent: number): number[] {
  return living()
    .filter((process) => process.parent === parent && process.command.includes('preload.mjs'))
    .map(({ pid }) => pid);
}

export function isAlive(pid: number): boolean {
  return living().some((process) => process.pid === pid);
}

/** Every process that has not ended (a zombie has). */
function living(): Process[] {
  if (!existsSync('/proc/self/stat'))
    return parse(execFileSync('ps', ['-A', '-o', 'stat=,pid=,ppid=,args='], { encoding: 'utf8' }));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid));
}

function readProcess(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    return [{ pid: Number(pid), parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
  } catch {
    // It ended since the folder was read.
    return [];
  }
}

function parse(table: string): Process[] {
  return [...table.matchAll(/^\s*(\S+)\s+(\d+)\s+(\d+)\s+(.*)$/gm)]
    .filter(([, state = 'Z']) => !state.startsWith('Z'))
    .map(([, , pid, parent, command = '']) => ({ pid: Number(pid), parent: Number(parent), command }));
}
