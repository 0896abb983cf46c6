import type { Locale } from '../../calendar/index.js';
import type { Due } from '../due/due.js';
import { outcomeIn } from '../round/by-sex.js';
import type { Response } from '../round/response.js';
import { respondTexts, STATUS_SIGNS } from './texts.js';

/** "✓ Klar", "◐ Uppfylls delvis", "Utfall 8,2"; the sign and words of silence without a response. */
export function saidIn(locale: Locale, response: Response | undefined): string {
  const texts = respondTexts[locale];
  const status = response?.status ?? response?.fulfilment;
  if (status) return `${STATUS_SIGNS[status]} ${texts.statuses[status]}`;
  return response?.outcome === undefined ? `· ${texts.silent}` : `✓ ${texts.outcome(outcomeIn(locale, response))}`;
}

/** When something is due, as the plan says it. */
export function dueIn(locale: Locale, due: Due): string {
  if (due.kind === 'none') return '';
  return due.as.trim() || (due.kind === 'ongoing' ? respondTexts[locale].ongoing : '');
}

/** What does not fit ends in "…". */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
