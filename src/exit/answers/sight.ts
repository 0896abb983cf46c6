import { decide, type Person } from '../../people/index.js';
import type { Cases } from '../case/cases.js';
import type { ExitCase } from '../case/exit-case.js';
import { type Viewer, viewerOf } from '../case/viewer.js';
import { isCalled } from './names.js';
import type { Wanted } from './wanted.js';

/** An open case as the asker may see it. */
export interface Seen {
  readonly exitCase: ExitCase;
  readonly viewer: Viewer;
}

/** The open cases that somebody may be told of: the own one, those the person leads, for HR those of the board. Newest first. */
export async function seenBy(person: Person, cases: Pick<Cases, 'list'>): Promise<Seen[]> {
  const seen: Seen[] = [];
  const isHr = decide({ kind: 'person', id: person.id, person }, 'exit.handle').allowed;
  for await (const exitCase of cases.list(person.organisation, isHr ? undefined : person.id)) {
    const viewer = exitCase.status === 'open' ? viewerOf(exitCase, person) : undefined;
    if (viewer) seen.push({ exitCase, viewer });
  }
  return seen;
}

/**
 * Those that a question means: whose name it says, those of the answer before, else the asker's own, else those that the asker
 * leads. HR gets the board's where several are meant, never the list of somebody who was not named. Pure.
 */
export function meant(
  { want, names, isMine, isSelf, isMany, cases }: Wanted,
  seen: readonly Seen[],
  nameOf: (id: string) => string,
): readonly Seen[] {
  if (names.length > 0) {
    const called = seen.filter(({ exitCase }) => isCalled(nameOf(exitCase.employee), names));
    if (called.length > 0 || !isMine) return called;
  }
  const before = seen.filter(({ exitCase }) => cases.includes(exitCase.id));
  if (before.length > 0) return before;
  const [own, led, board] = (['medarbetare', 'chef', 'hr'] as const).map((as) =>
    seen.filter(({ viewer }) => viewer === as),
  ) as [Seen[], Seen[], Seen[]];
  if (isSelf) return own;
  const isOfBoard = want === 'cases' || want === 'overdue';
  const many = isMine && led.length > 0 ? led : [...led, ...board];
  const groups = isMany ? [many, want === 'cases' ? [] : own] : [own, led, isOfBoard ? board : []];
  return groups.find((group) => group.length > 0) ?? [];
}
