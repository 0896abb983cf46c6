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
 * which line, and of it only what should not be there. Throws as well when no bot has logged anything: then there was nothing to look at.
 */
export function checkLogs(dataDir: string): void {
  const folder = join(dataDir, 'logs');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith('bot')) : [];
  const lines = files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .map((line, at) => ({ line, at, file })),
  );
  if (lines.every(({ line }) => line === '')) throw new Error(`No bot has logged a line in ${folder}.`);
  const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
  const forbidden = [...people.flatMap(({ name, email }) => [name, email]), ...typed].map((text) => ({
    text,
    ways: waysInLog(text),
  }));
  const faults = lines.flatMap(({ line, at, file }) =>
    forbidden
      .filter(({ ways }) => ways.some((way) => line.includes(way)))
      .map(({ text }) => `${file}, line ${at + 1}: ${text}`),
  );
  if (faults.length > 0) throw new Error(`The bot's log holds what people are called or wrote:\n${faults.join('\n')}`);
}

/** A line is JSON, so a text stands in it with its quotes and newlines escaped; twice, when it was JSON in a message before. */
function waysInLog(text: string): readonly string[] {
  const once = escaped(text);
  return [...new Set([text, once, escaped(once)])];
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
