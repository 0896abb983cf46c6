import type { PlanIndicator } from '../plan.js';
import { foldName, type DraftIndicator } from './indicators.js';
import { likenessOf, wordSetOf } from './likeness.js';

/** Half of the words in common: it was reworded. */
const ALIKE = 0.5;

/** What an import would do to the indicators of a stored plan. */
export interface IndicatorComparison {
  readonly added: readonly PlanIndicator[];
  readonly changed: readonly { readonly before: PlanIndicator; readonly after: PlanIndicator }[];
  readonly unchanged: readonly PlanIndicator[];
  /** In the stored plan but not in the file: no longer asked about; answers that were given stay with their rounds. */
  readonly gone: readonly PlanIndicator[];
  /** As the plan would have them, in the order of the file. */
  readonly result: readonly PlanIndicator[];
  /** The last number that is given out afterwards. */
  readonly lastNumber: number;
}

/**
 * Compares a file's indicators with the stored ones; pure. Each keeps its id where its name, or half of its words, tell that it is the same.
 * A file without any says nothing about them: then they stay. New ones get numbers that neither an indicator nor an activity of the plan had.
 */
export function compareIndicators(
  drafts: readonly DraftIndicator[],
  stored: readonly PlanIndicator[],
  lastNumber: number,
): IndicatorComparison {
  if (drafts.length === 0) return { added: [], changed: [], unchanged: stored, gone: [], result: stored, lastNumber };
  const matched = match(drafts, stored);
  const added: PlanIndicator[] = [];
  const changed: { before: PlanIndicator; after: PlanIndicator }[] = [];
  const unchanged: PlanIndicator[] = [];
  const result = drafts.map(({ place: _, ...draft }, at) => {
    const before = matched.get(drafts[at]!);
    const after = { id: before?.id ?? String(++lastNumber), ...draft };
    if (!before) added.push(after);
    else if (FIELDS.some((field) => before[field] !== after[field])) changed.push({ before, after });
    else unchanged.push(after);
    return after;
  });
  const kept = new Set(matched.values());
  return { added, changed, unchanged, gone: stored.filter((one) => !kept.has(one)), result, lastNumber };
}

export const FIELDS = ['name', 'target', 'cityTarget', 'measure', 'periodicity', 'bySex'] as const;

function match(
  drafts: readonly DraftIndicator[],
  stored: readonly PlanIndicator[],
): Map<DraftIndicator, PlanIndicator> {
  const matched = new Map<DraftIndicator, PlanIndicator>();
  const left = new Set(stored);
  const give = (draft: DraftIndicator, one: PlanIndicator | undefined): void => {
    if (!one) return;
    matched.set(draft, one);
    left.delete(one);
  };
  for (const draft of drafts)
    give(
      draft,
      [...left].find(({ name }) => foldName(name) === foldName(draft.name)),
    );
  for (const draft of drafts) {
    if (matched.has(draft)) continue;
    const words = wordSetOf(draft.name);
    const likes = [...left].map((one) => ({ one, like: likenessOf(words, wordSetOf(one.name)) }));
    const best = likes.sort((a, b) => b.like - a.like)[0];
    if (best && best.like >= ALIKE) give(draft, best.one);
  }
  return matched;
}
