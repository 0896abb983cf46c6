import type { ChecklistItem, Owner } from '../checklist/item.js';
import { itemsFor } from '../checklist/item.js';
import { dueDay } from '../checklist/schedule.js';
import type { ExitCase, Tick } from './exit-case.js';

/** Who of the directory holds a function for a case; a function that nobody holds is missing. Several may hold HR's. */
export type Holders = Readonly<Partial<Record<Owner, readonly string[]>>>;

/** One owner's part of an item: an item with two owners is done when both are. */
export interface Slot {
  readonly owner: Owner;
  /** Who ticks it. The manager stands in for a function that nobody holds: "bekräfta att … är gjort". */
  readonly side: Owner;
  readonly tick?: Tick;
}

/** An item of a case: when it is due, whose it is, what was said. */
export interface CaseItem {
  readonly item: ChecklistItem;
  readonly due: string;
  readonly slots: readonly Slot[];
  readonly standing: Standing;
}

/**
 *   done           all slots are closed (done, not applicable, or delegated and not said to be open)
 *   contradicted   one says done and another "not yet"
 *   open           something is left
 */
export type Standing = 'open' | 'done' | 'contradicted';

/** A case's list as it stands, in the order of its days. */
export function caseItems(
  exitCase: ExitCase,
  checklist: readonly ChecklistItem[],
  holders: Holders,
): readonly CaseItem[] {
  const { kind, traits, ticks } = exitCase;
  return itemsFor(checklist, kind, traits)
    .map((item) => {
      const slots = item.owners.map((owner): Slot => {
        const tick = ticks[item.id]?.[owner];
        return { owner, side: sideOf(owner, holders), ...(tick && { tick }) };
      });
      const closed = slots.map(({ tick }) => tick?.due).filter((due) => due !== undefined);
      const standing = standingOf(slots);
      const due = standing === 'done' && closed.length > 0 ? closed[0]! : dueDay(item, kind, exitCase);
      return { item, due, slots, standing };
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** On whose card an owner's part stands. */
export function sideOf(owner: Owner, holders: Holders): Owner {
  const isPersonal = owner === 'medarbetare' || owner === 'chef';
  return isPersonal || (holders[owner]?.length ?? 0) > 0 ? owner : 'chef';
}

/** The sides that a person has in a case: none for somebody who has nothing to do with it. */
export function sidesOf({ employee, manager }: ExitCase, person: string, holders: Holders): readonly Owner[] {
  const functions = (Object.keys(holders) as Owner[]).filter((owner) => holders[owner]?.includes(person));
  return [
    ...(person === employee ? (['medarbetare'] as const) : []),
    ...(person === manager ? (['chef'] as const) : []),
    ...functions,
  ];
}

function standingOf(slots: readonly Slot[]): Standing {
  const states = slots.map(({ tick }) => tick?.state);
  if (states.includes('notYet') && states.some((state) => state === 'done')) return 'contradicted';
  return states.every((state) => state !== undefined && state !== 'notYet') ? 'done' : 'open';
}
