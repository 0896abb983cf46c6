import { messageOf } from '../errors.js';
import { check } from './knowledge/check.js';
import { coverage } from './knowledge/coverage.js';
import { importDocuments } from './knowledge/import.js';
import { type Subcommand, type SubcommandTools, UsageError } from './knowledge/subcommand.js';

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = { check, coverage, import: importDocuments };

const USAGE = ['Användning / Usage:', ...Object.values(SUBCOMMANDS).map(({ usage }) => usage)].join('\n');

/** Gives the exit code: 0 nothing wrong, 1 something is, 2 wrong arguments. */
export async function runKnowledgeCommand(
  [name = '', ...args]: readonly string[],
  tools: SubcommandTools,
): Promise<number> {
  if (name === '--help' || name === '-h') {
    tools.print(USAGE);
    return 0;
  }
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  try {
    if (!subcommand) throw new UsageError(name === '' ? 'Inget underkommando / no subcommand.' : `${name}?`);
    return await subcommand.run(args, tools);
  } catch (error) {
    tools.complain(messageOf(error));
    if (!(error instanceof UsageError)) return 1;
    tools.complain(USAGE);
    return 2;
  }
}
