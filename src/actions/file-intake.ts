import type { Permission } from '../people/policy.js';
import type { Reply } from './reply.js';
import type { Turn } from './turn.js';

/** A file that somebody sent in their personal chat, fetched and of an allowed size; nobody has looked into it. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that a feature takes: by the ending of their names, and who may send them. */
export interface FileIntake {
  /** In the audit: "plan.import". */
  readonly id: string;
  /** With their dot, small letters: ".xlsx". No two intakes share one. */
  readonly endings: readonly string[];
  readonly allow: Permission;
  handle(file: IncomingFile, turn: Turn): Promise<Reply> | Reply;
}

/** The ending of a file's name, with its dot and in small letters; '' when there is none. */
export function endingOf(name: string): string {
  return /\.[^./\\]+$/.exec(name.trim())?.[0].toLowerCase() ?? '';
}
