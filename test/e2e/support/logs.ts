import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSecrets } from './secrets.js';

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
  const secretsIn = findSecrets();
  const faults = lines.flatMap(({ line, at, file }) =>
    secretsIn(line).map((text) => `${file}, line ${at + 1}: ${text}`),
  );
  if (faults.length > 0) throw new Error(`The bot's log holds what people are called or wrote:\n${faults.join('\n')}`);
}
