// The Swedish order of a date is that of ISO 8601.
const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The calendar date in Stockholm at this moment, as ISO text: 2026-03-01. */
export function stockholmDate(at: Date): string {
  return format.format(at);
}
