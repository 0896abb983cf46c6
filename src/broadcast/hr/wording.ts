import { type Locale, stockholmDate, stockholmTime } from '../../calendar/index.js';
import { hrTexts } from './texts.js';

const language = (locale: Locale) => (locale === 'sv' ? 'sv-SE' : 'en-GB');

export function numberIn(locale: Locale, value: number, digits = 0): string {
  return new Intl.NumberFormat(language(locale), { maximumFractionDigits: digits }).format(value);
}

/** Whole per cent, rounded down: what is not complete never reads 100 %. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}

/** "12 av 30 (40 %)" */
export function shareIn(locale: Locale, part: number, whole: number): string {
  const of = hrTexts[locale].of(numberIn(locale, part), numberIn(locale, whole));
  return `${of} (${percentOf(part, whole)} %)`;
}

/** 2026-09-01 09:00, as clocks in Stockholm show it. */
export function momentIn(at: Date): string {
  return `${stockholmDate(at)} ${stockholmTime(at)}`;
}

export function durationIn(locale: Locale, seconds: number): string {
  const texts = hrTexts[locale];
  if (seconds <= 60) return texts.withinAMinute;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? texts.minutes(minutes) : texts.hours(numberIn(locale, minutes / 60, 1));
}
