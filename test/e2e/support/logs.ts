import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePeopleCsv } from '../../../src/people/index.js';

/** Shorter is a command or a choice, which may well be the name of something. */
const SHORTEST = 12;
const typed = new Set<string>();

/** Remembers what somebody typed in this run. */
export function noteTyped(text: string): void {
  const trimmed = text.trim();
  if (trimmed.length >= SHORTEST && trimmed.includes(' ')) typed.add(trimmed);
}

/**
 * Throws when a bot's log of a whole run holds a name or an address of anybody, or anything that was typed: logs hold ids and counts. Says
 * which line, and of it only what should not be there.
 */
export function checkLogs(dataDir: string): void {
  const folder = join(dataDir, 'logs');
  if (!existsSync(folder)) return;
  const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
  const forbidden = [...people.flatMap(({ name, email }) => [name, email]), ...typed];
  const faults = readdirSync(folder)
    .filter((file) => file.startsWith('bot'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line, at) => ({ line, at, file })),
    )
    .flatMap(({ line, at, file }) =>
      forbidden.filter((text) => line.includes(text)).map((text) => `${file}, line ${at + 1}: ${text}`),
    );
  if (faults.length > 0) throw new Error(`The bot's log holds what people are called or wrote:\n${faults.join('\n')}`);
}
