import type { Locale } from '../../calendar/index.js';
import type { InformationId, Survey } from './survey.js';
import { tertialIn } from './tertial.js';

/** From how many on something is shown. An administrator may raise each, none can be lowered (domain page P1). */
export interface Limits {
  /** Answers of a group whose figures are shown, and people of a department that an answer is kept with. */
  readonly group: number;
  /** Answers of a department whose reasons are shown, and free texts that HR reads at once. */
  readonly breakdown: number;
  /** The smallest count that is shown. */
  readonly cell: number;
}

export const LEAST: Limits = { group: 5, breakdown: 10, cell: 3 };

/** Answers are kept for so many months after their tertial (domain page 4.3). */
export const KEPT_MONTHS = 24;

/** An information text with what the settings say filled in. */
export function inform(
  survey: Survey,
  id: InformationId,
  { locale, limits, tertial }: { readonly locale: Locale; readonly limits: Limits; readonly tertial: string },
): string {
  const values: Readonly<Record<string, string>> = {
    group: numberIn(locale, limits.group),
    texts: numberIn(locale, limits.breakdown),
    months: String(KEPT_MONTHS),
    period: tertialIn(locale, tertial),
  };
  return survey.information[id][locale].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const WORDS = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

function numberIn(locale: Locale, count: number): string {
  return WORDS[locale][count] ?? String(count);
}
