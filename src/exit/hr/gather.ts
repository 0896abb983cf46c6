import { type Locale, stockholmDate, type Tertial } from '../../calendar/index.js';
import { caseItems } from '../case/slots.js';
import type { ExitCase } from '../case/exit-case.js';
import type { ExitParts } from '../parts.js';
import { partOf, type TalkEntry } from '../talk/content.js';
import type { ThemeCount, ThemeCounts } from '../talk/themes.js';
import { type EndedExit, endedExit, isEnded, isOver, isWhole, keyOf, type ProcessCounts, sum } from './process.js';
import { departmentOf } from './standing.js';
import { toldThemes } from './told-themes.js';

export type HrParts = Pick<ExitParts, 'checklist' | 'holdersOf' | 'directory'> & {
  readonly cases: Pick<ExitParts['cases'], 'list'>;
  readonly themeCounts: Pick<ThemeCounts, 'list'>;
  readonly talkContent: () => readonly TalkEntry[];
};

/** A board's figures of one tertial. */
export interface TertialFigures {
  readonly tertial: Tertial;
  readonly isOver: boolean;
  readonly all: ProcessCounts;
  /** By name; none of a tertial that is not over, or when all left from one department. */
  readonly departments: readonly { readonly name: string; readonly counts: ProcessCounts }[];
  /** What exit conversations were about, of the whole board. */
  readonly themes: readonly { readonly name: Readonly<Record<Locale, string>>; readonly count: number }[];
}

const collator = new Intl.Collator('sv');

/** The list of a case as it stands. */
export function itemsOf(exitCase: ExitCase, { checklist, holdersOf }: HrParts) {
  return caseItems(exitCase, checklist(), holdersOf(exitCase));
}

/** The open cases of a board, the next last working day first. An administration has some 70 leavers a year. */
export async function openCases(parts: HrParts, organisation: string): Promise<ExitCase[]> {
  const open: ExitCase[] = [];
  for await (const exitCase of parts.cases.list(organisation)) if (exitCase.status === 'open') open.push(exitCase);
  return open.sort((a, b) => (a.lastWorkingDay < b.lastWorkingDay ? -1 : a.lastWorkingDay > b.lastWorkingDay ? 1 : 0));
}

/** Figures of each tertial of which every case is still kept, newest first. */
export async function tertialFigures(parts: HrParts, organisation: string, now: Date): Promise<TertialFigures[]> {
  const today = stockholmDate(now);
  const tertials = new Map<string, EndedExit[]>();
  const counts: ThemeCount[] = [];
  for await (const count of parts.themeCounts.list(organisation)) counts.push(count);
  const themes = partOf(parts.talkContent(), 'theme');
  for await (const exitCase of parts.cases.list(organisation)) {
    if (!isEnded(exitCase, today)) continue;
    const ended = endedExit(exitCase, itemsOf(exitCase, parts), departmentOf(exitCase, parts.directory));
    if (!isWhole(ended.tertial, today)) continue;
    const key = keyOf(ended.tertial);
    tertials.set(key, [...(tertials.get(key) ?? []), ended]);
  }
  return [...tertials.entries()]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, exits]) => {
      const { tertial } = exits[0]!;
      const named = toldThemes(counts, tertial, today).flatMap(({ theme, count }) =>
        themes.filter(({ id }) => id === theme).map(({ sv, en }) => ({ name: { sv, en }, count })),
      );
      return { ...figuresOf(tertial, exits, today), themes: named };
    });
}

function figuresOf(tertial: Tertial, exits: readonly EndedExit[], today: string): Omit<TertialFigures, 'themes'> {
  const names = [...new Set(exits.map(({ department }) => department))].sort((a, b) => collator.compare(a, b));
  const isDivided = isOver(tertial, today) && names.length > 1;
  const countsOf = (some: readonly EndedExit[]) => sum(some.map(({ counts }) => counts));
  return {
    tertial,
    isOver: isOver(tertial, today),
    all: countsOf(exits),
    departments: isDivided
      ? names.map((name) => ({ name, counts: countsOf(exits.filter(({ department }) => department === name)) }))
      : [],
  };
}
