import type { ExitCase } from '../case/exit-case.js';
import { caseItems } from '../case/slots.js';
import type { ExitParts } from '../parts.js';

/** The employee, the manager, and whoever holds a function that has something to do. */
export function recipientsOf(
  exitCase: ExitCase,
  { checklist, holdersOf }: Pick<ExitParts, 'checklist' | 'holdersOf'>,
): string[] {
  const holders = holdersOf(exitCase);
  const sides = new Set(
    caseItems(exitCase, checklist(), holders).flatMap(({ slots }) => slots.map(({ side }) => side)),
  );
  const others = [...sides].flatMap((side) => holders[side] ?? []);
  return [...new Set([exitCase.employee, exitCase.manager, ...others])];
}
