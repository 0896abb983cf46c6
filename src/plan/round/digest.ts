import type { RoundItem, UnitRef } from './item.js';
import type { ItemDigest, UnitDigest } from './round-store.js';

/** What makes an activity one to look at by itself. */
const EXCEPTIONAL: readonly string[] = ['försenad', 'avvikelse', 'avbruten'];

export function emptyDigest({ organisation, round, department, unit }: UnitRef): UnitDigest {
  return { organisation, round, department, unit, persons: [], items: {} };
}

/** The digest with these items as they are now; whoever stands in it keeps their place. */
export function digestWith(digest: UnitDigest, items: readonly RoundItem[]): UnitDigest {
  const persons = [...new Set([...digest.persons, ...items.flatMap((item) => [...item.persons, ...item.deputies])])];
  const places = new Map(persons.map((person, place) => [person, place]));
  const entries = items.map((item): [string, ItemDigest] => [
    item.key,
    {
      said: saidOf(item),
      moves: item.moves,
      persons: [...item.persons, ...item.deputies].map((person) => places.get(person)!),
    },
  ]);
  return { ...digest, persons, items: { ...digest.items, ...Object.fromEntries(entries) } };
}

/** In one word what is said of an item; '' for silence. */
export function saidOf({ response }: Pick<RoundItem, 'response'>): string {
  if (!response) return '';
  return response.status ?? response.fulfilment ?? 'outcome';
}

/** Delayed, deviating, broken off, or with a target date that was moved. */
export function isException({ said, moves }: Pick<ItemDigest, 'said' | 'moves'>): boolean {
  return moves > 0 || EXCEPTIONAL.includes(said);
}
