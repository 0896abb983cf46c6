import type { Person } from '../person.js';
import { faultTexts } from './fault-texts.js';
import type { Fault } from './faults.js';
import { findCircles } from './find-circles.js';
import type { Draft } from './read-row.js';

/** Ids and e-mails that more than one row has: one fault for each later row, naming the first. */
export function findDuplicates(drafts: readonly Draft[]): Fault[] {
  const firstRow = { id: new Map<string, number>(), email: new Map<string, number>() };
  const faults: Fault[] = [];
  for (const { row, values } of drafts) {
    for (const column of ['id', 'email'] as const) {
      const value = values[column];
      if (value === undefined) continue;
      const first = firstRow[column].get(value);
      if (first === undefined) firstRow[column].set(value, row);
      else {
        faults.push({ row, column, message: faultTexts.duplicate(value, row, first) });
        // A row that is there twice has the same e-mail, too: one fault says it.
        break;
      }
    }
  }
  return faults;
}

/** Turns the manager of each row into an id: by id or e-mail, among the rows first and then in the directory. */
export function resolveManagers(
  drafts: readonly Draft[],
  directory: readonly Person[],
): { managerIds: ReadonlyMap<Draft, string>; faults: Fault[] } {
  const known = new Map<string, string>();
  for (const { id, email } of [...directory, ...drafts.map(({ values }) => values)]) {
    if (id === undefined) continue;
    known.set(id, id);
    if (email !== undefined) known.set(email, id);
  }
  // A row whose own id is faulty may still be somebody's manager: that fault is told where it is.
  const unusable = new Set(drafts.flatMap(({ values: { id, email } }) => (id === undefined && email ? [email] : [])));

  const managerIds = new Map<Draft, string>();
  const faults: Fault[] = [];
  for (const draft of drafts) {
    const { manager, row, values } = draft;
    if (manager === '') continue;
    const id = known.get(manager);
    const refuse = (message: string) => void faults.push({ row, column: 'manager', message });
    if (id === undefined && !unusable.has(manager)) refuse(faultTexts.managerNowhere(manager));
    else if (manager === values.email || (id !== undefined && id === values.id)) refuse(faultTexts.ownManager);
    else if (id !== undefined) managerIds.set(draft, id);
  }
  return { managerIds, faults };
}

/** Circles among the rows of the file; those that go through the directory are found by planImport. */
export function findManagerCircles(drafts: readonly Draft[], managerIds: ReadonlyMap<Draft, string>): Fault[] {
  const nodes = drafts.flatMap((draft) => {
    const { id, name = '' } = draft.values;
    return id === undefined ? [] : [{ id, name, row: draft.row, managerId: managerIds.get(draft) }];
  });
  return findCircles(nodes).map((circle) => ({
    row: circle[0]!.row,
    column: 'manager',
    message: faultTexts.managerCircle(circle),
  }));
}
