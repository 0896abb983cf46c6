import { addDays, type IsoDate, stockholmDate, tertialOf } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';

/** So long themes stay with their case (domain page 4.3); then only how often each was named in the organisation. */
export const THEMES_DAYS = 90;

/** How often a theme was named in an organisation in a third of a year: no person, no unit, no department. */
export interface ThemeCount {
  readonly organisation: string;
  /** 2026-T3 */
  readonly tertial: string;
  readonly theme: string;
  readonly count: number;
}

/** Where the counts are kept; provided by storage/. */
export interface ThemeCounts {
  /** Counts the themes of a case, once: again for the same case and tertial changes nothing until it is forgotten. */
  add(
    of: Pick<ThemeCount, 'organisation' | 'tertial'> & {
      readonly exitCase: string;
      readonly themes: readonly string[];
    },
  ): Promise<void>;
  /** Forgets which cases were counted: their themes are gone. */
  forgetCases(organisation: string): Promise<void>;
  list(organisation: string): AsyncIterable<ThemeCount>;
}

/** What becomes of a case's themes on a day: those of a case that was taken back are not counted, and go at once. */
export function fateOfThemes(
  { status, talk }: Pick<ExitCase, 'status' | 'talk'>,
  today: IsoDate,
): 'keep' | 'count' | 'drop' {
  if (talk.themes.length === 0 || talk.outcomeAt === undefined) return 'keep';
  if (status === 'withdrawn' || status === 'recalled') return 'drop';
  return addDays(stockholmDate(talk.outcomeAt), THEMES_DAYS) < today ? 'count' : 'keep';
}

/** The third of the year in which the outcome was recorded. */
export function tertialNameOf(at: Date): string {
  const { year, tertial } = tertialOf(stockholmDate(at));
  return `${year}-T${tertial}`;
}
