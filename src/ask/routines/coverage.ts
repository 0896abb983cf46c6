import type { Routine } from '../knowledge.js';
import { coverage, stemsOf, weightsOver } from '../text/coverage.js';
import { contentStems } from '../understand/content.js';
import type { Steps } from '../steps.js';
import type { Frame } from '../understand/frame.js';

/**
 * How much of a question a routine speaks of at all, 0 to 1: the ranker finds the closest of what there is, also to a
 * question about the moon. Built once over all routines.
 */
export function* coverageSteps(routines: readonly Routine[]): Steps<(frame: Frame, routine: Routine) => number> {
  const bags = new Map<string, ReadonlySet<string>>();
  for (const { id, title, titleEn, body, bodyEn, questions, questionsEn } of routines) {
    bags.set(id, stemsOf([title, titleEn, body, bodyEn, ...questions, ...questionsEn]));
    yield;
  }
  const weight = weightsOver([...bags.values()]);
  return (frame: Frame, { id }: Routine): number =>
    coverage(
      contentStems(frame, () => true),
      bags.get(id)!,
      weight,
    );
}
