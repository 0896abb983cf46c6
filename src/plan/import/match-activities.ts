import type { PlanActivity } from '../plan.js';
import type { DraftActivity } from './draft.js';
import { likenessOf, wordSetOf, wordsOf } from './likeness.js';

/** Half of the words in common: "Utbilda chefer i rehab" and "Utbilda alla chefer i rehabilitering och rehab" are one activity. */
const ALIKE = 0.5;
/** At the same place of the same goal less is enough, since that is where it was reworded. */
const ALIKE_IN_PLACE = 0.25;

/**
 * Finds for each activity of a file the stored one that it is: first by its very words, then by its place among those of its goal, then
 * by like words. Each stored one is given once. Those that are gone may come back.
 */
export function matchActivities(
  stored: readonly PlanActivity[],
  drafts: readonly DraftActivity[],
): Map<DraftActivity, PlanActivity> {
  const matched = new Map<DraftActivity, PlanActivity>();
  const left = new Set(stored);
  const give = (draft: DraftActivity, activity: PlanActivity | undefined): void => {
    if (!activity) return;
    matched.set(draft, activity);
    left.delete(activity);
  };
  const unmatched = () => drafts.filter((draft) => !matched.has(draft));

  // The same words under the same goal before the same words anywhere: one activity may stand under several goals.
  for (const keyOf of [exactKey, textKey]) {
    const byKey = group([...left], keyOf);
    for (const draft of unmatched()) give(draft, byKey.get(keyOf(draft))?.shift());
  }
  const words = new Map([...left, ...unmatched()].map((one) => [one, wordSetOf(one.activity)] as const));
  const likeness = (one: DraftActivity, other: PlanActivity) => likenessOf(words.get(one)!, words.get(other)!);
  const places = placesIn(drafts);
  const storedAt = group([...left], (one) => `${goalKey(one)}\n${placesIn(stored).get(one) ?? 0}`);
  for (const draft of unmatched()) {
    const [here] = storedAt.get(`${goalKey(draft)}\n${places.get(draft) ?? 0}`) ?? [];
    if (here && left.has(here) && likeness(draft, here) >= ALIKE_IN_PLACE) give(draft, here);
  }
  for (const draft of unmatched()) {
    const best = [...left].map((one) => ({ one, like: likeness(draft, one) })).sort((a, b) => b.like - a.like)[0];
    if (best && best.like >= ALIKE) give(draft, best.one);
  }
  return matched;
}

type Either = Pick<PlanActivity, 'phase' | 'goal' | 'activity'>;

function goalKey({ phase, goal }: Either): string {
  return `${phase ?? ''}\n${wordsOf(goal).join(' ')}`;
}

function textKey({ activity }: Either): string {
  return wordsOf(activity).join(' ');
}

function exactKey(one: Either): string {
  return `${goalKey(one)}\n${textKey(one)}`;
}

/** The how-manieth of its goal each one is. */
function placesIn<T extends Either>(list: readonly T[]): Map<T, number> {
  const counts = new Map<string, number>();
  return new Map(
    list.map((one) => {
      const at = (counts.get(goalKey(one)) ?? 0) + 1;
      counts.set(goalKey(one), at);
      return [one, at];
    }),
  );
}

function group<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
