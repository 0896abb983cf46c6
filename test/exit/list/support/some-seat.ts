import { stockholmDate } from '../../../../src/calendar/index.js';
import { caseItems, type ExitCase, type Holders, sidesOf, type Tick } from '../../../../src/exit/index.js';
import type { Seat } from '../../../../src/exit/list/desk.js';
import { ownParts, partsOf } from '../../../../src/exit/list/part.js';
import { loadChecklist } from '../../../../src/knowledge/index.js';
import { someCase } from '../../case/some-case.js';

export const checklist = loadChecklist('knowledge');
export const NOW = new Date('2026-11-18T09:00:00Z');

export function someTick(state: Tick['state'], changes: Partial<Tick> = {}): Tick {
  return { state, at: new Date('2026-11-17T09:00:00Z'), due: '2026-11-20', form: `form-${state}`, ...changes };
}

/** A case as its manager sees it on 18 November, nine days before the last day at work; or as somebody else does. */
export function someSeat(
  changes: Partial<ExitCase> = {},
  { holders = {}, person }: { readonly holders?: Holders; readonly person?: string } = {},
): Seat {
  const exitCase = someCase(changes);
  const items = caseItems(exitCase, checklist, holders);
  const reader = person ?? exitCase.manager;
  const sides = sidesOf(exitCase, reader, holders);
  const parts = partsOf(items, { today: stockholmDate(NOW), lastDay: exitCase.lastDay });
  const who = { id: reader, organisation: exitCase.organisation };
  return { exitCase, person: who, sides, items, parts, own: ownParts(parts, sides) };
}
