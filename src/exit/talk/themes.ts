import { addDays, type IsoDate, stockholmDate, tertialOf } from '../../calendar/index.js';
import { type ExitCase, LEADS, type Talk } from '../case/exit-case.js';

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

/** The themes that either side recorded: what both heard is one. */
export function themesOf({ outcomes = {} }: Pick<Talk, 'outcomes'>): readonly string[] {
  return [...new Set([outcomes.chef, outcomes.hr].flatMap((one) => one?.themes ?? []))];
}

/** When the first of the outcomes that name a theme was recorded. */
export function firstNamed({ outcomes = {} }: Pick<Talk, 'outcomes'>): Date | undefined {
  const named = [outcomes.chef, outcomes.hr].flatMap((one) => (one && one.themes.length > 0 ? [one.at] : []));
  return named.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** The case with how its conversations came out and without the themes that these outcomes had: what was recorded since stays. */
export function withoutThemes(exitCase: ExitCase, { outcomes: gone = {} }: Pick<Talk, 'outcomes'>): ExitCase {
  const { outcomes = {} } = exitCase.talk;
  const tidied = LEADS.flatMap((side) => {
    const one = outcomes[side];
    const isGone = one?.at.getTime() === gone[side]?.at.getTime();
    return one ? [[side, isGone ? { ...one, themes: [] } : one] as const] : [];
  });
  return { ...exitCase, talk: { ...exitCase.talk, outcomes: Object.fromEntries(tidied) } };
}

/**
 * What becomes of a case's themes on a day: those of a case that was taken back are not counted, and go at once. Where both sides
 * have named some, the older one's day is both's, so that a theme that both heard of one person is counted once.
 */
export function fateOfThemes(
  { status, talk }: Pick<ExitCase, 'status' | 'talk'>,
  today: IsoDate,
): 'keep' | 'count' | 'drop' {
  const first = firstNamed(talk);
  if (!first) return 'keep';
  if (status === 'withdrawn' || status === 'recalled') return 'drop';
  return addDays(stockholmDate(first), THEMES_DAYS) < today ? 'count' : 'keep';
}

/** The third of the year in which the outcome was recorded. */
export function tertialNameOf(at: Date): string {
  const { year, tertial } = tertialOf(stockholmDate(at));
  return `${year}-T${tertial}`;
}
