import { addWorkingDays, type IsoDate } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';
import type { CaseItem, Holders, Slot } from '../case/slots.js';
import type { ChecklistItem, Owner } from '../checklist/item.js';
import { isUrgentOn } from '../checklist/schedule.js';

/** A case as it stands: its list, and who holds its functions now. */
export interface CaseInHand {
  readonly exitCase: ExitCase;
  readonly items: readonly CaseItem[];
  readonly holders: Holders;
}

/** `urgent` is what the checklist calls so near the last day, whenever it is due; `soon` is due on the next working day. */
export type Phase = 'urgent' | 'overdue' | 'today' | 'soon';

/** What one person has left of an item. `owner` is whose part it is: another than the person's where the manager confirms it. */
export interface DueItem {
  readonly item: ChecklistItem;
  readonly due: IsoDate;
  readonly phase: Phase;
  readonly owner: Owner;
  readonly side: Owner;
}

export interface DueCase {
  readonly exitCase: ExitCase;
  readonly items: readonly DueItem[];
}

/**
 * What each person has left that is due today, on the next working day or overdue, in all cases that are open; nobody without any
 * of it is named. HR, who takes part in every case, gets only what is overdue. The leaver gets nothing after the last day of
 * employment, when the account is closed. `today` is a day of the Stockholm calendar.
 */
export function dueFor(cases: readonly CaseInHand[], today: IsoDate): ReadonlyMap<string, readonly DueCase[]> {
  const tomorrow = addWorkingDays(today, 1);
  const found = new Map<string, DueCase[]>();
  for (const { exitCase, items, holders } of cases) {
    if (exitCase.status !== 'open') continue;
    const left = items.flatMap((one) => leftOf(one, { exitCase, today, tomorrow }));
    for (const person of peopleOf(exitCase, holders)) {
      const own = left.filter(({ side }) => personsOf(side, exitCase, holders).includes(person));
      if (own.length > 0) found.set(person, [...(found.get(person) ?? []), { exitCase, items: own }]);
    }
  }
  return found;
}

/** What was told of an item: told again only when it enters another stage, or after some days. */
export function keysOf(cases: readonly DueCase[]): string[] {
  return cases.flatMap(({ exitCase, items }) =>
    items.map(({ item, owner, phase }) => `${exitCase.id}/${item.id}/${owner}/${phase === 'today' ? 'soon' : phase}`),
  );
}

/** Whether a stage is one that is told of again when nothing is done about it. */
export function isPressing(key: string): boolean {
  return !key.endsWith('/soon');
}

interface Days {
  readonly exitCase: ExitCase;
  readonly today: IsoDate;
  readonly tomorrow: IsoDate;
}

function leftOf({ item, due, slots }: CaseItem, { exitCase, today, tomorrow }: Days): DueItem[] {
  const { lastDay } = exitCase;
  const phase = isUrgentOn(item, lastDay, today) ? 'urgent' : phaseOf(due, today, tomorrow);
  if (phase === undefined) return [];
  return slots
    .filter(isOpen)
    .filter(({ side }) => side !== 'medarbetare' || today <= lastDay)
    .filter(({ side }) => side !== 'hr' || phase === 'overdue' || phase === 'urgent')
    .map(({ owner, side }) => ({ item, due, phase, owner, side }));
}

function phaseOf(due: IsoDate, today: IsoDate, tomorrow: IsoDate): Phase | undefined {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= tomorrow ? 'soon' : undefined;
}

function isOpen({ tick }: Slot): boolean {
  return tick === undefined || tick.state === 'notYet';
}

/** Who ticks a side of a case. */
function personsOf(side: Owner, { employee, manager }: ExitCase, holders: Holders): readonly string[] {
  if (side === 'medarbetare') return [employee];
  return side === 'chef' ? [manager] : (holders[side] ?? []);
}

function peopleOf({ employee, manager }: ExitCase, holders: Holders): ReadonlySet<string> {
  return new Set([employee, manager, ...Object.values(holders).flat()]);
}
