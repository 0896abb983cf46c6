import type { Storage } from '../../storage/index.js';

/** One subcommand of `npm run -s knowledge`. A new one is a file beside this and a line in ../knowledge-command.ts. */
export interface Subcommand {
  /** Its lines of the usage: arguments, and what it does, Swedish / English. */
  readonly usage: string;
  /**
   * `args` come after the subcommand's name. Gives the exit code: 0 nothing wrong, 1 something is, 2 wrong input. Throws `UsageError` for
   * arguments that it does not know.
   */
  run(args: readonly string[], tools: SubcommandTools): number | Promise<number>;
}

export interface SubcommandTools {
  /** The folder of knowledge, from KNOWLEDGE_DIR. */
  readonly knowledgeDir: string;
  readonly now: Date;
  readonly print: (line: string) => void;
  /** Where faults go: standard error. */
  readonly complain: (line: string) => void;
  /** Where the person stands, which is what a path is meant from: npm runs scripts in the project's folder. */
  readonly folder: string;
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly openStorage: () => Promise<Storage>;
}

/** Wrong arguments: the usage is shown, exit 2. */
export class UsageError extends Error {}
