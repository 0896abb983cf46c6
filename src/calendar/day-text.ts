import type { Locale } from './locale.js';

const FORMATS: Record<Locale, Intl.DateTimeFormat> = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', dateStyle: 'long' }),
};

/** "15 maj 2026": of a moment, its day in Stockholm; of an ISO day, that day. */
export function dayText(at: Date | string, locale: Locale): string {
  return FORMATS[locale].format(typeof at === 'string' ? new Date(`${at}T12:00:00Z`) : at);
}
