import { addDays, type IsoDate } from '../../calendar/index.js';
import type { CaseItem, Slot } from '../case/slots.js';
import type { ChecklistItem, Owner } from '../checklist/item.js';
import { isUrgentOn } from '../checklist/schedule.js';
import type { Tick } from '../case/exit-case.js';

/** How long ahead "soon" looks, in days. */
const SOON = 7;

/**
 * How a part stands for whoever has it on the list, in the order in which a list shows them:
 *   contradicted   one side says done, another not yet
 *   late, soon, later   not answered, or answered "not yet": due before today, within a week, after
 *   waiting        answered; another owner of the item has not
 *   done           all owners of the item have answered
 */
export const PART_STANDINGS = ['contradicted', 'late', 'soon', 'later', 'waiting', 'done'] as const;
export type PartStanding = (typeof PART_STANDINGS)[number];

/** One owner's part of an item: what is ticked with one press. An item of two owners is two parts, on two cards or on one. */
export interface Part {
  readonly item: ChecklistItem;
  readonly owner: Owner;
  /** On whose card it stands. */
  readonly side: Owner;
  readonly due: IsoDate;
  readonly tick?: Tick;
  /** What the item's other owners have to do and said. */
  readonly others: readonly Slot[];
  readonly standing: PartStanding;
  /** It is left so near the last day of employment that the checklist calls it urgent. */
  readonly isUrgent: boolean;
}

/** Every part of a case, in the order in which a list shows them: by standing, what is urgent before what is late, then by day. Pure. */
export function partsOf(
  items: readonly CaseItem[],
  { today, lastDay }: { readonly today: IsoDate; readonly lastDay: IsoDate },
): readonly Part[] {
  return items
    .flatMap((one) => one.slots.map((slot) => partOf(one, slot, { today, lastDay })))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ standing, isUrgent }: Part): number {
  const rank = PART_STANDINGS.indexOf(standing);
  return isUrgent && standing !== 'contradicted' ? PART_STANDINGS.indexOf('late') - 0.5 : rank;
}

/** Those that stand on the card of somebody who has these sides. */
export function ownParts(parts: readonly Part[], sides: readonly Owner[]): readonly Part[] {
  return parts.filter(({ side }) => sides.includes(side));
}

/** Whether something is left to say. */
export function isLeft({ tick }: Pick<Part, 'tick'>): boolean {
  return tick === undefined || tick.state === 'notYet';
}

/** What is next to be done after a part: the first that is left and due after it, else the first of all. */
export function nextLeft(parts: readonly Part[], after: Place): Part | undefined {
  const left = parts.filter((part) => isLeft(part) && byPlace(part, after) !== 0).sort(byPlace);
  return left.find((part) => byPlace(part, after) > 0) ?? left[0];
}

export type Progress = Readonly<Record<PartStanding, number>> & { readonly all: number };

/** How many parts stand how; the standings add up to `all`. */
export function progressOf(parts: readonly Part[]): Progress {
  const counts = Object.fromEntries(PART_STANDINGS.map((standing) => [standing, 0])) as Record<PartStanding, number>;
  for (const { standing } of parts) counts[standing] += 1;
  return { ...counts, all: parts.length };
}

function partOf(
  { item, due, slots, standing }: CaseItem,
  slot: Slot,
  { today, lastDay }: { readonly today: IsoDate; readonly lastDay: IsoDate },
): Part {
  const part = { item, owner: slot.owner, side: slot.side, due, others: slots.filter((other) => other !== slot) };
  const { tick } = slot;
  return {
    ...{ ...part, ...(tick && { tick }) },
    standing: standingOf(standing, slot, { due, today }),
    isUrgent: isLeft({ tick }) && isUrgentOn(item, lastDay, today),
  };
}

function standingOf(
  standing: CaseItem['standing'],
  { tick }: Slot,
  { due, today }: { readonly due: IsoDate; readonly today: IsoDate },
): PartStanding {
  if (standing === 'done') return 'done';
  const takesSides = tick?.state === 'done' || tick?.state === 'notYet';
  if (standing === 'contradicted' && takesSides) return 'contradicted';
  if (!isLeft({ tick })) return 'waiting';
  if (due < today) return 'late';
  return due <= addDays(today, SOON) ? 'soon' : 'later';
}

type Place = Pick<Part, 'due' | 'item' | 'owner'>;

function byPlace(one: Place, other: Place): number {
  const [a, b] = [one, other].map(({ due, item, owner }) => `${due} ${item.id} ${owner}`) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}
