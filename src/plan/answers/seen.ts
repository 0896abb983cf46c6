import type { Round, RoundStore, UnitDigest } from '../round/index.js';
import { saidOf } from '../round/index.js';
import { type Asked, sees, type Sight } from './sight.js';
import { isIn, type Place } from './understand/index.js';

/** One thing that one unit is asked, as the asker may see it. */
export interface Seen extends Asked {
  readonly key: string;
  readonly kind: 'activity' | 'goal' | 'indicator';
  /** The status or fulfilment; '' for silence. */
  readonly said: string;
  /** How many times the target date was moved. */
  readonly moves: number;
}

/**
 * What somebody may see of a round in these places (everywhere when there are none), from the digests of its units. Whoever sees only the own
 * costs no read of other units.
 */
export async function seenOf(store: RoundStore, round: Round, sight: Sight, places: readonly Place[]): Promise<Seen[]> {
  const isWanted = (at: { department: string; unit: string }) =>
    places.length === 0 || places.some((place) => isIn(place, at));
  const all =
    sight.reach === 'eget' ? await ownItems(store, round, sight.persons) : await unitItems(store, round, isWanted);
  return all.filter((seen) => isWanted(seen) && sees(sight, seen));
}

async function unitItems(
  store: RoundStore,
  { organisation, id }: Round,
  isWanted: (unit: UnitDigest) => boolean,
): Promise<Seen[]> {
  const found: Seen[] = [];
  for await (const digest of store.digests(organisation, id)) {
    if (!isWanted(digest)) continue;
    const { department, unit } = digest;
    for (const [key, { said, moves, persons }] of Object.entries(digest.items))
      found.push({
        department,
        unit,
        key,
        kind: kindOf(key),
        said,
        moves,
        persons: persons.map((place) => digest.persons[place]!),
      });
  }
  return found;
}

async function ownItems(store: RoundStore, round: Round, own: ReadonlySet<string>): Promise<Seen[]> {
  const [person] = own;
  if (person === undefined) return [];
  const units = await store.assignments(round.organisation, person, round.id);
  const items = await Promise.all(units.map((unit) => store.unitItems(unit)));
  return items.flat().map(({ item }) => ({
    department: item.department,
    unit: item.unit,
    key: item.key,
    kind: item.kind,
    said: saidOf(item),
    moves: item.moves,
    persons: [...item.persons, ...item.deputies],
  }));
}

/** "2020-forskola/17", "2020-forskola/goal-3", "2020-forskola/indicator-2". */
function kindOf(key: string): Seen['kind'] {
  const part = key.slice(key.lastIndexOf('/') + 1);
  return part.startsWith('goal-') ? 'goal' : part.startsWith('indicator-') ? 'indicator' : 'activity';
}
