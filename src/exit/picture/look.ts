import type { Locale } from '../../calendar/index.js';
import { classKey } from './classes.js';
import { FAMILIES, type Family, type Group, type Release } from './figures.js';
import { type ClosedTertial, waitingFor } from './store.js';
import { groupIn, type Window, windowsOf } from './window.js';
import type { Survey } from '../survey/survey.js';
import { lastDayOf, tertialAfter, tertialIn } from '../survey/tertial.js';
import { pictureTexts } from './texts.js';

/** What can be chosen: a window by its key, and a department or everybody. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

export const YEAR = 'year';
export const EVERYBODY = 'all';

/** HR's sight of the releases: nothing reads answers. */
export interface Look {
  readonly windows: readonly (Choice & { readonly window: Window })[];
  /** Everybody, departments, and classes of the background that was told. */
  readonly departments: readonly Choice[];
  /** Releases of scores, oldest first. */
  readonly scores: readonly Release[];
  /** Releases of counts, newest first: a year of each. */
  readonly years: readonly Release[];
  /** Tertials that are over and wait for more answers. */
  readonly waiting: readonly string[];
  /** After which day counts are told next, when enough have answered by then. */
  readonly nextCounts?: string;
}

/** `survey` says how the classes are called. */
export function lookAt(closed: readonly ClosedTertial[], locale: Locale, survey: Pick<Survey, 'background'>): Look {
  const of = (family: Family) => closed.map((one) => one[family]).filter((one): one is Release => one !== undefined);
  const [scores, counts] = [of('scores'), of('counts')];
  const { year, single } = windowsOf(scores, counts);
  const names = new Set([...scores, ...counts].flatMap(({ departments }) => Object.keys(departments)));
  return {
    windows: [
      ...single.slice(0, 1).map(named),
      ...(year
        ? [{ value: YEAR, title: pictureTexts[locale].year(periodIn(locale, year.tertials)), window: year }]
        : []),
      ...single.slice(1).map(named),
    ],
    departments: [
      { value: EVERYBODY, title: pictureTexts[locale].everybody },
      ...[...names].sort((a, b) => a.localeCompare(b, 'sv')).map((name) => ({ value: name, title: name })),
      ...classesIn(counts, survey, locale),
    ],
    scores,
    years: [...counts].reverse(),
    waiting: waitingFor('scores', closed),
    nextCounts: nextCounts(closed),
  };

  function named(window: Window) {
    return { value: window.tertials.join('_'), title: periodIn(locale, window.tertials), window };
  }
}

/** "januari–april 2026", "januari–april 2026 till september–december 2026". */
export function periodIn(locale: Locale, tertials: readonly string[]): string {
  const [first, last] = [tertials[0]!, tertials.at(-1)!].map((tertial) => tertialIn(locale, tertial));
  return first === last ? first! : `${first} ${locale === 'sv' ? 'till' : 'to'} ${last}`;
}

/** Classes that some year tells of, in the order of the survey. */
function classesIn(counts: readonly Release[], { background }: Pick<Survey, 'background'>, locale: Locale): Choice[] {
  const told = new Set(counts.flatMap(({ classes }) => Object.keys(classes)));
  return background
    .flatMap(({ id, options }) =>
      options.map((option) => ({
        value: classKey(id, option.id),
        title: `${pictureTexts[locale].classes[id]}: ${option[locale]}`,
      })),
    )
    .filter(({ value }) => told.has(value));
}

function nextCounts(closed: readonly ClosedTertial[]): string | undefined {
  const last = closed.at(-1);
  if (!last) return undefined;
  const missing = FAMILIES.counts.tertials - waitingFor('counts', closed).length;
  return lastDayOf(tertialAfter(last.tertial, Math.max(1, missing)));
}

/** What is shown of a choice: scores of the window, and counts of its year; undefined for neither. */
export function chosenGroup({ window }: { readonly window: Window }, department: string): Group | undefined {
  return groupIn(window, department === EVERYBODY ? undefined : department);
}
