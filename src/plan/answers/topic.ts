import { type Concept, ConceptMatcher, holds, stemsOf } from '../../ask/index.js';
import { LOCALES } from '../../calendar/index.js';
import type { PlanActivity } from '../plan.js';

type Worded = Pick<PlanActivity, 'activity' | 'goal' | 'phase'>;

export interface Topics {
  /** The activities whose words hold all that a question is about. */
  about<A extends Worded>(activities: readonly A[], topic: readonly string[]): A[];
  /** The same things in stems that the activities themselves have: what may be remembered, since nobody typed it. */
  inTheirWords(activities: readonly Worded[], topic: readonly string[]): string[];
}

/**
 * Finds what activities are about: "rehab" is in "rehabilitering", "silviadiplomeringen" in "silviadiplomera". Words that mean the same
 * (knowledge/vocabulary/concepts.yml, also across languages) count where no activity has the word itself.
 */
export function createTopics(concepts: readonly Concept[]): Topics {
  const matchers = LOCALES.map((locale) => new ConceptMatcher(concepts, locale));
  const conceptsOf = (word: string) => matchers.flatMap((matcher) => matcher.ofWord(word));
  const means = (bag: ReadonlySet<string>, word: string) => {
    const meant = new Set(conceptsOf(word));
    return meant.size > 0 && [...bag].some((other) => conceptsOf(other).some((concept) => meant.has(concept)));
  };
  return {
    about(activities, topic) {
      const bags = activities.map((activity) => bagsOf(activity));
      const all = (isIn: (bags: Bags, word: string) => boolean) =>
        activities.filter((_, at) => topic.every((word) => isIn(bags[at]!, word)));
      const own = all((bag, word) => holds(bag.own, word) > 0);
      if (own.length > 0) return own;
      // A goal has many activities: it counts where no activity itself speaks of the thing.
      const goals = all((bag, word) => holds(bag.whole, word) > 0);
      return goals.length > 0 ? goals : all((bag, word) => holds(bag.whole, word) > 0 || means(bag.whole, word));
    },
    inTheirWords(activities, topic) {
      const words = [...new Set(activities.flatMap((activity) => [...bagsOf(activity).whole]))];
      return topic.flatMap(
        (word) => words.find((own) => own === word) ?? words.find((own) => holds(new Set([own]), word) > 0) ?? [],
      );
    },
  };
}

interface Bags {
  readonly own: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
}

function bagsOf({ activity, goal, phase }: Worded): Bags {
  const own = stemsOf([activity]);
  return { own, whole: new Set([...own, ...stemsOf([goal, phase ?? ''])]) };
}
