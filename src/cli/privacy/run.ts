import type { Keeping } from '../../composition/keeping.js';
import type { PeopleDirectory } from '../../people/index.js';
import type { PrivacyOptions } from './arguments.js';

export interface PrivacyTools {
  readonly now: Date;
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly open: () => Promise<Opened>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, parts: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

export interface Opened {
  readonly keeping: Keeping;
  readonly directory: Pick<PeopleDirectory, 'find' | 'findByEmail' | 'inOrganisation'>;
}

/** What each command is handed: what was asked for, what is kept, and where to print. */
export interface Run extends PrivacyTools, Opened {
  readonly options: PrivacyOptions;
}
