import type { FigureId, Group, Release, Score } from './figures.js';

/** So many tertials are a rolling year. */
const YEAR = 3;

/**
 * Releases of scores in a row that are looked at together: sums of what each shows, and so nothing that it does not. Beside them stand
 * the counts of the year in which the window ends or, until that is over, of the year before it.
 */
export interface Window {
  readonly releases: readonly Release[];
  readonly tertials: readonly string[];
  readonly counts?: Release;
}

/** The windows that there are, newest first: each release of scores by itself, and the newest ones that make a year. */
export function windowsOf(
  scores: readonly Release[],
  counts: readonly Release[],
): { readonly year?: Window; readonly single: readonly Window[] } {
  const windowOf = (releases: readonly Release[]): Window => {
    const tertials = releases.flatMap((release) => release.tertials);
    const year = counts.findLast((release) => release.tertials[0]! <= tertials.at(-1)!);
    return { releases, tertials, ...(year && { counts: year }) };
  };
  const single = scores.map((release) => windowOf([release])).reverse();
  let from = scores.length;
  while (from > 0 && windowOf(scores.slice(from)).tertials.length < YEAR) from -= 1;
  const newest = scores.slice(from);
  const isYear = newest.length > 1 && windowOf(newest).tertials.length >= YEAR;
  return { single, ...(isYear && { year: windowOf(newest) }) };
}

/** A release's figures of everybody, of a department or of a class ("tenure:under1"). */
export function groupOf({ whole, departments, classes }: Release, key?: string): Group | undefined {
  return key === undefined ? whole : (departments[key] ?? classes[key]);
}

/** What is shown of a group in a window: scores of all its releases, and counts; undefined for neither. */
export function groupIn({ releases, counts }: Window, key?: string): Group | undefined {
  const own = (release: Release) => groupOf(release, key);
  const scores = sumOf(releases.filter(({ whole }) => whole.answers !== 0).map(own));
  const counted = counts ? own(counts)?.figures : undefined;
  if (!scores && Object.keys(counted ?? {}).length === 0) return undefined;
  return { ...scores, figures: { ...counted, ...scores?.figures } };
}

/** Undefined where some release with answers does not show the group. */
function sumOf(groups: readonly (Group | undefined)[]): Group | undefined {
  if (groups.length === 0 || groups.some((group) => group === undefined)) return undefined;
  const all = groups as readonly Group[];
  const ids = Object.keys(all[0]!.figures) as FigureId[];
  const figures = ids.flatMap((id) => {
    const figure = added(all.map((group) => group.figures[id] as Score | undefined));
    return figure ? [[id, figure] as const] : [];
  });
  return { answers: all.reduce((sum, { answers = 0 }) => sum + answers, 0), figures: Object.fromEntries(figures) };
}

/** Bounds cannot be added. */
function added(scores: readonly (Score | undefined)[]): Score | undefined {
  const [first] = scores;
  if (!first || scores.length === 1) return first;
  if (scores.some((one) => one === undefined || one.end !== undefined)) return undefined;
  const total = (of: (score: Score) => number) => scores.reduce((sum, one) => sum + of(one!), 0);
  const bands = ([0, 1, 2] as const).map((band) => total((score) => score.bands?.[band] ?? 0));
  return {
    ...{ kind: first.kind, answers: total(({ answers }) => answers), sum: total(({ sum }) => sum) },
    ...(scores.every((one) => one!.bands) && { bands: bands as [number, number, number] }),
  };
}

/** Of a scale: (mean - 1) x 25, 0 to 100. Of recommendations: promoters less detractors in percent, -100 to 100. Whole numbers. */
export function indexOf({ kind, sum, answers }: Score): number {
  return Math.round(kind === 'scale' ? (sum / answers - 1) * 25 : (100 * sum) / answers);
}
