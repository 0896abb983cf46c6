import type { RoundItem, RoundStore } from '../round/index.js';
import { concernsAsked } from './filter.js';
import type { RoundSummary } from './summary.js';

/** The items that a summary counts, unit by unit; of one department only its units are read. `onItem` is told of each. */
export async function* readItems(
  rounds: Pick<RoundStore, 'items' | 'unitItems'>,
  summary: RoundSummary,
  onItem?: () => void,
): AsyncGenerator<RoundItem> {
  for await (const item of ofDepartments(rounds, summary)) {
    if (!concernsAsked(summary.filter, item)) continue;
    onItem?.();
    yield item;
  }
}

async function* ofDepartments(
  rounds: Pick<RoundStore, 'items' | 'unitItems'>,
  { round: { organisation, id: round }, filter, silence }: RoundSummary,
): AsyncGenerator<RoundItem> {
  if (filter.department === undefined) yield* rounds.items(organisation, round);
  else
    for (const { department, unitNames } of silence)
      for (const unit of unitNames)
        for (const { item } of await rounds.unitItems({ organisation, round, department, unit })) yield item;
}
