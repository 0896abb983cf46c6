import type { ChecklistItem } from '../checklist/item.js';
import type { ExitCase } from './exit-case.js';
import type { CaseItem } from './slots.js';

/**
 * The case with the items done that the bot itself has seen to, for all their owners; what somebody said of one stays. Undefined when
 * there is nothing to change.
 */
export function tickedByBot(
  exitCase: ExitCase,
  items: readonly CaseItem[],
  opens: NonNullable<ChecklistItem['opens']>,
  at: Date,
): ExitCase | undefined {
  const open = items
    .filter(({ item }) => item.opens === opens)
    .flatMap(({ item, due, slots }) =>
      slots.filter(({ tick }) => !tick).map(({ owner }) => ({ id: item.id, owner, due })),
    );
  if (exitCase.status !== 'open' || open.length === 0) return undefined;
  const ticks = { ...exitCase.ticks };
  for (const { id, owner, due } of open)
    ticks[id] = { ...ticks[id], [owner]: { state: 'done', at, due, form: `bot:${opens}` } };
  return { ...exitCase, ticks };
}
