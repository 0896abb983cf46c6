import type { RoundStore, UnitDigest } from '../round/index.js';
import { type Asked, askedOf } from './asked.js';

export type AskedByKey = ReadonlyMap<string, Asked>;

/**
 * Learns what a round asks while its digests go by, which hold keys only: reads the items of a unit that is asked something new.
 * Units with the same functions are asked the same, so a few units teach all of a round of thousands.
 */
export function createAskedReader(rounds: Pick<RoundStore, 'unitItems'>) {
  const asked = new Map<string, Asked>();
  return {
    asked: asked as AskedByKey,
    async learn({ organisation, round, department, unit, items }: UnitDigest): Promise<void> {
      if (Object.keys(items).every((key) => asked.has(key))) return;
      for (const { item } of await rounds.unitItems({ organisation, round, department, unit }))
        if (!asked.has(item.key)) asked.set(item.key, askedOf(item));
    },
  };
}
