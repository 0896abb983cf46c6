import { UsageError } from './usage-error.js';

/** A calendar day of the command line, as ISO; undefined when none was given. Throws UsageError for one that does not exist: 2026-02-30. */
export function readDay(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay) throw new UsageError(`${name} ${text}: skriv ett datum som 2026-03-01 / write a date like 2026-03-01.`);
  return text;
}
