import type { AuditLog, View } from '../../actions/index.js';
import type { Broadcasts, Counts, Ledger, LiveCards, Reaches } from '../../broadcast/index.js';
import type { Clock, Locale } from '../../calendar/index.js';
import type { PeopleStore } from '../../people/index.js';

export interface OpenBroadcasts {
  readonly broadcasts: Broadcasts;
  readonly ledger: Ledger;
  readonly liveCards: LiveCards;
  readonly people: Pick<PeopleStore, 'list'>;
  readonly reaches: Reaches;
  readonly audit: AuditLog;
}

export interface BroadcastCommandTools {
  readonly clock: Clock;
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly open: () => Promise<OpenBroadcasts>;
  readonly sizeOf: (view: View, locale: Locale) => number;
  /** The Swedish strings of the cards: states and causes have the same words everywhere. */
  readonly words: () => Readonly<Record<string, string>>;
  readonly perSecond: number;
  readonly readText: (file: string) => Promise<string>;
  readonly writeFile: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Draws over the last line of the terminal; not there when nobody looks. */
  readonly draw?: (line: string) => void;
}

/** Something is wrong with the arguments or the file: exit code 2, nothing has changed. */
export class UsageError extends Error {}

/** Recipients that are over, whatever became of them. */
export function settled({ recipients = 0, pending = 0, sending = 0 }: Counts): number {
  return recipients - pending - sending;
}
