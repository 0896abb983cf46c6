import { existsSync, readFileSync } from 'node:fs';

const LAST_LINES = 12;
const LONGEST_LINE = 300;

/** The first whole line that matches; undefined while there is none. */
export function findLine(file: string, pattern: RegExp): RegExpExecArray | undefined {
  // The last piece is a line that is still being written, or nothing.
  for (const line of linesOf(file).slice(0, -1)) {
    const match = pattern.exec(line);
    if (match) return match;
  }
  return undefined;
}

/** The last 12 lines that say something, each cut at 300 characters: enough to see why a program ended. */
export function lastLines(file: string): string[] {
  return linesOf(file)
    .filter((line) => line.trim() !== '')
    .slice(-LAST_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} ...` : line));
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : [];
}
