import type { Reach } from './reach.js';
import type { Resolved } from './resolve.js';

/** What would happen if a broadcast were sent as it stands. */
export interface Rehearsal {
  readonly people: number;
  /** Most people first. */
  readonly byDepartment: readonly { readonly department: string; readonly people: number }[];
  /** Those whom the bot cannot write to yet: the first by name, and how many more. */
  readonly withoutChat: { readonly count: number; readonly names: readonly string[]; readonly more: number };
  readonly duplicates: number;
  /** As they were written: what names nobody of the organisation. */
  readonly unresolved: readonly string[];
  /** Of the largest card as sent, in bytes. */
  readonly bytes: number;
  /** How long the sending takes at the full rate, when nothing else is sent. */
  readonly seconds: number;
  /** Missing: now. */
  readonly sendAt?: Date;
}

const NAMES_SHOWN = 10;
const collator = new Intl.Collator('sv');

/** Works out what would happen. Pure; `bytes` is handed in, since only the edge knows what a card weighs. */
export function rehearse(
  { people, unresolved, duplicates }: Resolved,
  reaches: ReadonlyMap<string, Reach>,
  { bytes, perSecond, sendAt }: { readonly bytes: number; readonly perSecond: number; readonly sendAt?: Date },
): Rehearsal {
  const departments = new Map<string, number>();
  for (const { department } of people) departments.set(department, (departments.get(department) ?? 0) + 1);
  const names = people
    .filter(({ id }) => !reaches.has(id))
    .map(({ name }) => name)
    .sort(collator.compare);
  return {
    people: people.length,
    byDepartment: [...departments]
      .map(([department, count]) => ({ department, people: count }))
      .sort((a, b) => b.people - a.people || collator.compare(a.department, b.department)),
    withoutChat: {
      count: names.length,
      names: names.slice(0, NAMES_SHOWN),
      more: Math.max(0, names.length - NAMES_SHOWN),
    },
    duplicates,
    unresolved,
    bytes,
    seconds: Math.ceil((people.length - names.length) / perSecond),
    sendAt,
  };
}
