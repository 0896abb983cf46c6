import type { Locale } from '../../calendar/index.js';
import type { Release } from './figures.js';
import type { ClosedTertial } from './store.js';
import { groupIn, type Window, windowsOf } from './window.js';
import { tertialIn } from '../survey/tertial.js';
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
  readonly departments: readonly Choice[];
  /** Tertials that are over and wait for more answers. */
  readonly waiting: readonly string[];
}

export function lookAt(closed: readonly ClosedTertial[], locale: Locale): Look {
  const releases = closed.flatMap(({ release }): Release[] => (release ? [release] : []));
  const { year, single } = windowsOf(releases);
  const last = closed.findLastIndex(({ release }) => release !== undefined);
  const names = new Set(releases.flatMap(({ departments }) => Object.keys(departments)));
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
    ],
    waiting: closed.slice(last + 1).map(({ tertial }) => tertial),
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

export function chosenGroup({ window }: Look['windows'][number], department: string) {
  return groupIn(window, department === EVERYBODY ? undefined : department);
}
