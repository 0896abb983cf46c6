import { type ChecklistItem, type ExitKind, EXIT_KINDS, itemsFor, TRAITS } from '../exit/index.js';
import type { Fault } from './fault.js';
import { fault, faultAt, type Placed } from './placed.js';

/** Items of the same id, days or conditions for a kind that the item is not for, and a kind of exit without any item. */
export function checkChecklist(items: readonly Placed<ChecklistItem>[]): Fault[] {
  if (items.length === 0) return [];
  const faults = items.flatMap((entry, at) => [...checkOrder(entry, items[at - 1]), ...checkKinds(entry)]);
  const values = items.map(({ value }) => value);
  const empty = EXIT_KINDS.filter((kind) => itemsFor(values, kind, TRAITS).length === 0);
  return [...faults, ...empty.map((kind) => fault(items[0]!.file, 1, 'kinds', `no item is for ${kind}`))];
}

/** Ids ascend, so that none stands twice and the file is read from the first thing to the last. */
function checkOrder(entry: Placed<ChecklistItem>, before: Placed<ChecklistItem> | undefined): Fault[] {
  if (before === undefined || before.value.id < entry.value.id) return [];
  return [faultAt(entry, 'id', `${entry.value.id} must come before ${before.value.id}, and each once`)];
}

function checkKinds(entry: Placed<ChecklistItem>): Fault[] {
  const { kinds } = entry.value;
  return (['offsets', 'conditions'] as const).flatMap((key) =>
    (Object.keys(entry.value[key]) as ExitKind[])
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => faultAt(entry, key, `the item is not for ${kind}`)),
  );
}
