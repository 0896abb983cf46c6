import type { Message, Reply, Turn, View } from '../../actions/index.js';
import type {
  Broadcasts,
  DraftStore,
  LiveCards,
  LiveCardStore,
  Reaches,
  Remind,
  Times,
} from '../../broadcast/index.js';
import type { Clock, Locale } from '../../calendar/index.js';
import { organisationOf, type PeopleDirectory, type Person } from '../../people/index.js';
import type { GuardText } from '../../privacy/index.js';
import type { PlanStore } from '../plan-store.js';
import type { Round, RoundItem, Rounds, RoundStore, StoredRound } from '../round/index.js';
import type { Schedule } from './proposal.js';
import { planHrTexts } from './texts.js';
import type { Values } from './values.js';

export interface PlanHrParts {
  readonly rounds: RoundStore;
  /** What carries a round out. */
  readonly conduct: Pick<Rounds, 'plan' | 'start' | 'close' | 'reopen' | 'reopenItem'>;
  /** The very card of one person, with nothing to press. */
  readonly preview: (round: Round, items: readonly RoundItem[], person: Person, locale: Locale) => Message;
  readonly plans: Pick<PlanStore, 'list' | 'activities'>;
  readonly broadcasts: Pick<Broadcasts, 'find' | 'counts' | 'press' | 'extend' | 'touch'>;
  readonly liveCards: LiveCards;
  /** Which broadcasts carry a round's cards: the round's own, those of deputies and of items that were opened again. */
  readonly sendings: Pick<LiveCardStore, 'list'>;
  readonly drafts: DraftStore<Values>;
  readonly reaches: Reaches;
  readonly directory: Pick<PeopleDirectory, 'find' | 'findByEmail' | 'inOrganisation'>;
  readonly guard: GuardText;
  readonly schedule: Schedule;
  readonly remind: Remind;
  readonly perSecond: number;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
  /** `TIMES` of broadcast/ unless they are given. */
  readonly times?: Pick<Times, 'refresh'>;
}

/** The policy lets only people of the directory come here. */
export function personOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory has an organisation to follow up.');
  return asker.person;
}

/** The round of that id in the asker's own organisation: ids come from the client, and another board's is as unknown as nothing. */
export async function ownRound(
  { rounds }: Pick<PlanHrParts, 'rounds'>,
  { asker }: Turn,
  id: string,
): Promise<StoredRound | undefined> {
  return rounds.find(organisationOf(asker), id);
}

/** A small card of a title and a line, in the place of one that is over. */
export function noticeView(title: string, line: string): View {
  return { template: 'plan/notice', data: { title, line } };
}

/** What a press about a round gets that is not there for the asker. */
export function unknown({ locale }: Turn): Reply {
  return { toast: planHrTexts[locale].notThere, outcome: 'round-unknown' };
}

/** What a press gets that needs an open round. */
export function notOpen({ locale }: Turn): Reply {
  return { toast: planHrTexts[locale].notOpen, outcome: 'round-not-open' };
}
