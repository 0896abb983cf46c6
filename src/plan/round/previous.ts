import type { RoundItem } from './item.js';
import type { Round } from './round.js';
import type { RoundStore } from './round-store.js';

/** What an item takes over from the round before. */
export type Carried = Pick<RoundItem, 'previous' | 'moves'>;

/** By unit and key, see `placeOf`. */
export type Previous = ReadonlyMap<string, Carried>;

type Place = Pick<RoundItem, 'department' | 'unit' | 'key'>;

export function placeOf({ department, unit, key }: Place): string {
  return JSON.stringify([department, unit, key]);
}

export function carriedTo(place: Place, previous: Previous): Carried {
  return previous.get(placeOf(place)) ?? { moves: 0 };
}

/** What the next round takes over of an item: its answer or, where it stayed silent, what was said before it. */
export function carriedFrom(item: RoundItem, { id, title }: Pick<Round, 'id' | 'title'>): Carried {
  const { response, previous, moves } = item;
  return { previous: response ? { round: id, title, response } : previous, moves };
}

/**
 * Reads what a round takes over, plan by plan from the newest earlier round that asked about the plan at all. Holds one entry an
 * item of those rounds.
 */
export async function readPrevious(
  store: Pick<RoundStore, 'list' | 'items'>,
  round: Pick<Round, 'organisation' | 'id' | 'plans' | 'createdAt'>,
): Promise<Previous> {
  const found = new Map<string, Carried>();
  const wanted = new Set(round.plans);
  for await (const earlier of store.list(round.organisation)) {
    if (wanted.size === 0) break;
    const isEarlier = earlier.id !== round.id && earlier.createdAt <= round.createdAt && earlier.state !== 'preparing';
    if (!isEarlier || !earlier.plans.some((plan) => wanted.has(plan))) continue;
    const answered = new Set<string>();
    for await (const item of store.items(round.organisation, earlier.id)) {
      if (!wanted.has(item.plan)) continue;
      answered.add(item.plan);
      found.set(placeOf(item), carriedFrom(item, earlier));
    }
    for (const plan of answered) wanted.delete(plan);
  }
  return found;
}
