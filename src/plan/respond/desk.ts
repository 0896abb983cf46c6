import type { Turn } from '../../actions/index.js';
import type { Broadcast, LiveCardStore, UpdateOwnCard } from '../../broadcast/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { GuardText } from '../../privacy/index.js';
import type { RoundItem } from '../round/item.js';
import type { Round } from '../round/round.js';
import type { RoundStore } from '../round/round-store.js';
import type { Rounds } from '../round/rounds.js';
import { type Ref, refOf } from './forms.js';

export interface PlanRespondParts {
  readonly rounds: Pick<Rounds, 'itemsOf' | 'respond' | 'delegate'>;
  readonly store: Pick<RoundStore, 'find' | 'list'>;
  readonly directory: Pick<PeopleDirectory, 'find' | 'findByEmail' | 'inOrganisation'>;
  readonly guard: GuardText;
  /** Which broadcasts carry a round's cards. */
  readonly sendings: Pick<LiveCardStore, 'list'>;
  readonly broadcasts: { find(organisation: string, id: string): Promise<Broadcast | undefined> };
  readonly updateOwnCard: UpdateOwnCard;
  readonly log: { warn(facts: object, message: string): void };
}

/** A round as one person sees it. */
export interface Seat {
  readonly round: Round;
  readonly person: Person;
  /** What is asked of the person, in the order of units and plans. */
  readonly items: readonly RoundItem[];
}

/** The policy lets only people of the directory come here. */
export function personOf({ asker }: Turn): Person {
  if (asker.kind !== 'person') throw new Error('Only somebody of the directory is asked in a round.');
  return asker.person;
}

/** Finds rounds and items by what a button says: always within the asker's own organisation, and only what is asked of them. */
export function createDesk({ rounds, store }: Pick<PlanRespondParts, 'rounds' | 'store'>) {
  async function seat(person: Person, id: string): Promise<Seat | undefined> {
    const [found, items] = await Promise.all([
      store.find(person.organisation, id),
      rounds.itemsOf(person.organisation, id, person.id),
    ]);
    return found && { round: found.round, person, items };
  }
  return {
    seat,
    async item(turn: Turn, ref: Ref): Promise<{ readonly seat: Seat; readonly item: RoundItem } | undefined> {
      const taken = await seat(personOf(turn), ref.round);
      const item = taken?.items.find((candidate) => isSame(candidate, ref));
      return taken && item && { seat: taken, item };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

export function isSame(one: RoundItem, { department, unit, item }: Pick<Ref, 'department' | 'unit' | 'item'>): boolean {
  return one.department === department && one.unit === unit && one.key === item;
}

/** The first silent item after this one, else the first of all. */
export function nextSilent(items: readonly RoundItem[], after: RoundItem): RoundItem | undefined {
  const place = items.findIndex((item) => isSame(item, refOf(after)));
  const isSilent = (item: RoundItem) => !item.response && !isSame(item, refOf(after));
  return items.slice(place + 1).find(isSilent) ?? items.find(isSilent);
}
