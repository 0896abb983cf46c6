import type { Counts, Figure, FigureId, Group, Release, Score } from './figures.js';

/** So many tertials are a rolling year. */
const YEAR = 3;

/** Releases in a row that are looked at together: sums of what each shows, and so nothing that it does not. */
export interface Window {
  readonly releases: readonly Release[];
  readonly tertials: readonly string[];
}

/** The windows that there are, newest first: each release by itself, and the newest ones that make a year. */
export function windowsOf(releases: readonly Release[]): {
  readonly year?: Window;
  readonly single: readonly Window[];
} {
  const single = releases.map((release) => windowOf([release])).reverse();
  let from = releases.length;
  while (from > 0 && windowOf(releases.slice(from)).tertials.length < YEAR) from -= 1;
  const newest = releases.slice(from);
  const isYear = newest.length > 1 && windowOf(newest).tertials.length >= YEAR;
  return { single, ...(isYear && { year: windowOf(newest) }) };
}

function windowOf(releases: readonly Release[]): Window {
  return { releases, tertials: releases.flatMap(({ tertials }) => tertials) };
}

/** What is shown of everybody, or of a department, in a window; undefined where some release with answers does not show it. */
export function groupIn(window: Window, department?: string): Group | undefined {
  const groups = window.releases
    .filter(({ whole }) => whole.answers > 0)
    .map((release) => (department === undefined ? release.whole : release.departments[department]));
  if (groups.length === 0 || groups.some((group) => group === undefined)) return undefined;
  const all = groups as readonly Group[];
  const ids = Object.keys(all[0]!.figures) as FigureId[];
  const figures = ids.flatMap((id) => {
    const figure = added(all.map((group) => group.figures[id]));
    return figure ? [[id, figure] as const] : [];
  });
  return { answers: all.reduce((sum, { answers }) => sum + answers, 0), figures: Object.fromEntries(figures) };
}

function added(figures: readonly (Figure | undefined)[]): Figure | undefined {
  const [first] = figures;
  if (!first || figures.some((one) => one?.kind !== first.kind)) return undefined;
  if (figures.length === 1) return first;
  const answers = figures.reduce((sum, one) => sum + one!.answers, 0);
  if ('sum' in first) {
    const scores = figures as readonly Score[];
    if (scores.some(({ end }) => end !== undefined)) return undefined;
    return { kind: first.kind, answers, sum: scores.reduce((sum, one) => sum + one.sum, 0) };
  }
  const counts = figures as readonly Counts[];
  const shown = Object.keys(first.counts).filter((option) => counts.every((one) => option in one.counts));
  const sums = shown.map((option) => [option, counts.reduce((sum, one) => sum + one.counts[option]!, 0)] as const);
  return { kind: first.kind, answers, counts: Object.fromEntries(sums) };
}

/** Of a scale: (mean - 1) x 25, 0 to 100. Of recommendations: promoters less detractors in percent, -100 to 100. Whole numbers. */
export function indexOf({ kind, sum, answers }: Score): number {
  return Math.round(kind === 'scale' ? (sum / answers - 1) * 25 : (100 * sum) / answers);
}
