import type { Reply, Turn, View } from '../../actions/index.js';
import type { Clock, Locale } from '../../calendar/index.js';
import { type PeopleDirectory, type Person, organisationOf } from '../../people/index.js';
import type { GuardText } from '../../privacy/index.js';
import { ANNOUNCEMENT } from '../announcement.js';
import type { Broadcast } from '../broadcast.js';
import type { Broadcasts } from '../broadcasts.js';
import type { Courier } from '../courier.js';
import type { Ledger } from '../ledger.js';
import type { LiveCards } from '../live-cards.js';
import type { Pace } from '../pace.js';
import type { Reaches } from '../reach.js';
import type { DraftStore } from './draft.js';
import type { Times } from '../times.js';
import { hrTexts } from './texts.js';

/**
 * Reminds those who have the card and have not answered: now in civil hours, else at the next such moment. Gives how many get a
 * reminder now. Whoever never got the card is passed over.
 */
export type Remind = (broadcast: Broadcast, now: Date) => Promise<number>;

export interface HrParts {
  readonly broadcasts: Broadcasts;
  readonly ledger: Pick<Ledger, 'find' | 'counts'>;
  readonly liveCards: LiveCards;
  readonly drafts: DraftStore;
  readonly reaches: Reaches;
  readonly directory: Pick<PeopleDirectory, 'find' | 'findByEmail' | 'inOrganisation'>;
  readonly courier: Pick<Courier, 'update'>;
  readonly pace: Pace;
  readonly guard: GuardText;
  /** How many bytes a card has as it is sent. */
  readonly sizeOf: (view: View, locale: Locale) => number;
  readonly perSecond: number;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
  /** `TIMES` unless they are given. */
  readonly times?: Pick<Times, 'refresh'>;
  /** Without it the button is not there. */
  readonly remind?: Remind;
}

/** The policy lets only people of the directory come here. */
export function personOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory has an organisation to send in.');
  return asker.person;
}

/**
 * The announcement of that id in the asker's own organisation. Ids come from the client: another board's, and those of cards
 * that the bot itself sends (progress, questions), are as unknown as nothing.
 */
export async function ownAnnouncement(
  broadcasts: Pick<Broadcasts, 'find'>,
  { asker }: Turn,
  id: string,
): Promise<Broadcast | undefined> {
  const found = await broadcasts.find(organisationOf(asker), id);
  return found?.kind === ANNOUNCEMENT ? found : undefined;
}

/** A small card of a title and a line, in the place of a form that is over. */
export function noteView(title: string, line: string): View {
  return { template: 'broadcast/note', data: { title, line } };
}

/** What a press about a broadcast gets that is not there for the asker. */
export function unknown({ locale }: Turn): Reply {
  return { toast: hrTexts[locale].notThere, outcome: 'broadcast-unknown' };
}
