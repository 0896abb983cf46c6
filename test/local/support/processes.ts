import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes that a process started and that are still there. */
export function childrenOf(parent: number): number[] {
  return parents()
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid);
}

export function isAlive(pid: number): boolean {
  return parents().some(([candidate]) => candidate === pid);
}

/** Process number and parent of every process that has not ended (a zombie has). */
function parents(): [number, number][] {
  if (!existsSync('/proc/self/stat'))
    return parse(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const [state = 'Z', ppid = ''] = statOf(pid);
      return state === 'Z' ? [] : [[Number(pid), Number(ppid)] as [number, number]];
    });
}

function statOf(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended since the folder was read.
    return [];
  }
}

function parse(table: string): [number, number][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = 'Z']) => !state.startsWith('Z'))
    .map(([pid, ppid]) => [Number(pid), Number(ppid)]);
}
