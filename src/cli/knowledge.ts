import { existsSync } from 'node:fs';
import { systemClock } from '../calendar/index.js';
import { messageOf } from '../errors.js';
import { openConfiguredStorage } from './configured-storage.js';
import { check } from './knowledge/check.js';
import { coverage } from './knowledge/coverage.js';
import { importDocuments } from './knowledge/import.js';
import { type Subcommand, UsageError } from './knowledge/subcommand.js';

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = { check, coverage, import: importDocuments };

const USAGE = ['Användning / Usage:', ...Object.values(SUBCOMMANDS).map(({ usage }) => usage)].join('\n');

/** Gives the exit code: 0 nothing wrong, 1 something is, 2 wrong arguments. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    console.log(USAGE);
    return 0;
  }
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  try {
    if (!subcommand) throw new UsageError(name === '' ? 'Inget underkommando / no subcommand.' : `${name}?`);
    const knowledgeDir = process.env.KNOWLEDGE_DIR?.trim() || 'knowledge';
    return await subcommand.run(args, {
      knowledgeDir,
      now: systemClock(),
      print: console.log,
      complain: console.error,
      folder: process.env.INIT_CWD ?? process.cwd(),
      openStorage: () => openConfiguredStorage(process.env),
    });
  } catch (error) {
    console.error(messageOf(error));
    if (!(error instanceof UsageError)) return 1;
    console.error(USAGE);
    return 2;
  }
}

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await main(process.argv.slice(2));
